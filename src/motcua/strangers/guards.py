"""Is it a human? The honeypot, the time it took, the work done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.conf import settings

from motcua.strangers import proof_of_work
from motcua.strangers.doubts import Doubt
from motcua.strangers.models import SpentProof

if TYPE_CHECKING:
    from uuid import UUID

HONEYPOT = "website"
"""A field that people do not see; machines fill in whatever has a name."""


def doubts(sent: Mapping[str, str], key: UUID) -> list[Doubt]:
    """Why a human should look first at what a page sent; nothing where a human surely wrote it."""
    found = []
    if sent.get(HONEYPOT):
        found.append(Doubt.HONEYPOT)
    challenge = proof_of_work.read(sent.get("challenge", ""))
    if challenge is None or challenge.age < settings.FASTEST_SECONDS:
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
