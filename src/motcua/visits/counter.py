"""What has this process seen? Numbers and bitmaps in memory; writing them down is others' work."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from threading import Lock

from motcua.periods import clock
from motcua.visits.bitmaps import Bitmap

A_DAY, TEN_MINUTES = timedelta(days=1), timedelta(minutes=10)
"""How long days and minutes wait for a database that is away: a day is closed for good after two
(``closing.py``), and *online* does not look back further than five minutes."""


@dataclass
class Tallied:
    """What was counted on one day so far, and how much of it the database has."""

    views: int = 0
    visitors: Bitmap = field(default_factory=Bitmap)
    written: int = 0
    """How many views the database knew when it last answered."""


@dataclass(frozen=True)
class Snapshot:
    """What is to be written now."""

    days: Mapping[date, tuple[int, str]]
    """Views, and visitors in hex: all since the process began to count that day."""
    minutes: Mapping[datetime, str]

    def __bool__(self) -> bool:
        return bool(self.days or self.minutes)


class Counter:
    """All that one process counts; its size does not depend on how many come."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.process = uuid.uuid4()
        self.days: dict[date, Tallied] = {}
        self.minutes: dict[datetime, Bitmap] = {}
        self.changed: set[datetime] = set()
        """Minutes of which the database does not know everybody."""
        self.salts: Mapping[date, bytes] = {}

    # --- Counting: microseconds, and no database ----------------------------------------------

    def count(self, network: str, agent: str, now: datetime) -> None:
        """A page was shown to somebody; who it was is forgotten in the same breath."""
        day, minute = clock.day_of(now), now.astimezone(UTC).replace(second=0, microsecond=0)
        salt = self.salts.get(day)
        hashed = _hashed(salt, network, agent) if salt else None
        with self.lock:
            self._make_room(day, minute)
            self.days[day].views += 1
            # Before the database has told today's salt, nobody can be told from anybody.
            if hashed is not None:
                self.days[day].visitors.mark(hashed)
                if self.minutes[minute].mark(hashed):
                    self.changed.add(minute)

    def _make_room(self, day: date, minute: datetime) -> None:
        if minute in self.minutes and day in self.days:
            return
        self.days.setdefault(day, Tallied())
        self.minutes.setdefault(minute, Bitmap())
        self.days = {each: it for each, it in self.days.items() if day - each <= A_DAY}
        self.minutes = {m: it for m, it in self.minutes.items() if minute - m <= TEN_MINUTES}
        self.changed &= self.minutes.keys()

    # --- Handing on ---------------------------------------------------------------------------

    def snapshot(self, now: datetime) -> Snapshot:
        """What the database does not have and can still use."""
        today = clock.day_of(now)
        with self.lock:
            days = {
                day: (tallied.views, tallied.visitors.hex())
                for day, tallied in self.days.items()
                if tallied.views > tallied.written and today - day <= A_DAY
            }
            minutes = {minute: self.minutes[minute].hex() for minute in sorted(self.changed)}
            self.changed.clear()
        return Snapshot(days, minutes)

    def wrote(self, snapshot: Snapshot) -> None:
        """The database has it."""
        with self.lock:
            for day, (views, _visitors) in snapshot.days.items():
                if day in self.days:
                    self.days[day].written = views

    def failed(self, snapshot: Snapshot) -> None:
        """The database may not have it: it is written again, which does no harm if it has."""
        with self.lock:
            self.changed |= snapshot.minutes.keys() & self.minutes.keys()


def _hashed(salt: bytes, network: str, agent: str) -> int:
    who = f"{network}\n{agent}".encode(errors="replace")
    return int.from_bytes(blake2b(who, key=salt, digest_size=8).digest())
