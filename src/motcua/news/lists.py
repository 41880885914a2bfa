"""Which articles are on a list, and which page of it? What a reader asked for in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator

from motcua.search import folding
from motcua.search import queries as search

from .actions import KIND
from .queries import ArticleQuerySet

ON_A_PAGE = 12
LONGEST = 200


@dataclass(frozen=True)
class Listed:
    """One page of a list."""

    page: Page
    question: str = ""
    words: frozenset[str] = field(default_factory=frozenset)
    """The folded words to highlight."""

    @property
    def is_first(self) -> bool:
        """Whether the list begins here, unasked: then its first article stands large."""
        return self.page.number == 1 and not self.question


def listed(articles: ArticleQuerySet, address: Mapping[str, str]) -> Listed:
    """The page that ``?q=…&trang=…`` asks for; the newest first, or what fits best."""
    question = folding.nfc(address.get("q", "")).strip()[:LONGEST]
    words: frozenset[str] = frozenset()
    if question:
        hits = search.find(question, KIND)
        words = hits[0].words if hits else words
        articles = articles.in_this_order([int(hit.key) for hit in hits])
    else:
        articles = articles.newest_first()
    page = Paginator(articles.with_pictures(), ON_A_PAGE).get_page(address.get("trang"))
    return Listed(page, question, words)
