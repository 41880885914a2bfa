"""Under which words is a body found in the tree? Its names in every system, and those of before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from motcua.organizations import addresses
from motcua.organizations.apparatus import in_order
from motcua.organizations.models import Capacity, Line, OrganizationName, Succession
from motcua.organizations.short_names import shortened
from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.organizations.apparatus import Apparatus, Body


@dataclass(frozen=True, slots=True)
class Hit:
    """A body, and by which other name it was found; empty where its own name says it."""

    body: Body
    other: str = ""


def hits(apparatus: Apparatus, words: str, group: str) -> list[Hit]:
    """Who fits the words by a name of the day, then by what it was before; three queries."""
    asked = _asked(words)
    found = {body.pk: Hit(body) for body in apparatus.found(" ".join(asked), "")}
    if asked:
        for hit in (*_in_other_systems(apparatus, asked), *_formerly(apparatus, asked)):
            found.setdefault(hit.body.pk, hit)
    kept = (hit for hit in found.values() if not group or hit.body.group.slug == group)
    return sorted(kept, key=lambda hit: (bool(hit.other), *in_order(hit.body)))


def _asked(words: str) -> list[str]:
    """A code in the layout of 2016 is the code of today: 000.00.30.H49 is H49.30."""
    return fold(addresses.canonical(words) or words).split()


def _in_other_systems(apparatus: Apparatus, asked: list[str]) -> Iterator[Hit]:
    """Names that a merged body bears in one of its systems."""
    there = Capacity.objects.on(apparatus.day).order_by("line", "pk")
    for key, line, name in there.values_list("organization", "line", "full_name"):
        body = apparatus.bodies.get(key)
        if body and _says(name, body.identifier, asked):
            told = {"name": name, "system": Line(line).label}
            yield Hit(body, _("%(name)s (hệ thống %(system)s)") % told)


def _formerly(apparatus: Apparatus, asked: list[str]) -> Iterator[Hit]:
    """Its own former names; and names and codes of what has ended, which lead to the heirs."""
    heirs = Heirs(apparatus)
    begun = Q(valid_during__startswith__lte=apparatus.day) | Q(valid_during__startswith=None)
    names = OrganizationName.objects.filter(begun).order_by("-valid_during", "pk")
    columns = ("organization", "organization__identifier", "full_name")
    for key, identifier, name in names.values_list(*columns):
        if not _says(name, identifier, asked):
            continue
        there = heirs.of(key)
        said = _("trước đây là %(name)s (%(code)s)")
        if len(there) > 1:
            said = _("tiếp nhận một phần của %(name)s (%(code)s)")
        for body in there:
            yield Hit(body, said % {"name": name, "code": identifier})


class Heirs:
    """Which bodies of the day go on with what an organization did; read once, when asked."""

    def __init__(self, apparatus: Apparatus) -> None:
        self.bodies = apparatus.bodies
        self._passed = _passed(apparatus.day)

    def of(self, key: int) -> list[Body]:
        """Itself, if it is there; of what has ended all that it was passed to, in its steps."""
        found: list[Body] = []
        seen, waiting = {key}, deque([key])
        while waiting:
            old = waiting.popleft()
            if old in self.bodies:
                found.append(self.bodies[old])
                continue
            new = [each for each in self._passed.get(old, ()) if each not in seen]
            seen.update(new)
            waiting.extend(new)
        return found


def _passed(day: date) -> dict[int, list[int]]:
    passed: dict[int, list[int]] = {}
    rows = Succession.objects.filter(day__lte=day).order_by("-is_default", "day", "pk")
    for old, new in rows.values_list("old", "new"):
        passed.setdefault(old, []).append(new)
    return passed


def _says(name: str, identifier: str, asked: Iterable[str]) -> bool:
    said = f"{fold(name)} {fold(shortened(name))} {identifier.lower()}"
    return all(word in said for word in asked)
