"""How does a review write itself? It counts what the record says, once, for both sides."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from motcua.dossiers import evaluations
from motcua.dossiers.evaluations import Voices
from motcua.periods.clock import VIETNAM
from motcua.questions import tallies
from motcua.questions.tallies import DAY, Tally
from motcua.reorganization import pilot_sides, pilot_windows
from motcua.reorganization.models import Side
from motcua.reorganization.pilot_registers import Register, registers
from motcua.reorganization.pilot_sides import SIDES, Offices
from motcua.reorganization.pilot_snapshot import Cell, Half, Month, Office, Snapshot
from motcua.reorganization.pilot_windows import Windows
from motcua.statistics import figures, spans, speeds
from motcua.statistics.figures import NOTHING, Figures
from motcua.statistics.spans import Span

if TYPE_CHECKING:
    from motcua.reorganization.models import Pilot

BEFORE, AFTER = "before", "after"
Cells = dict[tuple[Side, str], Cell]


class Heard(NamedTuple):
    """What the rooms below tell of a window, by organization."""

    moved: Mapping[int, Figures]
    answers: Mapping[int, Tally]
    voices: Mapping[int, Voices]


def counted(pilot: Pilot, as_of: date, known_at: datetime) -> Snapshot:
    """What stands in the record of the pilot's sides as of ``as_of``, a bounded number of queries.

    Posts, people and headcount are those that the register knew at ``known_at``; dossiers and
    answers have histories that nobody rewrites, and are counted up to the end of the last month.
    Evaluations are of what was decided in a window, as far as they were given by ``as_of``.
    """
    sides = pilot_sides.of(pilot, as_of)
    windows = pilot_windows.windows(pilot.started_on, as_of)
    years = pilot_windows.years(pilot.started_on, as_of)
    kept = _registers(pilot, sides, as_of, known_at)
    given_by = min(known_at, _end_of(as_of))
    cells = {
        **_cells(BEFORE, windows.before, sides, kept[BEFORE], given_by),
        **_cells(AFTER, windows.after, sides, kept[AFTER], given_by),
    }
    halves = {side: _half(sides[side], as_of, windows, cells, side) for side in SIDES}
    return Snapshot(
        started_on=pilot.started_on,
        as_of=as_of,
        known_at=known_at,
        months=windows.months,
        before_first=windows.before.first,
        after_first=windows.after.first,
        years=years,
        concerned=halves[Side.CONCERNED],
        comparison=halves[Side.COMPARISON],
    )


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, VIETNAM)


def _half(own: Offices, as_of: date, windows: Windows, cells: Cells, side: Side) -> Half:
    offices = [
        Office(each.identifier, each.name_on(as_of), is_heir=each.pk in own.heirs)
        for each in own.now
    ]
    gone = [Office(each.identifier, each.name_on(as_of), is_parent=True) for each in own.parents]
    told = cells[side, BEFORE], cells[side, AFTER]
    return Half([*offices, *gone], *told, _months(own, windows))


def _registers(
    pilot: Pilot, sides: Mapping[Side, Offices], as_of: date, known_at: datetime
) -> dict[str, dict[str, Register]]:
    """On the eve of the first day, and on the day of the look."""
    earlier, later = pilot_windows.years(pilot.started_on, as_of)
    eve = pilot.started_on - timedelta(days=1)
    then = {side.value: [each.pk for each in sides[side].before] for side in SIDES}
    now = {side.value: [each.pk for each in sides[side].now] for side in SIDES}
    return {
        BEFORE: registers(then, eve, earlier, known_at),
        AFTER: registers(now, as_of, later, known_at),
    }


def _cells(
    name: str,
    window: Span,
    sides: Mapping[Side, Offices],
    kept: Mapping[str, Register],
    given_by: datetime,
) -> Cells:
    everybody = set().union(*(sides[side].all for side in SIDES))
    moved = figures.by_office(window, window.ends, everybody) if window.months else {}
    said = tallies.by_office(window.begins, window.ends, organization__in=everybody)
    ends = spans.later(window.first, window.months)
    voices = evaluations.by_office(window.first, ends, given_by, everybody)
    heard = Heard(moved, said, voices)
    return {(side, name): _cell(window, sides[side].all, heard, kept[side.value]) for side in SIDES}


def _cell(window: Span, offices: Collection[int], heard: Heard, register: Register) -> Cell:
    total = figures.total(heard.moved.get(each, NOTHING) for each in offices)
    answers = [heard.answers[each] for each in offices if each in heard.answers]
    voices = [heard.voices[each] for each in offices if each in heard.voices]
    return Cell(
        received=total.received,
        early=total.early,
        on_time=total.on_time,
        late=total.late,
        overdue=total.overdue,
        median_days=_days(speeds.median(window, offices)),
        answered=sum(each.answered for each in answers),
        answered_in_time=sum(each.in_time for each in answers),
        evaluated=sum(each.evaluated for each in voices),
        satisfied=sum(each.satisfied for each in voices),
        posts=register.posts,
        persons=register.persons,
        concurrent=register.concurrent,
        headcount={kind: [*numbers] for kind, numbers in register.headcount.items()},
    )


def _days(took: timedelta | None) -> float | None:
    return None if took is None else round(took / DAY, 1)


def _months(own: Offices, windows: Windows) -> list[Month]:
    """Both windows and what lies between, month by month (two queries)."""
    if not own.all or not windows.months:
        return []
    moved = figures.by_month(
        windows.after.ends, since=windows.before.first, organization_id__in=own.all
    )
    return [
        Month(first.isoformat(), each.resolved, each.early + each.on_time) for first, each in moved
    ]
