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
    """Those of ``day`` whose code begins so or whose name says so; the likeliest first.

    Where some have the words as they stand, *xã Đá*, those alone: *nhân dân* begins with *đa*, too.
    """
    asked = words.replace("\x00", "").strip()[:100]
    wanted, code, out = WORD.findall(fold(asked)), asked.upper(), set(leave_out)
    if not asked:
        return []
    there = [Found(*each) for each in _names(day) if each[0] not in out]
    by_code = [each for each in there if each.identifier.startswith(code)]
    hits = by_code or _saying(there, " ".join(wanted)) or _having(there, wanted)
    return sorted(
        hits, key=lambda each: (each.identifier != code, len(each.name), each.identifier)
    )[:MOST]


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


def _saying(there: list[Found], phrase: str) -> list[Found]:
    return [each for each in there if phrase and f" {phrase} " in _said(each)]


def _having(there: list[Found], wanted: list[str]) -> list[Found]:
    """Every word, in whatever order, as far as it is typed."""
    return [each for each in there if wanted and all(f" {word}" in _said(each) for word in wanted)]


def _said(found: Found) -> str:
    return f" {' '.join(WORD.findall(fold(found.name)))} "
