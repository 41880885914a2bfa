"""Which bytes of a file does a player ask for? One range (RFC 9110, section 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .exceptions import NothingThere

_ONE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@dataclass(frozen=True)
class Span:
    """From the first byte to the last, both of them sent."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    def of(self, size: int) -> str:
        """As ``Content-Range`` says it."""
        return f"bytes {self.first}-{self.last}/{size}"


def asked(header: str, size: int) -> Span | None:
    """The one range that is asked for; None where the whole file is the answer.

    Several ranges at once and what is no range are answered with everything, which is allowed
    (section 14.2) and what no player needs. Raises :class:`NothingThere`.
    """
    found = _ONE.fullmatch(header.replace(" ", ""))
    if found is None or found[1] == found[2] == "":
        return None
    if found[1] == "":
        return _last(int(found[2]), size)
    first, last = int(found[1]), int(found[2] or size - 1)
    if last < first and found[2]:
        return None
    if first >= size:
        raise NothingThere
    return Span(first, min(last, size - 1))


def _last(count: int, size: int) -> Span:
    """The last ``count`` bytes."""
    if count == 0 or size == 0:
        raise NothingThere
    return Span(max(0, size - count), size - 1)
