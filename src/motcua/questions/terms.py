"""Which term holds for a step on a day, and until when does it run?"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from django.db.models import Q

from motcua.periods.clock import VIETNAM, day_of
from motcua.questions import exceptions
from motcua.questions.models.term import Step, TermRule, TermUnit
from motcua.worktime.deadlines import Pause, due

if TYPE_CHECKING:
    from collections.abc import Sequence

    from motcua.questions.workflow import Kind
    from motcua.worktime.calendars import WorkCalendar


class Terms:
    """The terms of one kind at one organization on one day; its own rule before everybody's."""

    def __init__(self, kind: Kind | int, organization: int, at: datetime) -> None:
        found = TermRule.objects.on(day_of(at)).filter(
            Q(organization=organization) | Q(organization__isnull=True), kind=kind
        )
        own_last = sorted(found, key=lambda rule: rule.organization_id or 0)
        self._rules = {Step(rule.step): rule for rule in own_last}

    def rule(self, step: Step) -> TermRule:
        """The rule of a step; raises TermMissing where nobody loaded the terms."""
        try:
            return self._rules[step]
        except KeyError as missing:
            raise exceptions.TermMissing from missing

    def until(
        self, step: Step, start: datetime, calendar: WorkCalendar, pauses: Sequence[Pause] = ()
    ) -> datetime:
        """When a step that began at ``start`` is due, without the time of waiting."""
        rule = self.rule(step)
        if rule.unit == TermUnit.BY_TIME:
            begun = max([start, *(pause.end for pause in pauses)])
            return _by_time(begun, rule.by_time or time(16), calendar)
        counted = due(start, rule.limit, calendar, pauses)
        return counted.at if counted else start

    def times(self, step: Step) -> int:
        return self.rule(step).value


def _by_time(start: datetime, at: time, calendar: WorkCalendar) -> datetime:
    """That time of the same working day, or of the next for what comes in later."""
    day = day_of(start)
    moment = datetime.combine(day, at, VIETNAM)
    if calendar.is_working_day(day) and start <= moment:
        return moment
    return datetime.combine(calendar.working_day_after(day), at, VIETNAM)
