"""Which conclusions and tasks does a search engine find? Those that everybody may read."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from motcua.directives import publication
from motcua.directives.models import Conclusion, Task
from motcua.ui.sitemaps import Map

if TYPE_CHECKING:
    from motcua.directives.queries import ConclusionQuerySet, TaskQuerySet


class Conclusions(Map):
    """Every public conclusion."""

    def items(self) -> ConclusionQuerySet:
        public: ConclusionQuerySet = Conclusion.objects.public()
        return public.only("code", "signed_on").latest_first()

    def location(self, item: Conclusion) -> str:
        return publication.address(item.code)

    def lastmod(self, item: Conclusion) -> date:
        return item.signed_on


class Tasks(Map):
    """Every public task."""

    def items(self) -> TaskQuerySet:
        public: TaskQuerySet = Task.objects.public()
        return public.only("code", "moved_at").order_by("-pk")

    def location(self, item: Task) -> str:
        return publication.address(item.code)

    def lastmod(self, item: Task) -> datetime:
        return item.moved_at
