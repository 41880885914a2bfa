"""How far may chance alone move a share? Intervals of 95 %, for shares and what differs of them.

Wilson's score interval for one share; for sums and differences of shares the square-and-add rule
on Wilson's limits: Newcombe's hybrid score interval (Statistics in Medicine 17, 1998, method 10),
and for more than two shares Zou and Donner (Statistics in Medicine 27, 2008).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

Z = 1.959963984540054
"""Of 95 %, two-sided."""


class Interval(NamedTuple):
    """An estimate and the limits between which chance may have moved it."""

    value: float
    low: float
    high: float

    @property
    def tells_apart(self) -> bool:
        """Whether zero lies outside: then chance alone hardly explains a difference."""
        return self.low > 0 or self.high < 0


class Share(NamedTuple):
    """``part`` of ``whole``, both counts."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None


def wilson(share: Share) -> Interval:
    """The interval of one share; of nothing, everything is possible.

    >>> low, high = wilson(Share(81, 263))[1:]
    >>> f"{low:.4f} {high:.4f}"
    '0.2553 0.3662'
    """
    if not share.whole:
        return Interval(0.0, 0.0, 1.0)
    n, p, square = share.whole, share.part / share.whole, Z * Z
    middle = (p + square / (2 * n)) / (1 + square / n)
    half = Z * math.sqrt(p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n)
    return Interval(p, max(0.0, middle - half), min(1.0, middle + half))


def difference(later: Share, earlier: Share) -> Interval:
    """``later`` less ``earlier``.

    >>> low, high = difference(Share(56, 70), Share(48, 80))[1:]
    >>> f"{low:.4f} {high:.4f}"
    '0.0524 0.3339'
    """
    return contrast([(1, later), (-1, earlier)])


def contrast(parts: Iterable[tuple[int, Share]]) -> Interval:
    """A sum of shares with signs, such as what changed here less what changed elsewhere."""
    value = below = above = 0.0
    for sign, share in parts:
        p, low, high = wilson(share)
        down, up = (p - low, high - p) if sign > 0 else (high - p, p - low)
        value += sign * p
        below += down * down
        above += up * up
    return Interval(value, value - math.sqrt(below), value + math.sqrt(above))
