"""What does each step of somebody's way need? Its procedure of today: time, cost, papers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from motcua.catalog.facts import Fact, facts
from motcua.catalog.models import Assignment, Case, ProcedureVersion
from motcua.catalog.queries import VersionQuerySet

from .reading import Step
from .ways import Way

SHOWN = 5
"""So many papers are named; the procedure's page has all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A step as it is shown."""

    step: Step
    due: date | None
    is_late: bool
    version: ProcedureVersion | None
    """The procedure as it holds today."""
    ended: ProcedureVersion | None
    """What the procedure was last, where it holds no more."""
    is_decided_here: bool
    """Whether an office of this province decides it."""

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
    published = ProcedureVersion.objects.published().filter(procedure__code__in=codes)
    today = _by_code(published.on(day).with_parts())
    gone = codes - today.keys()
    ended = _by_code(_last(published, gone)) if gone else {}
    decided = _decided(codes, day)
    return [
        Line(
            step=step,
            due=(due := way.due(step)),
            is_late=due is not None and due < day,
            version=today.get(step.procedure),
            ended=ended.get(step.procedure),
            is_decided_here=step.procedure in decided,
        )
        for step in way.steps
    ]


def _by_code(versions: Iterable[ProcedureVersion]) -> dict[str, ProcedureVersion]:
    return {one.procedure.code: one for one in versions}


def _last(published: VersionQuerySet, codes: Collection[str]) -> VersionQuerySet:
    """Of each the newest comes last."""
    gone = published.filter(procedure__code__in=codes)
    return gone.select_related("procedure").order_by("number")


def _decided(codes: Collection[str], day: date) -> set[str]:
    rules = Assignment.objects.on(day).deciding().filter(procedure__code__in=codes)
    return set(rules.values_list("procedure__code", flat=True))
