"""Is it for a special case, and was that asked for? *Thu hồi*, *lưu động*, *có yếu tố nước ngoài*.

Names of procedures tell siblings apart by such words, people by others: *thất lạc* asks for *cấp
lại*, *bị rút* for *thu hồi*. Which words ask for which cases is data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from . import words

CASES = Path(__file__).parent / "data" / "special_cases.json"
"""What names say of a special case, each with the words by which people ask for it."""
LEAST = 0.88
"""What is for a special case that was not asked for fits so much."""
MEANT = 1.3
"""What is for a special case that was asked for in other words fits so much better."""
NEVER = 0.75
"""What is for a case that cannot be meant fits so much."""

Family = dict[str, list[str]]
"""Cases that are named, what is said for them, and cases that are never meant then."""
Both = tuple[tuple[str, ...], tuple[str, ...]]
"""Words with their marks and without."""


class Said(NamedTuple):
    """Words that ask for cases, with their marks and without."""

    strict: tuple[str, ...]
    loose: tuple[str, ...]
    cases: frozenset[str]
    never: frozenset[str]
    """Cases that are not meant then, whatever else is said."""


class Asked(NamedTuple):
    """Which special cases a question asks for, and which words it says that with."""

    cases: frozenset[str] = frozenset()
    with_words: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


def fits(title: str, looked_for: AbstractSet[str], asked_for: Asked) -> float:
    """How much better or worse a title, without marks, fits for the special cases that it names.

    >>> fits("thu hoi giay phep", {"giay", "phep"}, Asked(frozenset({"thu hoi"})))
    1.3
    """
    named = _named(title)
    others = named - asked_for.cases
    said = looked_for - asked_for.with_words
    unasked = sum(not _words(case) <= said for case in others)
    fit = LEAST**unasked * (1.0 if others == named else MEANT)
    return fit if named.isdisjoint(asked_for.never) else fit * NEVER


def asked(strict: Sequence[str], loose: Sequence[str]) -> Asked:
    """Which special cases a question asks for in everyday words; the longest words count.

    >>> sorted(asked(["giấy", "bị", "rách"], ["giay", "bi", "rach"]).cases)
    ['bi hong', 'cap doi', 'cap lai', 'doi']
    """
    said: list[Said] = []
    at = 0
    while at < len(loose):
        here = next((each for each in _said(loose[at]) if _stands(each, strict, loose, at)), None)
        said += [here] if here else []
        at += len(here.loose) if here else 1
    never = frozenset[str]().union(*(each.never for each in said))
    meant = frozenset[str]().union(*(each.cases for each in said)) - never
    return Asked(meant, frozenset(word for each in said for word in each.loose), never)


def _stands(said: Said, strict: Sequence[str], loose: Sequence[str], at: int) -> bool:
    """Whether the words stand there; a word typed without marks may be any."""
    end = at + len(said.loose)
    if tuple(loose[at:end]) != said.loose:
        return False
    typed = zip(strict[at:end], loose[at:end], said.strict, strict=True)
    return all(marked in (bare, meant) for marked, bare, meant in typed)


@lru_cache(maxsize=20_000)
def _named(title: str) -> frozenset[str]:
    """The special cases that a title names; the same as long as the process lives."""
    return frozenset(found[0] for found in _cases().finditer(title))


@cache
def _words(case: str) -> frozenset[str]:
    return frozenset(case.split())


@cache
def _cases() -> re.Pattern[str]:
    named = sorted({case for family in _told() for case in _loose(family["named"])}, key=len)
    return re.compile(rf"\b(?:{'|'.join(reversed(named))})\b")


def _said(first: str) -> Sequence[Said]:
    """All words that ask for something and begin so, the longest first."""
    return _by_first_word().get(first, ())


@cache
def _by_first_word() -> dict[str, list[Said]]:
    every: dict[Both, list[Family]] = {}
    for family in _told():
        for said in family["said"]:
            both = tuple(words.strict(said)), tuple(words.loose(said))
            every.setdefault(both, []).append(family)
    told: dict[str, list[Said]] = {}
    for both, families in sorted(every.items(), key=lambda each: -len(each[0][1])):
        cases, never = (_all(families, part) for part in ("named", "never"))
        told.setdefault(both[1][0], []).append(Said(*both, cases, never))
    return told


def _all(families: Iterable[Family], part: str) -> frozenset[str]:
    return frozenset(case for family in families for case in _loose(family.get(part, ())))


@cache
def _told() -> list[Family]:
    told: list[Family] = json.loads(CASES.read_text(encoding="utf-8"))
    return told


def _loose(cases: Iterable[str]) -> list[str]:
    return [" ".join(words.loose(case)) for case in cases]
