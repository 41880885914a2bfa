"""Among which communes does a citizen choose, and what is each called?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.organizations.models import Organization, OrganizationKind
from motcua.periods import clock
from motcua.territory import addresses
from motcua.territory.models import Unit
from motcua.territory.queries import UnitQuerySet


def commune_choices() -> list[tuple[str, str]]:
    """Code and name of every commune of today, in Vietnamese order; first the empty choice."""
    day = clock.today()
    return [("", _("Nơi khác, hoặc chưa rõ")), *_named(ours(day), day)]


def ours(day: date) -> UnitQuerySet:
    """The communes of the province that the People's Committee of this portal serves."""
    return Unit.objects.on(day).communes_of(_province(day))


def province_name(day: date) -> str:
    """What that province is called; nothing before there is a committee. Two queries."""
    province = Unit.objects.filter(pk__in=_province(day)).with_names(day).first()
    return str(province.name_on(day)) if province else ""


def _province(day: date) -> Any:
    committees = Organization.objects.on(day).filter(
        kind=OrganizationKind.PEOPLES_COMMITTEE, jurisdictions__valid_during__contains=day
    )
    return committees.values("jurisdictions__unit").order_by("identifier")[:1]


def province_choices() -> list[tuple[str, str]]:
    """Code and name of every province of today, in Vietnamese order; first the empty choice."""
    day = clock.today()
    return [("", _("Hãy chọn")), *_named(Unit.objects.on(day).provinces(), day)]


def communes_of(province: str) -> list[tuple[str, str]]:
    """Code and name of every commune of a province, by that province's code."""
    day = clock.today()
    there = Unit.objects.on(day).provinces().filter(code=province)
    return _named(Unit.objects.on(day).communes_of(there.values("pk")[:1]), day)


def meant(text: str) -> list[tuple[str, str, str]]:
    """Code, address and why it is offered, of the communes that an old or new name may mean."""
    found = addresses.candidates(text, clock.today())
    return [(one.unit.code, one.address, one.reason) for one in found]


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """What communes are called today, with their province; unknown ones are left out."""
    day, wanted = clock.today(), set(codes)
    if not wanted:
        return {}
    units = addresses.around(Unit.objects.on(day).communes().filter(code__in=wanted))
    return {unit.code: addresses.address_of(unit, day) for unit in units}


def codes_known(codes: Iterable[str]) -> set[str]:
    """Those of the codes that are a commune's today."""
    wanted = set(codes)
    known = Unit.objects.on(clock.today()).communes().filter(code__in=wanted)
    return set(known.values_list("code", flat=True)) if wanted else set()


def _named(units: UnitQuerySet, day: date) -> list[tuple[str, str]]:
    ordered = units.in_vietnamese_order(day).with_names(day)
    return [(unit.code, unit.name_on(day)) for unit in ordered]
