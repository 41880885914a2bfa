"""Which procedures does a search engine find? Those offered today, in both languages."""

from __future__ import annotations

from django.urls import reverse

from motcua.periods import clock
from motcua.ui.sitemaps import Map

from .models import ProcedureVersion


class ProcedureMap(Map):
    """The page of every procedure."""

    i18n = True
    alternates = True
    limit = 10_000

    def items(self) -> list[str]:
        offered = ProcedureVersion.objects.published().on(clock.today())
        return list(offered.order_by("procedure__code").values_list("procedure__code", flat=True))

    def location(self, item: str) -> str:
        return reverse("catalog:procedure", args=[item])
