"""Which heaps does a desk sort its tasks into, and how many lie in each?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from motcua.directives import deadlines, desks, workflow
from motcua.directives.models import Task
from motcua.directives.queries import workflow_red
from motcua.directives.workflow import State
from motcua.organizations import heaps
from motcua.organizations.heaps import Counted, Queue, in_states
from motcua.organizations.models import Post
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.worktime.calendars import WorkCalendar


def red(_acting: Acting) -> Q:
    """Late today; read from its day."""
    return workflow_red(today())


def orphaned(_acting: Acting) -> Q:
    """Open, and the post that has it holds no more: to be given anew."""
    there = Post.objects.on(today()).filter(pk=OuterRef("post"))
    return Q(state__in=workflow.OPEN) & ~Q(Exists(there))


MINE = Queue("can-toi-lam", _("Cần tôi làm"), desks.to_do)
RED = Queue("qua-han", _("Quá hạn"), red)
QUEUES = (
    MINE,
    RED,
    Queue("moi-giao", _("Chưa tiếp nhận"), in_states({State.GIVEN})),
    Queue("tra-lai", _("Trả lại, cần giao nơi khác"), in_states({State.RETURNED})),
    Queue("dang-lam", _("Đang thực hiện"), in_states(workflow.AT_WORK)),
    Queue("xin-lui-han", _("Xin lùi hạn"), in_states({State.EXTENSION_ASKED})),
    Queue("cho-nghiem-thu", _("Chờ nghiệm thu"), in_states({State.REPORTED})),
    Queue("khong-con-noi-nhan", _("Chức vụ chủ trì không còn"), orphaned),
    Queue("da-ket-thuc", _("Đã kết thúc"), in_states(workflow.CLOSED), newest_first=True),
)


def named(name: str) -> Queue:
    """The heap of that name; what waits for me where there is none."""
    return heaps.named(name, QUEUES)


def counted(acting: Acting, current: Queue, day: date, calendar: WorkCalendar) -> Counted:
    """Count a whole desk in one query, beside those that ask for whom one gives."""
    found = Task.objects.handled_by(acting)
    return heaps.counted(found, QUEUES, current, acting, lateness(day, calendar))


def lateness(day: date, calendar: WorkCalendar) -> dict[str, Q]:
    """Late, soon and in time as conditions; what was reported is in none of them."""
    return heaps.lateness(
        "due_on",
        runs=Q(state__in=workflow.CLOCK_RUNS),
        waits=Q(state=State.REPORTED),
        now=day,
        soon=deadlines.soon_until(day, calendar),
    )
