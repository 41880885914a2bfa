"""Who sees whom the rules on duties turned away, and how does the list read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.dossiers.models import Clash
from motcua.organizations import rights
from motcua.periods.clock import VIETNAM
from motcua.ui import sheets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from motcua.dossiers.queries import ClashQuerySet
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Organization

PAGE = 50
AT_MOST = 20_000
"""Rows of one sheet; a narrower question gives the rest."""


def houses(acting: Acting) -> list[Organization]:
    """Over which organizations ``acting`` watches: the right's, and a head's own."""
    given = rights.houses(acting, rights.Right.OVERSEE)
    own = acting.organization if acting.post and acting.post.is_head else None
    return [*given, own] if own else given


def seen_by(houses: Iterable[Organization]) -> ClashQuerySet:
    """What is kept there, with what its rows show."""
    found: ClashQuerySet = Clash.objects.seen_by(houses)
    return found.with_hands().select_related("dossier", "procedure", "allowed_by")


def sheet(rows: ClashQuerySet) -> str:
    """The list for a spreadsheet."""
    heads = [
        _("Lúc"),
        _("Loại"),
        _("Người"),
        _("Chức vụ"),
        _("Cơ quan"),
        _("Hồ sơ"),
        _("Thủ tục"),
        _("Bước"),
        _("Căn cứ cho phép"),
    ]
    return sheets.written(heads, map(_line, rows[:AT_MOST]))


def _line(one: Clash) -> list[str]:
    office = one.post.organization.name if one.post else ""
    allowed = one.allowed_by
    return [
        timezone.localtime(one.at, VIETNAM).strftime("%d/%m/%Y %H:%M"),
        one.get_kind_display(),
        one.person.full_name,
        ", ".join(filter(None, [one.title, one.for_whom])),
        office,
        one.dossier.code,
        one.procedure.code,
        one.label,
        f"{allowed.decision}: {allowed.reason}" if allowed else "",
    ]
