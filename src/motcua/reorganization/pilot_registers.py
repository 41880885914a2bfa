"""How many people and posts did the register know, on a day and as it was known at a moment?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from motcua.organizations.models import Appointment, Post, Quota

Headcount = Mapping[str, tuple[int, int | None]]
"""By kind of *biên chế*: assigned, and as it was; None where no office of the side said it."""


@dataclass(frozen=True, slots=True)
class Register:
    """What stands in the register of one side on one day."""

    posts: int = 0
    persons: int = 0
    concurrent: int = 0
    """People with two posts or more on that day, whichever the other one is."""
    headcount: Headcount = field(default_factory=dict)


def registers(
    groups: Mapping[str, Collection[int]], day: date, year: int, known_at: datetime
) -> dict[str, Register]:
    """Each group of organizations on ``day``; headcount of ``year`` (four queries)."""
    everybody = {pk for group in groups.values() for pk in group}
    posts = Counter(_posts(everybody, day, known_at))
    people = _people(everybody, day, known_at)
    many = _with_many_posts({each for own in people.values() for each in own}, day, known_at)
    quotas = _quotas(everybody, year, known_at)
    return {name: _register(group, posts, people, many, quotas) for name, group in groups.items()}


def _register(
    group: Collection[int],
    posts: Counter[int],
    people: Mapping[int, set[int]],
    many: set[int],
    quotas: Mapping[int, list[Quota]],
) -> Register:
    persons = {each for office in group for each in people.get(office, ())}
    rows = [row for office in group for row in quotas.get(office, ())]
    return Register(
        posts=sum(posts[office] for office in group),
        persons=len(persons),
        concurrent=len(persons & many),
        headcount={kind: _sums(rows, kind) for kind in sorted({row.kind for row in rows})},
    )


def _sums(rows: list[Quota], kind: str) -> tuple[int, int | None]:
    """An office that did not say how many it has leaves the sum unknown, not smaller."""
    mine = [row for row in rows if row.kind == kind]
    actual = [row.actual for row in mine]
    known = None if None in actual else sum(each or 0 for each in actual)
    return sum(row.assigned for row in mine), known


def _posts(offices: set[int], day: date, known_at: datetime) -> list[int]:
    found = Post.objects.as_of(day, known_at).filter(organization__in=offices)
    return list(found.values_list("organization", flat=True))


def _people(offices: set[int], day: date, known_at: datetime) -> dict[int, set[int]]:
    held: Any = Appointment.objects.as_of(day, known_at).filter(post__organization__in=offices)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for office, person in held.values_list("post__organization", "person"):
        found[office].add(person)
    return found


def _with_many_posts(persons: set[int], day: date, known_at: datetime) -> set[int]:
    held = Appointment.objects.as_of(day, known_at).filter(person__in=persons)
    counted = Counter(held.values_list("person", flat=True))
    return {person for person, posts in counted.items() if posts > 1}


def _quotas(offices: set[int], year: int, known_at: datetime) -> dict[int, list[Quota]]:
    rows = Quota.objects.known_on(known_at).filter(organization__in=offices, year=year)
    found: defaultdict[int, list[Quota]] = defaultdict(list)
    for row in rows:
        found[row.organization_id].append(row)
    return found
