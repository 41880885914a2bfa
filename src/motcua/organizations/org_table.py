"""How is the apparatus of a day read as a plain table? One line each, safe in a spreadsheet."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from motcua.organizations import leaders, systems
from motcua.organizations.apparatus import Apparatus, Body
from motcua.organizations.models import Appointment, OrganizationKind
from motcua.organizations.systems import System
from motcua.territory.tiers import Tier
from motcua.ui import sheets

BETWEEN = " | "
"""Between the values of a merged body, which has one for each of its systems, in one order."""


def table(day: date) -> str:
    """The apparatus of ``day`` as CSV."""
    found = Apparatus.of(day)
    bodies = sorted(found.bodies.values(), key=lambda each: each.identifier)
    heads = leaders.heads(found.bodies, day)
    acting = systems.of(found.bodies, day)
    columns = [
        _("Mã định danh"),
        _("Tên"),
        _("Loại"),
        _("Cấp"),
        _("Mã cơ quan cấp trên"),
        _("Cơ quan cấp trên"),
        _("Người đứng đầu"),
        _("Chức vụ"),
        _("Hệ thống"),
        _("Tên trong từng hệ thống"),
        _("Mã cơ quan cấp trên trong từng hệ thống"),
    ]
    lines = ([*_line(body, heads.get(body.pk)), *_systems(acting[body.pk])] for body in bodies)
    return sheets.written(columns, lines)


def _line(body: Body, head: Appointment | None) -> list[str]:
    return [
        body.identifier,
        body.name,
        str(OrganizationKind(body.kind).label),
        str(Tier(body.tier).label),
        body.parent.identifier if body.parent else "",
        body.parent.name if body.parent else "",
        head.person.full_name if head else "",
        leaders.Held(head).said if head else "",
    ]


def _systems(acting: list[System]) -> list[str]:
    return [
        BETWEEN.join(str(each.line.label) for each in acting),
        BETWEEN.join(each.name for each in acting),
        BETWEEN.join(each.superior for each in acting),
    ]
