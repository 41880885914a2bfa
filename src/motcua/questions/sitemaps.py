"""Which published questions does a search engine find? All, with the day of their answer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from motcua.questions import publication
from motcua.questions.models import Question
from motcua.ui.sitemaps import Map

if TYPE_CHECKING:
    from motcua.questions.queries import QuestionQuerySet


class Answers(Map):
    """Every published question."""

    def items(self) -> QuestionQuerySet:
        published = Question.objects.published().only("code", "published_at")
        return published.latest_published()

    def location(self, item: Question) -> str:
        return publication.address(item.code)

    def lastmod(self, item: Question) -> datetime | None:
        return item.published_at
