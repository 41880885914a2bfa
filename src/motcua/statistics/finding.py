"""Under which words does the site's search find an office? It leads to how the office works."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import Organization, OrganizationKind
from motcua.periods import clock
from motcua.search.kinds import Findable, Kind

ANSWERING = (
    OrganizationKind.PEOPLES_COMMITTEE,
    OrganizationKind.DEPARTMENT,
    OrganizationKind.COMMUNE_COMMITTEE,
    OrganizationKind.COUNTER,
)
"""Divisions inside of an office are not looked for by name."""
AT_ONCE = 200


def everything() -> Iterator[Findable]:
    """Every office of today by its name."""
    offices = Organization.objects.on(clock.today()).filter(kind__in=ANSWERING).with_names()
    for office in offices.order_by("pk").iterator(chunk_size=AT_ONCE):
        name = office.name
        yield Findable(office.identifier, f"{name[:1].upper()}{name[1:]}", office.identifier)


def address(identifier: str) -> str:
    """How the office works."""
    return reverse("statistics:office", args=[identifier])


OFFICES = Kind("organization", _("Cơ quan"), address, everything, place=40)
