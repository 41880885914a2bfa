"""Is it not too often? How much one network, one contact and one letter box may do."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings

from motcua.accounts.attempts import Attempted
from motcua.questions import contacts

if TYPE_CHECKING:
    from uuid import UUID

ONCE_A_DAY = {"opinion": (1, 24 * 60 * 60)}


def writings_of(network: str) -> timedelta:
    """How long a network has to wait before it may write another question; nothing if not."""
    return _wait(network=network)


def questions_of(contact: str) -> timedelta:
    """How long an asker has to wait before another question is sent; nothing if not."""
    return _wait(contact=contact)


def letters_to(email: str) -> timedelta:
    """How long until another code may be sent to an address; nothing if now."""
    return _wait(letter=contacts.key_of(email))


def guesses_at(key: UUID) -> timedelta:
    """How long until the code of an inquiry may be guessed at again; nothing if now."""
    return _wait(code=str(key))


def opinions_of(network: str) -> timedelta:
    """How long until a network may say again whether an answer helped; nothing if now."""
    return _wait(opinion=network)


def is_first_opinion(network: str, code: str) -> bool:
    """Whether nobody in a network said today whether this answer helped."""
    return not Attempted("question opinion", ONCE_A_DAY, opinion=f"{network} {code}").count()


def look_up(network: str, code: str) -> Attempted:
    """One try to find a question by its code; given back where it was right."""
    return Attempted("question look-up", settings.LOOK_UP_ALLOWANCES, network=network, code=code)


def _wait(**whose: str) -> timedelta:
    return Attempted("question", settings.QUESTION_ALLOWANCES, **whose).count()
