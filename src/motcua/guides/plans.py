"""What does each step of somebody's way need? Its procedure of today: time, cost, papers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from motcua.catalog.facts import Fact, facts
from motcua.catalog.models import Assignment, Case, ProcedureVersion
from motcua.statistics import speeds
from motcua.statistics.speeds import Speed
from motcua.worktime.queries import working_calendar

from . import in_force
from .in_force import InForce
from .reading import Step
from .ways import Way

SHOWN = 5
"""So many papers are named; the procedure's page has all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A step as it is shown."""

    step: Step
    due: date | None
    """The last day; on a day off it moves to the next working day (BLDS 2015 Art 148.5)."""
    counted: date | None
    """The day to which law counts, where that is a day off."""
    is_late: bool
    today: InForce
    """The procedure as it holds today, or what came in its place."""
    is_decided_here: bool
    """Whether an office of this province decides it."""
    speed: Speed | None
    """How long it really took; None where too little is known."""

    @property
    def version(self) -> ProcedureVersion | None:
        return self.today.version

    @property
    def is_missing(self) -> bool:
        """Whether the step names a procedure of which the portal knows nothing today."""
        return bool(self.step.procedure) and self.today == InForce()

    @property
    def place(self) -> str:
        """Where to go: as the guide says, unless that was said of what ended."""
        if self.version is None:
            return self.step.where
        told = self.version.authority or self.version.competent_authority
        return (told or self.step.where) if self.today.ended else (self.step.where or told)

    @property
    def can_apply(self) -> bool:
        return self.is_decided_here and self.version is not None and self.version.takes_online

    @property
    def facts(self) -> list[Fact]:
        """Time and cost."""
        return facts(self.version)[:2] if self.version else []

    @property
    def cases(self) -> list[Case]:
        return list(self.version.cases.all()) if self.version else []

    @property
    def papers(self) -> list[str]:
        """What everybody hands in, where there is one list for all."""
        only = self.cases[0].components.all() if len(self.cases) == 1 else ()
        return [one.name for one in only if one.must_submit and not one.condition][:SHOWN]


def lines(way: Way, day: date) -> list[Line]:
    """What is to do, with what is known of it on ``day``. A fixed number of queries."""
    codes = {step.procedure for step in way.steps if step.procedure}
    today = in_force.of_codes(codes, day)
    known = _known({one.version.procedure.code for one in today.values() if one.version}, day)
    return [_line(way, step, today.get(step.procedure, InForce()), known) for step in way.steps]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of all procedures at once."""

    day: date
    decided: Collection[str]
    speeds: Mapping[str, Speed]


def _known(codes: Collection[str], day: date) -> _Known:
    decided = _decided(codes, day)
    return _Known(day, decided, speeds.of_procedures(decided, day) if decided else {})


def _line(way: Way, step: Step, today: InForce, known: _Known) -> Line:
    code = today.version.procedure.code if today.version else ""
    counted = way.due(step)
    due = _working(counted) if counted else None
    return Line(
        step=step,
        due=due,
        counted=counted if counted != due else None,
        is_late=due is not None and due < known.day,
        today=today,
        is_decided_here=code in known.decided,
        speed=known.speeds.get(code),
    )


def _working(day: date) -> date:
    """The day itself, or the next working day after a day off."""
    calendar = working_calendar()
    return day if calendar.is_working_day(day) else calendar.working_day_after(day)


def _decided(codes: Collection[str], day: date) -> set[str]:
    rules = Assignment.objects.on(day).deciding().filter(procedure__code__in=codes)
    return set(rules.values_list("procedure__code", flat=True))
