"""What does a plan say before anybody looks up what it names? One class a section, with lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(slots=True)
class Heading:
    """The decision itself."""

    number: str = ""
    decided_on: date | None = None
    issuer: str = ""
    title: str = ""
    day: date | None = None
    row: int | None = None


@dataclass(slots=True)
class BodyWords:
    """An organization of the new order; with a ``kind`` it is a new one."""

    identifier: str = ""
    kind: str = ""
    tier: str = ""
    name: str = ""
    parent: str = ""
    units: list[str] = field(default_factory=list)
    contact: dict[str, str] = field(default_factory=dict)
    posts: list[dict[str, Any]] = field(default_factory=list)
    row: int | None = None

    @property
    def is_founded(self) -> bool:
        return bool(self.kind)


@dataclass(slots=True)
class ShareWords:
    """Who gets what of whom."""

    original: str = ""
    resulting: str = ""
    function: str = ""
    procedure: str = ""
    unit: str = ""
    localities: list[str] = field(default_factory=list)
    portion: str = ""
    default: bool = False
    row: int | None = None


@dataclass(slots=True)
class ChangeWords:
    """One event."""

    kind: str = ""
    originals: list[str] = field(default_factory=list)
    resulting: list[str] = field(default_factory=list)
    note: str = ""
    shares: list[ShareWords] = field(default_factory=list)
    row: int | None = None


@dataclass(slots=True)
class PlanWords:
    """A whole file."""

    heading: Heading = field(default_factory=Heading)
    organizations: list[BodyWords] = field(default_factory=list)
    changes: list[ChangeWords] = field(default_factory=list)
