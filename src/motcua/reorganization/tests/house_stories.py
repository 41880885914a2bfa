"""Plans of the house of ``conftest``, a merger and a division, and all that they change."""

import json
from datetime import date

from django.db import connection

from motcua.reorganization import actions, lines, rehearsal
from motcua.reorganization.models import Body, Change, Party, Plan, Route

MERGER = """
plan:
  number: 12/NQ-HĐND
  decided_on: 01/11/2026
  issuer: Hội đồng nhân dân thành phố
  title: Sắp xếp phường Hà Tu vào phường Hồng Gai
  day: 23/11/2026
organizations:
  - identifier: H49.62
    name: Ủy ban nhân dân phường Hồng Gai mới
changes:
  - kind: sáp nhập
    originals: [H49.61]
    resulting: [H49.62]
  - kind: sáp nhập
    originals: [H49.61.01]
    resulting: [H49.62.01]
"""
DIVISION = """
plan: {number: 13/NQ-HĐND, decided_on: 2026-11-01, issuer: HĐND, title: Chia, day: 2026-11-23}
organizations:
  - identifier: H49.71
    kind: commune
    tier: commune
    name: Ủy ban nhân dân phường Hà Tu mới
    parent: H49
    units: ["06652"]
    posts:
      - title: Chủ tịch
        head: có
        rank: đứng đầu
        duties: [quyết định]
        from: [{organization: H49.61, title: Chủ tịch}]
      - {title: Công chức, duties: [thẩm tra], from: [{organization: H49.61, title: Công chức}]}
changes:
  - kind: chia
    originals: [H49.61]
    resulting: [H49.71, H49.62]
    shares:
      - {from: H49.61, to: H49.71, default: có, portion: 0.6}
      - {from: H49.61, to: H49.62, localities: [Thôn 3], portion: 0.4}
  - {kind: sáp nhập, originals: [H49.61.01], resulting: [H49.62.01]}
"""


def scheduled(text, by) -> Plan:
    plan = actions.enter(text.encode(), by=by)
    actions.schedule(plan, by=by)
    for line in (line for line in lines.every() if line.is_blocking and not line.only_mended):
        rehearsal.tick(plan, line, seen=line.count(plan) or 0, note="Đã xem.", by=by)
    return plan


def everything() -> dict[str, list]:
    """All rows of every table that a plan may change, but revisions and record times."""
    tables = [
        "organizations_organization",
        "organizations_organizationname",
        "organizations_subordination",
        "organizations_jurisdiction",
        "organizations_post",
        "organizations_appointment",
        "organizations_contact",
        "organizations_competence",
        "organizations_quota",
        "organizations_succession",
        "organizations_staffingpost",
        "catalog_assignment",
        "dossiers_dossier",
        "dossiers_draft",
        "questions_question",
        "questions_answeringpost",
        "questions_termrule",
        "reorganization_planningpost",
    ]
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(
                f"SELECT to_jsonb(t) - 'revision' - 'recorded_at' FROM {table} t ORDER BY id"
            )
            found[table] = [json.loads(row) for (row,) in cursor.fetchall()]
    return found


def divided(house) -> Plan:
    """``a`` was divided among ``b``, which holds what nobody can tell, and ``c``."""
    plan = Plan.objects.create(
        number="13/NQ-HĐND",
        decided_on=date(2026, 11, 1),
        issuer="HĐND",
        day=date(2026, 11, 23),
        state="carried_out",
    )
    change = Change.objects.create(plan=plan, position=1, kind="divide")
    Party.objects.create(change=change, side="original", organization=house.a)
    for body, rank in ((house.b, 10), (house.c, 40)):
        made = Body.objects.create(
            plan=plan, identifier=body.identifier, organization=body, is_founded=False
        )
        Route.objects.create(plan=plan, old=house.a, body=made, rank=rank)
    return plan
