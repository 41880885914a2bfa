"""How do search engines read an organization's page? As a schema.org GovernmentOrganization."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from motcua.ui.sitemaps import absolute
from motcua.ui.structured import data_block

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from motcua.organizations.models import Contact
    from motcua.organizations.organization_page import Told


def government_organization(told: Told) -> SafeString:
    """JSON-LD of what the page says; people stand on their own pages."""
    begins, ends = told.organization.valid_during.lower, told.history.last_day
    former = sorted({each.full_name for each in told.organization.names.all()} - {told.name})
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": told.name,
        "alternateName": former,
        "identifier": told.organization.identifier,
        "url": _address(told.organization.identifier),
        "foundingDate": begins and begins.isoformat(),
        "dissolutionDate": ends and ends.isoformat(),
        "areaServed": told.units_shown,
    }
    if told.parent:
        parent = {"name": told.parent.name, "url": _address(told.parent.identifier)}
        said["parentOrganization"] = {"@type": "GovernmentOrganization", **parent}
    return data_block(said | _contact(told.contact))


def _contact(contact: Contact | None) -> dict[str, Any]:
    if contact is None:
        return {}
    said: dict[str, Any] = {
        "address": contact.address,
        "telephone": contact.phone,
        "email": contact.email,
        "sameAs": contact.website,
    }
    if contact.latitude is not None:
        geo = {"latitude": str(contact.latitude), "longitude": str(contact.longitude)}
        said["location"] = {"@type": "Place", "geo": {"@type": "GeoCoordinates", **geo}}
    return said


def _address(identifier: str) -> str:
    return absolute(reverse("apparatus:organization", args=[identifier]))
