"""Was it asked before? Answered questions and procedures that say nearly the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from motcua.questions.models import Question
from motcua.questions.publication import KIND
from motcua.search import queries as search

PROCEDURES = "procedure"
AT_MOST = 4
SHORTEST = 8
"""Fewer letters say too little."""
FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Similar:
    """What may already hold the answer, the nearest first."""

    questions: tuple[search.Hit, ...] = ()
    procedures: tuple[search.Hit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.questions or self.procedures)


def to(words: str, *, leave_out: Iterable[str] = ()) -> Similar:
    """What resembles ``words``: two statements, whatever was typed; ``leave_out`` are codes."""
    said = " ".join(words.split())
    if len(said) < SHORTEST or len(said.split()) < FEWEST_WORDS:
        return Similar()
    return Similar(_find(said, KIND, leave_out), _find(said, PROCEDURES, leave_out))


def beside(question: Question) -> list[tuple[str, str]]:
    """Code and title of other answers for who reads this one: what resembles it, or its procedure.

    The title of a question is long, so that often nothing says half of it.
    """
    hits = _find(question.public_title, KIND, [question.code])
    found = {hit.key: hit.title for hit in hits}
    if len(found) < AT_MOST and question.procedure_id:
        theirs = Question.objects.published().filter(procedure=question.procedure_id)
        others = theirs.exclude(code__in=[*found, question.code]).latest_published()
        found |= dict(others.values_list("code", "public_title")[: AT_MOST - len(found)])
    return list(found.items())


def _find(said: str, kind: str, leave_out: Iterable[str]) -> tuple[search.Hit, ...]:
    unwanted = set(leave_out)
    hits = search.find(said, kind, limit=AT_MOST + len(unwanted))
    return tuple(hit for hit in hits if hit.key not in unwanted)[:AT_MOST]
