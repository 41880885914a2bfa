"""Among which communes does a citizen of this province choose?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from motcua.organizations.models import Organization, OrganizationKind
from motcua.periods import clock
from motcua.territory.models import Unit


def commune_choices() -> list[tuple[str, str]]:
    """Code and name of every commune of today, in Vietnamese order; first the empty choice.

    The province is the one that the People's Committee of this portal serves.
    """
    day = clock.today()
    province = (
        Organization.objects.on(day)
        .filter(kind=OrganizationKind.PEOPLES_COMMITTEE, jurisdictions__valid_during__contains=day)
        .values("jurisdictions__unit")
        .order_by("identifier")[:1]
    )
    units = Unit.objects.on(day).communes_of(province).in_vietnamese_order(day).with_names(day)
    names = [(unit.code, unit.name_on(day)) for unit in units]
    return [("", _("Nơi khác, hoặc chưa rõ")), *names]


def name_of(code: str) -> str:
    """What a commune is called today."""
    unit = Unit.objects.on(clock.today()).communes().filter(code=code).first()
    return unit.name_on(clock.today()) if unit else code
