"""Who took over from an office that is no more? Who serves its territory today, as far as known."""

from __future__ import annotations

from datetime import date, timedelta

from motcua.organizations.models import Organization


def last_day(office: Organization, today: date) -> date | None:
    """The last day of an office that is closed."""
    ends: date | None = office.valid_during.upper
    return ends - timedelta(days=1) if ends and ends <= today else None


def of(office: Organization, today: date) -> list[Organization]:
    """Offices of the same kind that serve today what it served; none where nobody knows."""
    if office.unit is None:
        return []
    there = office.unit.successors_on(today)
    same = Organization.objects.on(today).filter(kind=office.kind, unit__in=there)
    return list(same.exclude(pk=office.pk).with_names(today))
