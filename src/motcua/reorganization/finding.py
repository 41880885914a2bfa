"""Which organization does somebody mean who types a code or a few words? However many there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from motcua.organizations.models import Organization, OrganizationName
from motcua.search.folding import WORD, fold

MOST = 20
"""More hits than that are none: one types another word."""


@dataclass(frozen=True, slots=True)
class Found:
    """An organization by its code and what it is called."""

    identifier: str
    name: str


def named(words: str, day: date, *, leave_out: Iterable[str] = ()) -> list[Found]:
    """Those of ``day`` whose code begins so or whose name has every word; the likeliest first."""
    asked = words.replace("\x00", "").strip()[:100]
    if not asked:
        return []
    wanted, code, out = WORD.findall(fold(asked)), asked.upper(), set(leave_out)
    hits = [
        (_rank(identifier, name, code), identifier, name)
        for identifier, name in _names(day)
        if identifier not in out and _fits(identifier, fold(name), code, wanted)
    ]
    return [Found(identifier, name) for _rank_of, identifier, name in sorted(hits)[:MOST]]


def called(codes: Iterable[str], day: date) -> dict[str, str]:
    """Each code with the name of ``day``; a code that nobody bears on that day is left out."""
    there = Organization.objects.on(day).filter(identifier__in=set(codes))
    return {each.identifier: each.name_on(day) for each in there.with_names(day)}


def next_code(parent: str, taken: Iterable[str]) -> str:
    """A code under ``parent`` that was never given: the highest of its last group, and one more."""
    known = Organization.objects.filter(identifier__startswith=f"{parent}.")
    own = [*known.values_list("identifier", flat=True), *taken]
    groups = (code.removeprefix(f"{parent}.") for code in own if code.startswith(f"{parent}."))
    numbers = [int(group) for group in groups if group.isascii() and group.isdigit()]
    return f"{parent}.{max(numbers, default=0) + 1:02}"


def _names(day: date) -> Iterable[tuple[str, str]]:
    held = OrganizationName.objects.on(day).filter(organization__valid_during__contains=day)
    return held.values_list("organization__identifier", "full_name").iterator()


def _fits(identifier: str, name: str, code: str, wanted: list[str]) -> bool:
    if identifier.startswith(code):
        return True
    said = f" {' '.join(WORD.findall(name))}"
    return bool(wanted) and all(f" {word}" in said for word in wanted)


def _rank(identifier: str, name: str, code: str) -> tuple[bool, bool, int, str]:
    return (identifier != code, not identifier.startswith(code), len(name), identifier)
