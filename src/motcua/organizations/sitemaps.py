"""Which pages of the apparatus does a search engine find? Every organization, and who leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from motcua.organizations.finding import address
from motcua.organizations.models import Organization, Profile
from motcua.ui.sitemaps import Map

if TYPE_CHECKING:
    from motcua.organizations.queries import OrganizationQuerySet, ProfileQuerySet


class Organizations(Map):
    """Those of today and those of before; an ended one says who answers now."""

    def items(self) -> OrganizationQuerySet:
        return Organization.objects.only("identifier").order_by("identifier")

    def location(self, item: Organization) -> str:
        return address(item.identifier)


class Leaders(Map):
    """Everybody who leads or led and has a page."""

    def items(self) -> ProfileQuerySet:
        return Profile.objects.shown().order_by("slug")

    def location(self, item: Profile) -> str:
        return reverse("apparatus:leader", args=[item.slug])
