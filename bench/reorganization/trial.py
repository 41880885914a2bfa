"""What is measured, in its order: floor, plan, rehearsal, carrying out, undoing, kills."""

import json
import random
import subprocess
import time
from collections.abc import Callable
from typing import Any

from bench.reorganization import carrying, floor, plan, planner, right_side, sums, world
from bench.reorganization.readers import Reader
from motcua.accounts.models import Person
from motcua.reorganization import lines, rehearsal

KEPT = ("dossiers", "closed", "events")
"""Sums that no carrying out may change."""
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type LIKE 'client%'
"""
"""Who is still connected; the server sees only after a while that somebody was killed."""
LONGEST_READ = 1.0
AT_MOST = 3.0
Say = Callable[..., None]


class Trial:
    """One country. ``errors`` counts what went wrong so far."""

    def __init__(self, url: str, opened: int, say: Say) -> None:
        self.url, self.opened, self._say = url, opened, say
        self.errors = 0
        self.least = self.took = 0.0
        self.plan: Any = None
        self.before: dict[str, str] = {}
        self.after: dict[str, str] = {}

    def run(self, kills: int) -> None:
        self.least = self._floor()
        self._enter()
        self._rehearse()
        self._settle()
        self.before = sums.taken()
        sums.run(right_side.HELD)
        sums.run(right_side.EXPECTED, {"day": world.DAY})
        self.after = self._carry_out()
        self._undo()
        if kills:
            self._kill(kills)

    def say(self, name: str, ours: float, floor: float | None = None, errors: int = 0) -> None:
        self.errors += errors
        self._say(name, ours, floor, errors)

    # --- One after the other ---------------------------------------------------------------

    def _floor(self) -> float:
        before, reader = sums.taken(), self._reader()
        took, moved = floor.seconds(Person.objects.machine().pk)
        self.say("read_under_floor_seconds", reader.stop())
        self.say("floor_seconds", took, errors=int(moved != self.opened))
        same = sums.differing(before, sums.taken())
        self.say("sums_that_the_floor_left_different", same, errors=same)
        return took

    def _enter(self) -> None:
        begun = time.perf_counter()
        self.plan = plan.entered()
        self.say("entering_seconds", time.perf_counter() - begun)
        self.say("plan_bodies", self.plan.bodies.count())
        self.say("plan_changes", self.plan.changes.count())
        sums.run("ANALYZE")

    def _rehearse(self) -> None:
        before, begun = sums.taken(), time.perf_counter()
        counted = lines.counted(self.plan)
        self.say("rehearsing_seconds", time.perf_counter() - begun, self.least)
        for each in counted:
            self.say(f"rehearsal_{each.line.key}", each.count or 0)
        changed = sums.differing(before, sums.taken())
        self.say("sums_that_the_rehearsal_changed", changed, errors=changed)

    def _settle(self) -> None:
        """Tick what blocks, as the planner would: nobody is appointed in this country."""
        blocking = [each for each in lines.counted(self.plan) if each.blocks]
        for each in blocking:
            seen = each.count or 0
            rehearsal.tick(self.plan, each.line, seen=seen, note="", by=planner.found())

    def _carry_out(self) -> dict[str, str]:
        reader = self._reader()
        said = carrying.ended(carrying.begin(self.plan.pk, "carry_out"))
        waited = reader.stop()
        self.took = float(said["seconds"])
        slow = self.took / self.least > AT_MOST
        self.say("carrying_out_seconds", self.took, self.least, errors=int(slow))
        self.say("read_meanwhile_seconds", waited, errors=int(waited > LONGEST_READ))
        self.say("memory_grew_megabytes", said["grew"])
        self.say("dossiers_moved", said["moved"]["dossiers"])
        self.say("dossiers_for_a_human_to_place", int(str(sums.one(right_side.TO_PLACE))))
        for name, count in right_side.wrong().items():
            self.say(name, count, errors=count)
        after = sums.taken()
        changed = sums.differing(self.before, after, *KEPT)
        self.say("sums_that_must_not_change_and_did", changed, errors=changed)
        return after

    def _undo(self) -> None:
        said = carrying.ended(carrying.begin(self.plan.pk, "undo"))
        self.say("undoing_seconds", said["seconds"], self.least)
        changed = sums.differing(self.before, sums.taken())
        self.say("sums_that_undoing_did_not_restore", changed, errors=changed)

    def _kill(self, kills: int) -> None:
        """Kill it at random points, look each time that nothing was left, and let it end."""
        self._begin_anew()
        self.say("kills", kills)
        chance = random.Random(2025)
        left = sum(self._killed(chance) for _ in range(kills))
        self.say("sums_that_a_kill_left_different", left, errors=left)
        carrying.ended(carrying.begin(self.plan.pk, "carry_out"))
        different = sums.differing(self.after, sums.taken())
        self.say("sums_different_after_kills_and_resuming", different, errors=different)

    def _begin_anew(self) -> None:
        """An undone plan is at its end: the same is entered again."""
        self._enter()
        self._settle()
        self.before = sums.taken()

    def _killed(self, chance: random.Random) -> int:
        """How many sums differ after a kill; one that came too late is undone and tried again."""
        process = carrying.begin(self.plan.pk, "carry_out")
        try:
            said, _nothing = process.communicate(timeout=chance.uniform(0, self.took))
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            while int(str(sums.one(OTHERS))):
                time.sleep(0.2)
            sums.run("VACUUM dossiers_dossier, dossiers_event")
            return sums.differing(self.before, sums.taken())
        self.took = json.loads(said.splitlines()[-1])["seconds"]
        carrying.ended(carrying.begin(self.plan.pk, "undo"))
        self._begin_anew()
        return self._killed(chance)

    def _reader(self) -> Reader:
        reader = Reader(self.url, self.opened)
        reader.start()
        return reader
