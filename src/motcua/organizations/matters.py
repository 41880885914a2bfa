"""What exactly does somebody ask about, and which row of the record names it most narrowly?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from django.db.models.expressions import RawSQL

from motcua.territory.models import Unit

from .models import Succession

if TYPE_CHECKING:
    from motcua.territory.queries import Chains

REACHED = """
    WITH RECURSIVE reached(id) AS (
        SELECT unnest(%s::bigint[])
        UNION
        SELECT s.new_id FROM organizations_succession s JOIN reached ON s.old_id = reached.id
        WHERE s.day <= %s
    ) SELECT id FROM reached"""
"""Organizations and everything that took over from them up to a day, however many steps later."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What an organization answered for: all of it, or a function, a procedure, a place of it.

    ``old`` and ``unit`` are keys; the unit may be one of before or of after a change. Who knows
    the procedure says its function too.
    """

    old: int
    function: str = ""
    procedure_code: str = ""
    unit: int | None = None


class Row(NamedTuple):
    """A ``Succession`` as far as the answer depends on it."""

    old: int
    new: int
    day: date
    function: str | None
    procedure_code: str
    unit: int | None
    tier: int | None
    is_default: bool


@dataclass(frozen=True)
class Record:
    """The successions on record that may answer for some matters up to a day."""

    matters: Collection[Matter]
    day: date

    def answering(self, matter: Matter) -> int:
        """The key of whoever answers for ``matter`` on the day; the old one if nobody took it."""
        return self._follow(matter, matter.old, date.min)

    def _follow(self, matter: Matter, old: int, since: date) -> int:
        """Step by step, each later than the one before."""
        later = (row for row in self._rows.get(old, ()) if row.day > since)
        for day, rows in groupby(later, key=lambda row: row.day):
            ranked = [(rank, row.new) for row in rows if (rank := self._rank(row, matter))]
            if ranked:
                return self._follow(matter, max(ranked)[1], day)
        return old

    def _rank(self, row: Row, matter: Matter) -> tuple[int, int, bool] | None:
        """How narrowly ``row`` names ``matter``; None where it names something else.

        A place counts more than a procedure, a procedure more than a function, and the default
        takes what nothing narrower names.
        """
        names = bool(row.unit or row.procedure_code or row.function)
        if names and self._fits(row, matter):
            narrowness = 4 * bool(row.unit) + 2 * bool(row.procedure_code) + bool(row.function)
            return narrowness, row.tier or 0, row.is_default
        return (0, 0, True) if row.is_default else None

    def _fits(self, row: Row, matter: Matter) -> bool:
        return (
            row.procedure_code in ("", matter.procedure_code)
            and row.function in (None, matter.function)
            and (row.unit is None or self._lies_in(row.unit, matter.unit, row.day))
        )

    def _lies_in(self, whole: int, part: int | None, day: date) -> bool:
        """Whether all of ``part`` lay in ``whole`` just before the change, or lies there since."""
        days = (day - timedelta(days=1), day)
        held = (self._chains_on(each).get(part, []) for each in days if part)
        return any(chains and all(whole in chain for chain in chains) for chains in held)

    @cached_property
    def _rows(self) -> dict[int, list[Row]]:
        reached = RawSQL(REACHED, ([*{each.old for each in self.matters}], self.day))  # noqa: S611
        found = Succession.objects.filter(old__in=reached, day__lte=self.day).order_by("day", "pk")
        columns = ("old", "new", "day", "function__code", "procedure_code", "unit", "unit__tier")
        by_old = defaultdict(list)
        for row in found.values_list(*columns, "is_default"):
            by_old[row[0]].append(Row(*row))
        return by_old

    def _chains_on(self, day: date) -> Chains:
        if day not in self._chains:
            units = [*{each.unit for each in self.matters if each.unit}]
            self._chains[day] = Unit.objects.chains(units, day)
        return self._chains[day]

    @cached_property
    def _chains(self) -> dict[date, Chains]:
        return {}


def answering(matters: Iterable[Matter], day: date) -> dict[Matter, int]:
    """For each matter the key of whoever answers for it on ``day``.

    Costs one query, and two for each day on which a place decided.
    """
    asked = set(matters)
    record = Record(asked, day)
    return {matter: record.answering(matter) for matter in asked}
