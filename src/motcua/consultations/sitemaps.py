"""Which consultations does a search engine find? All that were opened."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from motcua.consultations import publication
from motcua.consultations.models import Consultation
from motcua.ui.sitemaps import Map

if TYPE_CHECKING:
    from motcua.consultations.queries import ConsultationQuerySet


class Drafts(Map):
    """Every consultation that was opened, with the day of its last move."""

    def items(self) -> ConsultationQuerySet:
        return Consultation.objects.public().only("code", "moved_at").order_by("-pk")

    def location(self, item: Consultation) -> str:
        return publication.address(item.code)

    def lastmod(self, item: Consultation) -> datetime:
        return item.moved_at
