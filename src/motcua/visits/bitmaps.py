"""How many different ones were there? Linear counting: a bit for each hash, and the empty bits.

Whang, Vander-Zanden and Taylor, *A linear-time probabilistic counting algorithm for database
applications*, ACM TODS 15 (1990): with m bits, z of them empty, about −m · ln(z / m) were marked.
"""

from math import log

BITS = 16_384
"""One bitmap: 2 KB. Its error stays below 2.5 % up to 50,000; it is full near 150,000."""
BYTES = BITS // 8


class Bitmap:
    """Who was seen in one span of time, as bits; nobody can be read back from it."""

    __slots__ = ("bits",)

    def __init__(self) -> None:
        self.bits = bytearray(BYTES)

    def mark(self, hashed: int) -> bool:
        """Note one hash; whether it set a bit that was empty."""
        place, bit = (hashed % BITS) >> 3, 1 << (hashed & 7)
        was_empty = not self.bits[place] & bit
        self.bits[place] |= bit
        return was_empty

    @property
    def ones(self) -> int:
        """How many bits are set."""
        return int.from_bytes(self.bits).bit_count()

    def hex(self) -> str:
        """For the database, which reads ``('x' || …)::bit(16384)``."""
        return self.bits.hex()


def estimate(ones: int) -> int:
    """How many different ones marked a bitmap in which ``ones`` bits are set."""
    empty = max(BITS - ones, 1)  # a full bitmap only says "very many"
    return round(-BITS * log(empty / BITS))
