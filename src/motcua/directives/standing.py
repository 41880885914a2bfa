"""How does a task honestly stand, in words that everybody understands?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from motcua.directives import deadlines, workflow
from motcua.directives.workflow import State

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from motcua.directives.models import Task
    from motcua.worktime.calendars import WorkCalendar


class Group(StrEnum):
    """What the public is told; each task is in one of them."""

    WAITING = "waiting"
    IN_WORK = "in_work"
    REPORTED = "reported"
    ON_TIME = "on_time"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    CANCELLED = "cancelled"


NAMES: dict[Group, StrOrPromise] = {
    Group.WAITING: gettext_lazy("Chưa bắt đầu"),
    Group.IN_WORK: gettext_lazy("Đang làm, trong hạn"),
    Group.REPORTED: gettext_lazy("Đã báo cáo, chờ nghiệm thu"),
    Group.ON_TIME: gettext_lazy("Xong đúng hạn"),
    Group.DONE_LATE: gettext_lazy("Xong quá hạn"),
    Group.OVERDUE: gettext_lazy("Quá hạn, chưa xong"),
    Group.CANCELLED: gettext_lazy("Thôi giao"),
}
SLUGS = {
    "chua-bat-dau": Group.WAITING,
    "dang-lam": Group.IN_WORK,
    "cho-nghiem-thu": Group.REPORTED,
    "dung-han": Group.ON_TIME,
    "xong-qua-han": Group.DONE_LATE,
    "qua-han": Group.OVERDUE,
    "thoi-giao": Group.CANCELLED,
}
"""As they stand in addresses."""
BEGUN = frozenset({State.IN_WORK, State.EXTENSION_ASKED})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a task stands, with its light and how far it is from its day."""

    group: Group
    light: str
    words: str
    days_late: int = 0

    @property
    def stage(self) -> str:
        """Whether somebody has begun, in the middle of a line."""
        return _("đang làm") if self.group is Group.IN_WORK else _("chưa bắt đầu")

    @property
    def is_running(self) -> bool:
        """Whether it is worth saying if somebody has begun, beside the days that are left."""
        return self.group in {Group.WAITING, Group.IN_WORK}

    @property
    def name(self) -> StrOrPromise:
        return NAMES[self.group]


def standing(task: Task, today: date, calendar: WorkCalendar) -> Standing:
    """Read from its days when somebody looks."""
    group = group_of(task, today)
    if group is Group.OVERDUE:
        return _overdue(deadlines.days_late(task.due_on, today))
    if group in {Group.WAITING, Group.IN_WORK}:
        is_soon = task.due_on < deadlines.soon_until(today, calendar)
        return Standing(group, "soon" if is_soon else "ok", _left(task.due_on, today))
    return _ended(group, task)


def group_of(task: Task, today: date) -> Group:
    """The group in which ``queries.groups`` counts it."""
    if task.state == State.CANCELLED:
        return Group.CANCELLED
    if task.state == State.REPORTED:
        return Group.REPORTED
    if task.state == State.DONE:
        is_late = bool(task.done_on and task.done_on > task.due_on)
        return Group.DONE_LATE if is_late else Group.ON_TIME
    if task.state in workflow.CLOCK_RUNS and task.due_on < today:
        return Group.OVERDUE
    return Group.IN_WORK if task.state in BEGUN else Group.WAITING


def _overdue(days: int) -> Standing:
    said = ngettext("Quá hạn %(n)s ngày", "Quá hạn %(n)s ngày", days) % {"n": days}
    return Standing(Group.OVERDUE, "late", said, days)


def _left(due_on: date, today: date) -> str:
    days = (due_on - today).days
    if not days:
        return _("Hạn hôm nay")
    return ngettext("Còn %(n)s ngày", "Còn %(n)s ngày", days) % {"n": days}


def _ended(group: Group, task: Task) -> Standing:
    if group is Group.DONE_LATE and task.done_on:
        days = deadlines.days_late(task.due_on, task.done_on)
        said = ngettext("Xong, quá hạn %(n)s ngày", "Xong, quá hạn %(n)s ngày", days)
        return Standing(group, "late", said % {"n": days}, days)
    light = {Group.ON_TIME: "ok"}.get(group, "wait")
    said = _("Chờ nghiệm thu") if group is Group.REPORTED else str(NAMES[group])
    return Standing(group, light, said)
