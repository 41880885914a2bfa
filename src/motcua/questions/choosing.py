"""Which published questions does the list show? What a reader asked for in the address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models.expressions import RawSQL

from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.questions.models import Category, Question
from motcua.questions.publication import KIND
from motcua.search import folding
from motcua.search import queries as search

if TYPE_CHECKING:
    from motcua.organizations.queries import OrganizationQuerySet
    from motcua.questions.queries import QuestionQuerySet

ON_A_PAGE = 15
MOST_HITS = 100
"""Nobody reads further; who does not find it among these says it differently."""
ANSWERING = """
    WITH RECURSIVE found(office) AS (
        (SELECT organization_id FROM questions_question WHERE published_at IS NOT NULL
         ORDER BY organization_id LIMIT 1)
        UNION ALL
        SELECT (SELECT organization_id FROM questions_question
                WHERE published_at IS NOT NULL AND organization_id > office
                ORDER BY organization_id LIMIT 1)
        FROM found WHERE office IS NOT NULL
    ) SELECT office FROM found WHERE office IS NOT NULL"""
"""Every office with a published answer: one look into an index for each, however many answers."""
PLAIN = re.compile(r"[\w.-]{1,60}")


@dataclass(frozen=True, slots=True)
class Wish:
    """The words and filters of the address; what is unknown is no wish."""

    words: str = ""
    category: str = ""
    office: str = ""
    procedure: str = ""
    before: str = ""
    """The code of the last question of the page before."""

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Wish:
        """From ``?q=…&linh-vuc=…&co-quan=…&thu-tuc=…&sau=…``."""
        return cls(
            words=folding.nfc(address.get("q", "")).strip()[:200],
            category=_plain(address.get("linh-vuc", "")),
            office=_plain(address.get("co-quan", "")),
            procedure=_plain(address.get("thu-tuc", "")),
            before=_plain(address.get("sau", "")),
        )

    @property
    def has_filters(self) -> bool:
        return bool(self.category or self.office or self.procedure)


@dataclass(frozen=True, slots=True)
class Found:
    """The questions of one page, and whether there are more behind them."""

    questions: list[Question]
    next_after: str = ""
    """The code with which the next page goes on; empty on the last one."""
    hits: list[search.Hit] = field(default_factory=list)

    @property
    def words(self) -> frozenset[str]:
        """The folded words to highlight."""
        return self.hits[0].words if self.hits else frozenset()

    @property
    def is_loose(self) -> bool:
        """Whether nothing holds all the words."""
        return bool(self.hits) and self.hits[0].is_loose


def choose(wish: Wish) -> Found:
    """One page of what fits: by relevance where words were given, else the newest answers first."""
    shown = _filtered(Question.objects.published(), wish).for_pages()
    if wish.words:
        return _by_words(shown, wish)
    rows = list(shown.after(wish.before).latest_published()[: ON_A_PAGE + 1])
    return _page(rows)


def latest(wish: Wish, at_most: int) -> list[Question]:
    """The newest answers that fit the filters, whatever the words."""
    fitting = _filtered(Question.objects.published(), wish).for_pages()
    return list(fitting.latest_published()[:at_most])


def _by_words(questions: QuestionQuerySet, wish: Wish) -> Found:
    """In the order of the hits; filters apply to them, and the page goes on after a code."""
    hits = search.find(wish.words, KIND, limit=MOST_HITS)
    fitting = {row.code: row for row in questions.filter(code__in=[hit.key for hit in hits])}
    codes = [hit.key for hit in hits if hit.key in fitting]
    start = codes.index(wish.before) + 1 if wish.before in codes else 0
    return _page([fitting[code] for code in codes[start : start + ON_A_PAGE + 1]], hits)


def _page(rows: list[Question], hits: list[search.Hit] | None = None) -> Found:
    shown = rows[:ON_A_PAGE]
    more = shown[-1].code if len(rows) > ON_A_PAGE else ""
    return Found(shown, more, hits or [])


def _filtered(questions: QuestionQuerySet, wish: Wish) -> QuestionQuerySet:
    if wish.category:
        questions = questions.filter(category__slug=wish.category)
    if wish.office:
        questions = questions.filter(organization__identifier=wish.office)
    if wish.procedure:
        questions = questions.filter(procedure__code=wish.procedure)
    return questions


def categories() -> list[Category]:
    return list(Category.objects.all())


def offices() -> OrganizationQuerySet:
    """Those that have published an answer, by name."""
    found = RawSQL(ANSWERING, ())  # noqa: S611  no words of anybody in it
    answering = Organization.objects.on(today()).filter(pk__in=found)
    return answering.with_names(today()).in_vietnamese_order(today())


def _plain(asked: str) -> str:
    return asked if PLAIN.fullmatch(asked) else ""
