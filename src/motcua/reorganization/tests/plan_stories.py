"""Situations of a plan: two communes become one, with people and work in both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.dossiers.tests.factories import FOREVER, OrganizationFactory, officer
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty, Organization
from motcua.reorganization import actions
from motcua.reorganization.models import Plan, PlanningPost

DAY = date(2027, 1, 1)
MERGER = """
plan:
  number: 12/NQ-HĐND
  decided_on: 01/11/2026
  issuer: Hội đồng nhân dân thành phố
  title: Hợp nhất xã Đá và xã Suối
  day: 01/01/2027
organizations:
  - identifier: H49.90
    kind: commune
    tier: commune
    name: Ủy ban nhân dân xã Đá Suối
    parent: H49
    posts:
      - title: Chủ tịch
        rank: head
        head: có
        duties: [decide]
        from:
          - organization: H49.71
            title: Chủ tịch
      - title: Công chức một cửa
        duties: [receive]
        from:
          - organization: H49.71
            title: Công chức một cửa
      - title: Công chức hộ tịch
        duties: [appraise]
        from:
          - organization: H49.72
            title: Công chức hộ tịch
changes:
  - kind: hợp nhất
    originals: [H49.71, H49.72]
    resulting: H49.90
"""


@dataclass
class Communes:
    """Two neighbors and whoever plans for the province."""

    province: Organization
    stone: Organization
    stream: Organization
    chair: Acting
    """Of the first; will head the new one."""
    clerk: Acting
    handler: Acting
    deputy: Acting
    """Of the second; no post is meant for them."""
    planner: Acting


def communes() -> Communes:
    province: Any = OrganizationFactory(
        identifier="H49", kind="committee", tier=1, full_name="Ủy ban nhân dân thành phố"
    )
    stone: Any = OrganizationFactory(identifier="H49.71", full_name="Ủy ban nhân dân xã Đá")
    stream: Any = OrganizationFactory(identifier="H49.72", full_name="Ủy ban nhân dân xã Suối")
    return Communes(
        province,
        stone,
        stream,
        chair=officer(stone, Duty.DECIDE, title="Chủ tịch"),
        clerk=officer(stone, Duty.RECEIVE, title="Công chức một cửa"),
        handler=officer(stream, Duty.APPRAISE, title="Công chức hộ tịch"),
        deputy=officer(stream, Duty.DECIDE, title="Phó Chủ tịch"),
        planner=planning(),
    )


def planning() -> Acting:
    """Somebody of the home affairs department who plans."""
    home_affairs = OrganizationFactory(
        identifier="H49.05", kind="department", tier=1, full_name="Sở Nội vụ"
    )
    planner: Any = officer(home_affairs, title="Trưởng phòng Tổ chức")
    PlanningPost.objects.create(post=planner.post, valid_during=FOREVER)
    acting: Acting = planner
    return acting


def plan_of(text: str, planner: Acting, **changed: Any) -> Plan:
    """A plan entered from its file, with words replaced."""
    for old, new in changed.items():
        text = text.replace(f"<{old}>", new)
    return actions.enter(text.encode(), by=planner)
