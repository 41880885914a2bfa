"""Which traffic light does a dossier show on the desk, and in which words?"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from motcua.dossiers import workflow
from motcua.dossiers.workflow import State
from motcua.periods.clock import VIETNAM, day_of
from motcua.worktime.deadlines import standing, standing_words
from motcua.worktime.outcomes import Outcome, outcome

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier
    from motcua.worktime.calendars import WorkCalendar


class Light(NamedTuple):
    """A shape and words, never color alone: ``ok``, ``soon``, ``late`` or ``wait``."""

    kind: str
    words: str


def light_of(dossier: Dossier, now: datetime, calendar: WorkCalendar) -> Light:
    """How a dossier stands against its clock at ``now``."""
    if dossier.due_current and dossier.clock_runs:
        due_at = dossier.due_current
        return Light(standing(due_at, now, calendar), standing_words(due_at, now, calendar))
    if dossier.due_current and dossier.finished_at:
        return _finished(dossier.finished_at, dossier.due_current)
    return Light("wait", _standing_still(dossier))


def soon_until(now: datetime, calendar: WorkCalendar) -> datetime:
    """The moment before which a due date counts as soon: ``standing`` as a bound for a query."""
    day = day_of(now)
    for _day in range(calendar.soon_days + 1):
        day = calendar.working_day_after(day)
    return _midnight(day)


def _finished(finished_at: datetime, due_at: datetime) -> Light:
    """Ended in time or not."""
    return {
        Outcome.EARLY: Light("ok", _("Xong trước hạn")),
        Outcome.ON_TIME: Light("ok", _("Xong đúng hạn")),
        Outcome.LATE: Light("late", _("Xong quá hạn")),
    }[outcome(finished_at, due_at)]


def _standing_still(dossier: Dossier) -> str:
    if dossier.state == State.SUPPLEMENT_REQUESTED:
        return _("Chờ bổ sung")
    if dossier.state == State.PAYMENT_REQUESTED:
        return _("Chờ nộp lệ phí")
    if dossier.state in workflow.UNCHECKED:
        return _("Chưa tính hạn")
    return _("Đã kết thúc")


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)
