"""How does the site's search find published questions? By their public words only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse

from motcua.search import actions as search
from motcua.search.kinds import Findable

if TYPE_CHECKING:
    from motcua.questions.models import Question

KIND = "question"
"""Under which kind published questions stand in the site's index."""
AT_ONCE = 500


def address(code: str) -> str:
    """Where the published question of that code stands."""
    return reverse("questions:question", args=[code])


def everything() -> Iterator[Findable]:
    """Every published question, to be found."""
    from motcua.questions.models import Question

    yield from map(_findable, Question.objects.published().iterator(chunk_size=AT_ONCE))


def put_in_index(question: Question) -> None:
    """Let it be found; say it in the transaction that publishes it."""
    search.put_all(KIND, [_findable(question)])


def take_from_index(question: Question) -> None:
    """Let it be found no more."""
    search.remove(KIND, question.code)


def _findable(question: Question) -> Findable:
    body = f"{question.public_text}\n\n{question.public_answer}"
    return Findable(question.code, question.public_title, body=body)
