"""What did a review see? Its figures as they are kept: plain, whole, and never counted again.

A snapshot is a JSON document in ``PilotReview.figures``. Everything that a page, a paper or a sheet
says of a review is read from it alone, so that it says the same for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, Self

from motcua.reorganization.pilot_intervals import Share

VERSION = 2
"""Of the shape, since it counts evaluations; what was kept before is read without them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One side in one window, and the register at the window's own day."""

    received: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    overdue: int = 0
    """In process and past the due moment when the window ended."""
    median_days: float | None = None
    answered: int = 0
    answered_in_time: int = 0
    evaluated: int = 0
    """Of what was decided, how many applicants said how satisfied they are."""
    satisfied: int = 0
    posts: int = 0
    persons: int = 0
    concurrent: int = 0
    headcount: Mapping[str, list[int | None]] = field(default_factory=dict)
    """By kind: assigned, actual."""

    @property
    def resolved(self) -> int:
        return self.early + self.on_time + self.late

    @property
    def in_time(self) -> Share:
        """Of what was decided, what was decided in time."""
        return Share(self.early + self.on_time, self.resolved)

    @property
    def answers_in_time(self) -> Share:
        return Share(self.answered_in_time, self.answered)

    @property
    def contentment(self) -> Share:
        """Of those who evaluated, who is satisfied."""
        return Share(self.satisfied, self.evaluated)


@dataclass(frozen=True, slots=True)
class Office:
    """An organization as it was called on the day of the look."""

    identifier: str
    name: str
    is_parent: bool = False
    """It existed before and does no more; its work before counts."""
    is_heir: bool = False
    """It stands there for one that took part and has ended."""


@dataclass(frozen=True, slots=True)
class Month:
    """Of one side: how many were decided, and how many of them in time."""

    first: str
    resolved: int
    in_time: int


@dataclass(frozen=True, slots=True)
class Half:
    """One side of the comparison."""

    offices: list[Office] = field(default_factory=list)
    before: Cell = field(default_factory=Cell)
    after: Cell = field(default_factory=Cell)
    months: list[Month] = field(default_factory=list)

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        return cls(
            [Office(**each) for each in kept["offices"]],
            Cell(**kept["before"]),
            Cell(**kept["after"]),
            [Month(**each) for each in kept["months"]],
        )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Both sides before and since, as of a day and as known at a moment."""

    started_on: date
    as_of: date
    known_at: datetime
    months: int
    """So many in each window."""
    before_first: date
    after_first: date
    years: tuple[int, int]
    concerned: Half
    comparison: Half

    def kept(self) -> dict[str, Any]:
        """As JSON keeps it."""
        plain = asdict(self)
        days = ("started_on", "as_of", "known_at", "before_first", "after_first")
        return plain | {name: plain[name].isoformat() for name in days} | {"version": VERSION}

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        """The snapshot that was kept."""
        return cls(
            started_on=date.fromisoformat(kept["started_on"]),
            as_of=date.fromisoformat(kept["as_of"]),
            known_at=datetime.fromisoformat(kept["known_at"]),
            months=kept["months"],
            before_first=date.fromisoformat(kept["before_first"]),
            after_first=date.fromisoformat(kept["after_first"]),
            years=(kept["years"][0], kept["years"][1]),
            concerned=Half.read(kept["concerned"]),
            comparison=Half.read(kept["comparison"]),
        )

    @property
    def has_comparison(self) -> bool:
        return bool(self.comparison.offices)

    @property
    def was_evaluated(self) -> bool:
        """Whether any applicant of either side said how satisfied they are."""
        halves = self.concerned, self.comparison
        return any(half.before.evaluated or half.after.evaluated for half in halves)
