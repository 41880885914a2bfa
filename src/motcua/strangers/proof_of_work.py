"""Did the sender's machine work for it? A small hashcash, so that ten thousand letters cost.

The server signs a challenge; the page's script looks for a number that makes the SHA-256 of
``challenge:number`` begin with so many zero bits, and the server checks it with one hash. Whoever
has no JavaScript has no proof, and a human looks first at what they sent.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner, b62_decode

SALT = "motcua.strangers.proof"
NUMBER = re.compile(r"[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a page was given to work at, as far as the signature can be believed."""

    nonce: str
    bits: int
    age: float
    """Seconds since the page was shown."""

    @property
    def is_fresh(self) -> bool:
        """Whether a proof for it still counts."""
        return self.age <= settings.PROOF_SECONDS


def new_challenge() -> str:
    """A challenge for one page: nonce, difficulty and time, signed."""
    value = f"{secrets.token_urlsafe(12)}.{settings.PROOF_BITS}"
    return TimestampSigner(salt=SALT).sign(value)


def read(challenge: str) -> Challenge | None:
    """What we signed ourselves; nothing for what anybody else wrote."""
    try:
        nonce, _dot, bits = TimestampSigner(salt=SALT).unsign(challenge).partition(".")
    except (BadSignature, SignatureExpired):
        return None
    signed_at = b62_decode(challenge.rsplit(":", 2)[1])
    return Challenge(nonce, int(bits), time.time() - signed_at)


def is_proof(challenge: str, number: str) -> bool:
    """Whether ``number`` is the work that a challenge of ours, still fresh, asked for."""
    found = read(challenge)
    if found is None or not found.is_fresh or not NUMBER.fullmatch(number):
        return False
    return zero_bits(hashlib.sha256(f"{challenge}:{number}".encode()).digest()) >= found.bits


def zero_bits(digest: bytes) -> int:
    """How many bits of a digest are zero before the first one.

    >>> zero_bits(bytes([0, 0b00010000]))
    11
    """
    return len(digest) * 8 - int.from_bytes(digest).bit_length()
