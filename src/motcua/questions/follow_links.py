"""Which link opens the question of somebody without an account? A signed one, for a while.

The code alone is easily guessed, so the link carries a signature; it stands in the letters to an
address that proved to be the asker's, and at the end of the form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

if TYPE_CHECKING:
    from motcua.questions.models import Question

SALT = "motcua.questions.follow"


def token(question: Question) -> str:
    """What stands in the link; opens this question and no other."""
    return TimestampSigner(salt=SALT).sign(question.code)


def address(question: Question) -> str:
    """The path that opens a question without signing in; nothing for one of an account."""
    if question.asker_id is not None:
        return ""
    return reverse("questions:followed", args=[token(question)])


def code_in(signed: str) -> str | None:
    """The code that a link of ours names; nothing for a forged or an old one."""
    try:
        return TimestampSigner(salt=SALT).unsign(signed, max_age=settings.QUESTION_LINK_SECONDS)
    except BadSignature:
        return None
