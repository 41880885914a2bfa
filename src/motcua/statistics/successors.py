"""Who took over from an office that is no more? Who serves its territory today, as far as known."""

from __future__ import annotations

from datetime import date, timedelta

from motcua.organizations.models import Organization
from motcua.territory.models import Unit


def last_day(office: Organization, today: date) -> date | None:
    """The last day of an office that is closed."""
    ends: date | None = office.valid_during.upper
    return ends - timedelta(days=1) if ends and ends <= today else None


def of(office: Organization, today: date) -> list[Organization]:
    """Offices of the same kind that serve today what it served; none where nobody knows."""
    served = list(office.units_on(today).values_list("pk", flat=True))
    there = {heir for heirs in Unit.objects.heirs(served, today).values() for heir in heirs}
    same = Organization.objects.on(today).filter(kind=office.kind).in_charge_of(there)
    return list(same.exclude(pk=office.pk).with_names(today))
