"""What does everybody read of a conclusion and its tasks? Never a report, never an officer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.directives import workflow
from motcua.directives.inbox import Row, bare
from motcua.directives.models import Task
from motcua.directives.standing import NAMES, Group
from motcua.periods.clock import today
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from motcua.directives.models import Conclusion, TaskEvent

PASSED: dict[str, StrOrPromise] = {
    workflow.GIVE.verb: gettext_lazy("Giao nhiệm vụ"),
    workflow.ACKNOWLEDGE.verb: gettext_lazy("Cơ quan chủ trì đã tiếp nhận"),
    workflow.RETURN.verb: gettext_lazy("Cơ quan chủ trì báo không đúng nơi"),
    workflow.REASSIGN.verb: gettext_lazy("Giao cho cơ quan khác chủ trì"),
    workflow.TAKE_UP.verb: gettext_lazy("Bắt đầu thực hiện"),
    workflow.REPORT.verb: gettext_lazy("Có báo cáo tiến độ"),
    workflow.REPORT_DONE.verb: gettext_lazy("Báo cáo đã hoàn thành"),
    workflow.ACCEPT.verb: gettext_lazy("Được nghiệm thu"),
    workflow.SEND_BACK.verb: gettext_lazy("Chưa đạt, yêu cầu làm tiếp"),
    workflow.ASK_EXTENSION.verb: gettext_lazy("Xin lùi hạn"),
    workflow.GRANT_EXTENSION.verb: gettext_lazy("Được lùi hạn"),
    workflow.REFUSE_EXTENSION.verb: gettext_lazy("Không được lùi hạn"),
    workflow.URGE.verb: gettext_lazy("Được đôn đốc"),
    workflow.CANCEL.verb: gettext_lazy("Thôi giao nhiệm vụ này"),
    workflow.TRANSFER.verb: gettext_lazy("Chuyển cùng cơ quan theo sắp xếp tổ chức"),
    workflow.TRANSFER_BACK.verb: gettext_lazy("Chuyển lại cơ quan cũ"),
}
"""What each move was, to everybody."""
COUNTED = tuple(group for group in Group if group is not Group.CANCELLED)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the public history: what happened, where, when."""

    title: str
    place: str
    note: str
    at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class Told:
    """A conclusion with its public tasks and how many stand how."""

    conclusion: Conclusion
    rows: list[Row]

    @property
    def counts(self) -> list[tuple[StrOrPromise, int]]:
        """Only what there is, the worst first."""
        groups = [row.standing.group for row in self.rows]
        order = (Group.OVERDUE, Group.DONE_LATE, *COUNTED)
        return [
            (NAMES[each], groups.count(each)) for each in dict.fromkeys(order) if each in groups
        ]


def told(conclusions: Iterable[Conclusion], day: date | None = None) -> list[Told]:
    """Conclusions with their public tasks; three queries, however many there are."""
    shown, now = list(conclusions), day or today()
    tasks = Task.objects.public().filter(conclusion__in=shown).for_lists().order_by("pk")
    by_conclusion: dict[int, list[Row]] = {}
    for row in bare(tasks, now, working_calendar()):
        by_conclusion.setdefault(row.task.conclusion_id, []).append(row)
    return [Told(each, by_conclusion.get(each.pk, [])) for each in shown]


def steps(task: Task) -> list[Step]:
    """The history from outside: organizations and days; no names, no words among officers."""
    events = list(task.events.with_hands())
    return [_step(event, is_last=event is events[-1]) for event in events]


def _step(event: TaskEvent, *, is_last: bool) -> Step:
    place = event.post.organization.name if event.post else ""
    title = str(PASSED.get(event.verb, event.label))
    return Step(
        title, place, _note(event.verb, event.payload), event.at, "now" if is_last else "done"
    )


def _note(verb: str, payload: dict[str, Any]) -> str:
    """The days of an extension and of a late report, which are public."""
    if verb in {workflow.ASK_EXTENSION.verb, workflow.GRANT_EXTENSION.verb}:
        days = {name: f"{date.fromisoformat(payload[name]):%d/%m/%Y}" for name in ("due", "until")}
        return _("từ %(due)s đến %(until)s") % days
    if verb == workflow.REPORT_DONE.verb and payload.get("late"):
        return _("sau hạn %(n)s ngày") % {"n": payload["late"]}
    return ""
