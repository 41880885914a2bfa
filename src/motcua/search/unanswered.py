"""What was asked and not found? Counted in memory, written after answers, shown to editors.

A question is kept without who asked it, and only where it holds nothing that looks like a number
of a person, a telephone, an address of mail or a code of a dossier. Editors see it once it was
asked often enough to be nobody's own words. A process that dies loses what it counted last.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto
from threading import Lock
from typing import Any

import structlog
from django.db import DatabaseError, connection
from django.db.models import Count, F, Max, Min, QuerySet, Sum

from motcua.periods import clock

from . import words
from .models import Unanswered

OFTEN_ENOUGH = 3
"""Editors see what was asked so many times."""
MOST_WORDS = 12
"""Longer ones tell a story, and stories have names in them."""
EVERY = 20.0
"""Seconds between two times that a process writes."""
MOST_IN_MEMORY = 300
MOST_A_DAY = 3_000
"""What is asked beyond is a machine's."""
KEPT, RARE_KEPT = timedelta(days=90), timedelta(days=14)
"""How long questions are kept, and those that nobody sees."""

PERSONAL = re.compile(r"@|[(\[]at[)\]]|a còng|(?:\d[\s.\-/]*){6,}")
PROCEDURE = re.compile(r"\d\.\d{6}")
WRITE = """
INSERT INTO search_unanswered (day, words, times, loosely, elsewhere)
SELECT said.* FROM unnest(%s::date[], %s::text[], %s::int[], %s::int[], %s::int[])
    AS said (day, words, times, loosely, elsewhere)
WHERE (SELECT count(*) FROM search_unanswered WHERE day = %s) < %s
ON CONFLICT (words, day) DO UPDATE SET times = search_unanswered.times + excluded.times,
    loosely = search_unanswered.loosely + excluded.loosely,
    elsewhere = search_unanswered.elsewhere + excluded.elsewhere
"""
log = structlog.get_logger("motcua.search")


class Missed(Enum):
    """What a question did not find."""

    ALL = auto()
    """Nothing at all was found."""
    WHOLE = auto()
    """Something holds some of the words and nothing all of them."""
    SOUGHT = auto()
    """Only something else than a procedure holds them all."""


Line = tuple[date, str, Missed]
"""A day, the words, and what they did not find."""


@dataclass
class Notebook:
    """What one process counted and did not write yet."""

    counts: Counter[Line] = field(default_factory=Counter)
    written_at: float = 0.0
    lock: Lock = field(default_factory=Lock)

    def note(self, question: str, missed: Missed = Missed.ALL) -> None:
        """Count a question that did not find what it should; costs no query."""
        said = without_persons(question)
        if not said:
            return
        with self.lock:
            line = (clock.today(), said, missed)
            if line in self.counts or len(self.counts) < MOST_IN_MEMORY:
                self.counts[line] += 1

    def is_due(self) -> bool:
        return bool(self.counts) and time.monotonic() - self.written_at >= EVERY

    def write(self) -> None:
        """Add the counts to the table; they stay here where the database is away."""
        with self.lock:
            taken, self.counts = self.counts, Counter()
            self.written_at = time.monotonic()
        try:
            _write(taken)
        except DatabaseError:
            log.warning("unanswered questions wait", how_many=len(taken))
            with self.lock:
                self.counts.update(taken)


notebook = Notebook()


def without_persons(question: str) -> str:
    """The words of the question, or nothing where they may say who somebody is."""
    code = PROCEDURE.fullmatch(question.strip())
    if code:
        return code[0]
    said = words.strict(question[:200])
    if len(said) > MOST_WORDS or PERSONAL.search(question):
        return ""
    return " ".join(word for word in said if len(word) <= words.LONGEST_WORD)[:200]


def often_asked() -> QuerySet[Unanswered, Any]:
    """What editors see: words, how often, on how many days; the most frequent first."""
    grouped = Unanswered.objects.values("words").annotate(
        total=Sum(F("times") + F("loosely") + F("elsewhere")),
        loosely=Sum("loosely"),
        elsewhere=Sum("elsewhere"),
        days=Count("day"),
        first_day=Min("day"),
        last_day=Max("day"),
    )
    return grouped.filter(total__gte=OFTEN_ENOUGH).order_by("-total", "words")


def forget_old() -> int:
    """Delete what is old, and sooner what was rarely asked; how many rows."""
    today = clock.today()
    old = Unanswered.objects.filter(day__lt=today - KEPT)
    seen = often_asked().values("words")
    rare = Unanswered.objects.filter(day__lt=today - RARE_KEPT).exclude(words__in=seen)
    return old.delete()[0] + rare.delete()[0]


def _write(taken: Counter[Line]) -> None:
    lines = sorted({(day, said) for day, said, _missed in taken})
    days, said = [day for day, _ in lines], [text for _, text in lines]
    counts = [[taken[(*line, missed)] for line in lines] for missed in Missed]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [days, said, *counts, clock.today(), MOST_A_DAY])
