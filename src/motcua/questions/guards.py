"""Is it a human, and not too often? Allowances, the honeypot, the time it took, the work done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings

from motcua.accounts.attempts import Attempted
from motcua.questions import contacts, proof_of_work
from motcua.questions.models import Doubt, SpentProof

if TYPE_CHECKING:
    from uuid import UUID

HONEYPOT = "website"
"""A field that people do not see; machines fill in whatever has a name."""
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


def doubts(sent: Mapping[str, str], key: UUID) -> list[Doubt]:
    """Why a human should look first at what a page sent; nothing where a human surely wrote it."""
    found = []
    if sent.get(HONEYPOT):
        found.append(Doubt.HONEYPOT)
    challenge = proof_of_work.read(sent.get("challenge", ""))
    if challenge is None or challenge.age < settings.QUESTION_FASTEST_SECONDS:
        found.append(Doubt.TOO_FAST)
    if not _is_proven(sent, key):
        found.append(Doubt.NO_PROOF)
    return found


def _is_proven(sent: Mapping[str, str], key: UUID) -> bool:
    text = sent.get("challenge", "")
    challenge = proof_of_work.read(text)
    if challenge is None or not proof_of_work.is_proof(text, sent.get("proof", "")):
        return False
    return SpentProof.spend(challenge.nonce, key)


def _wait(**whose: str) -> timedelta:
    return Attempted("question", settings.QUESTION_ALLOWANCES, **whose).count()
