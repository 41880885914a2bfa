"""A browser that works for what it sends, as proof.js does."""

import hashlib
import itertools
import re

from motcua.strangers.proof_of_work import zero_bits


def solved(challenge: str) -> str:
    bits = int(challenge.split(":")[0].rpartition(".")[2])
    numbers = map(str, itertools.count())
    return next(n for n in numbers if zero_bits(_digest(challenge, n)) >= bits)


def challenge_on(page: str) -> str:
    return str(re.findall(r'name="challenge" value="([^"]+)"', page)[0])


def key_on(page: str) -> str:
    return str(re.findall(r'name="key" value="([^"]+)"', page)[0])


def _digest(challenge: str, number: str) -> bytes:
    return hashlib.sha256(f"{challenge}:{number}".encode()).digest()
