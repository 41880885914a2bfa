"""Which traffic light does a question show on the desk, and in which words?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.dossiers.lights import Light
from motcua.questions.workflow import State
from motcua.worktime.deadlines import standing, standing_words

if TYPE_CHECKING:
    from motcua.questions.models import Question
    from motcua.worktime.calendars import WorkCalendar


def light_of(question: Question, now: datetime, calendar: WorkCalendar) -> Light:
    """How a question stands against the clock of its present step at ``now``."""
    if question.due_at and question.clock_runs:
        due_at = question.due_at
        return Light(standing(due_at, now, calendar), standing_words(due_at, now, calendar))
    if question.state == State.ANSWERED and question.approved_at:
        is_late = question.approved_at > question.answer_due_at
        return Light("late", _("Trả lời quá hạn")) if is_late else Light("ok", _("Đúng hạn"))
    return Light("wait", _("Chờ bổ sung") if question.is_waiting else _("Đã kết thúc"))
