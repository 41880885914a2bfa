"""Who writes down what a process counted? One thread, every five seconds and at the end."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone

from motcua.visits import readings, salts, tallies
from motcua.visits.counter import Counter

EVERY = 5.0
"""Seconds between two visits to the database; what a crash may lose."""

logger = logging.getLogger("motcua.visits")


class Keeper:
    """Keeps the counter of one process and its readings."""

    def __init__(self) -> None:
        self.counter = Counter()
        self.thread: threading.Thread | None = None
        self.lock = threading.Lock()
        self.is_away = False

    def start(self) -> None:
        """Begin to write, once; asked at every count, so that a forked process begins too."""
        if self.thread is not None or not settings.VISITS_KEPT_BY_THREAD:
            return
        with self.lock:
            if self.thread is None:
                # Not a daemon: an ending process waits until the last counts are written.
                self.thread = threading.Thread(target=self.live, name="visits", daemon=False)
                self.thread.start()

    def live(self) -> None:
        """Go to the database again and again, and once more when the process begins to end."""
        main = threading.main_thread()
        while main.is_alive():
            close_old_connections()  # as before every request: one that broke is made anew
            self.keep()
            main.join(EVERY)  # returns at once when the main thread is done
        self.tried(self.write)
        connection.close()

    def keep(self) -> None:
        """Learn the salts, write, read the meters; a database that is away is asked again later."""
        went_well = all(self.tried(step) for step in (self.learn, self.write, self.read))
        if went_well and self.is_away:
            logger.info("the database is back; visits are written again")
        self.is_away = not went_well

    def tried(self, step: Callable[[], None]) -> bool:
        """Whether the database took part; what was counted stays in memory where it did not."""
        try:
            step()
        except (DatabaseError, InterfaceError) as failure:
            if not self.is_away:
                logger.warning("visits cannot be written now: %s", type(failure).__name__)
            return False
        return True

    def learn(self) -> None:
        """Agree on the salts of these hours; forget those that are over, here and there."""
        days = salts.needed(timezone.now())
        if self.counter.salts.keys() != days:
            self.counter.salts = salts.agreed(days)
            salts.throw_away(before=min(days))

    def write(self) -> None:
        """Bring the database what it does not have."""
        snapshot = self.counter.snapshot(timezone.now())
        if not snapshot:
            return
        try:
            tallies.write(self.counter.process, snapshot)
        except (DatabaseError, InterfaceError):
            self.counter.failed(snapshot)
            raise
        self.counter.wrote(snapshot)

    def read(self) -> None:
        """Read the meters for the foot of every page."""
        readings.refresh(timezone.now())


_keeper = Keeper()


def keeper() -> Keeper:
    """This process's own."""
    return _keeper


def begin_anew() -> None:
    """A forked process counts from nothing, as a process of its own."""
    global _keeper
    _keeper = Keeper()


os.register_at_fork(after_in_child=begin_anew)
