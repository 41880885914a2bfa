"""Which ways lead through a guide? Every combination of answers, each to its end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from .reading import Told
from .ways import Way, walk

MOST = 2_000
"""So many are walked; a guide of a few short questions has some dozens."""


def every_way(told: Told, most: int = MOST) -> Iterator[Way]:
    """Each way to an end; days, which decide of nothing but terms, are left open."""
    return islice(_from(told, {}), most)


def _from(told: Told, answers: dict[str, str]) -> Iterator[Way]:
    way = walk(told, answers)
    if way.asked is None:
        yield way
        return
    keys = [option.key for option in way.asked.options] if not way.asked.is_day else [""]
    for key in keys:
        yield from _from(told, answers | {way.asked.key: key})
