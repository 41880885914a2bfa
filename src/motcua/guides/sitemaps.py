"""Which guides does a search engine find? Those of today, in both languages."""

from __future__ import annotations

from django.urls import reverse

from motcua.periods import clock
from motcua.ui.sitemaps import Map

from .models import Edition


class GuideMap(Map):
    """The first page of every guide."""

    i18n = True
    alternates = True

    def items(self) -> list[str]:
        held = Edition.objects.on(clock.today()).in_order()
        return list(held.values_list("event__slug", flat=True))

    def location(self, item: str) -> str:
        return reverse("guides:guide", args=[item])
