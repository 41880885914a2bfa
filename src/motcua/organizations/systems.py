"""In which systems does each body of a day act, under which name and superior there?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from motcua.organizations.models import Capacity, Line

if TYPE_CHECKING:
    from django.db.backends.postgresql.psycopg_any import DateRange

    from motcua.organizations.apparatus import Body


@dataclass(frozen=True, slots=True)
class System:
    """*Ban Tổ chức Tỉnh ủy* under *Tỉnh ủy*, of a body that is *Sở Nội vụ* in the other system."""

    line: Line
    name: str
    superior: str = ""
    """Identifier of whom it answers to there; empty at the top."""
    valid_during: DateRange | None = None


def of(bodies: Mapping[int, Body], day: date) -> dict[int, list[System]]:
    """Of each body at least one: a body of one system has its name and its parent; one query."""
    found: dict[int, list[System]] = {}
    there = Capacity.objects.on(day).filter(organization__in=bodies).order_by("line")
    columns = ("organization", "line", "full_name", "superior__identifier", "valid_during")
    for key, line, name, superior, days in there.values_list(*columns):
        system = System(Line(line), name, superior or _parent(bodies[key]), days)
        found.setdefault(key, []).append(system)
    return {key: found.get(key) or [_own(body)] for key, body in bodies.items()}


def _own(body: Body) -> System:
    return System(Line.of_kind(body.kind), body.name, _parent(body))


def _parent(body: Body) -> str:
    return body.parent.identifier if body.parent else ""
