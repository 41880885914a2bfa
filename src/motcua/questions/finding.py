"""Does someone know enough of a question asked without an account? Its code and the address."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from motcua.questions import contacts
from motcua.questions.models import Question

if TYPE_CHECKING:
    from motcua.questions.queries import QuestionQuerySet

NOBODYS = "0" * 64
"""Compared with where there is no question, so that unknown takes the same work as wrong."""


def known(code: str, email: str) -> Question | None:
    """The question, if it exists and the address was confirmed when it was asked."""
    question = Question.objects.without_account().filter(code=code).first()
    key = contacts.key_of(question.email) if question and question.email else NOBODYS
    is_right = hmac.compare_digest(contacts.key_of(email), key)
    return question if is_right else None


def behind(code: str | None) -> QuestionQuerySet:
    """The question behind a link that was signed; one of an account opens only in it."""
    return Question.objects.without_account().filter(code=code or "").for_pages()
