"""Which heaps does an office sort its questions into, and how many lie in each?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import lights
from motcua.questions import desks, workflow
from motcua.questions.models import Question
from motcua.questions.workflow import State

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from motcua.organizations.acting import Acting
    from motcua.worktime.calendars import WorkCalendar


@dataclass(frozen=True, slots=True)
class Queue:
    """One heap: its name in the address, its name on the screen, what belongs to it."""

    name: str
    label: StrOrPromise
    condition: Callable[[Acting], Q]
    newest_first: bool = False


def _in(states: Iterable[State]) -> Callable[[Acting], Q]:
    return lambda _acting: Q(state__in=frozenset(states))


def escalated(_acting: Acting) -> Q:
    """What the head should look at: late beyond the rule, or forwarded to and fro.

    Read from columns that each move writes; no nightly job raises anything.
    """
    runs = Q(state__in=workflow.CLOCK_RUNS)
    return runs & (Q(escalates_at__lt=timezone.now()) | Q(is_ping_pong=True))


def suspected(_acting: Acting) -> Q:
    """What the checks against machines set aside; whoever sorts it has looked."""
    return Q(is_suspect=True, state__in=workflow.UNSORTED)


MINE = Queue("can-toi-lam", _("Cần tôi làm"), desks.to_do)
ESCALATED = Queue("can-lanh-dao", _("Cần lãnh đạo xem"), escalated)
TO_APPROVE = Queue("cho-duyet", _("Chờ duyệt"), _in({State.DRAFTED}))
QUEUES = (
    MINE,
    Queue("chua-phan-loai", _("Chưa phân loại"), _in(workflow.UNSORTED)),
    Queue("can-xem-truoc", _("Cần xem trước: nghi do máy gửi"), suspected),
    Queue("dang-soan", _("Đang soạn trả lời"), _in({State.ASSIGNED})),
    TO_APPROVE,
    Queue("cho-gui", _("Đã duyệt, chờ gửi"), _in({State.APPROVED})),
    Queue("cho-bo-sung", _("Chờ người hỏi"), _in({State.WAITING}), newest_first=True),
    ESCALATED,
    Queue("da-ket-thuc", _("Đã kết thúc"), _in(workflow.CLOSED), newest_first=True),
)


def named(name: str) -> Queue:
    """The heap of that name; what waits for me where there is none."""
    return next((queue for queue in QUEUES if queue.name == name), MINE)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many questions lie in each heap, and how those of one heap stand."""

    heaps: list[tuple[Queue, int]]
    standings: dict[str, int]


def counted(acting: Acting, current: Queue, now: datetime, calendar: WorkCalendar) -> Counted:
    """Count a whole desk in one query, beside the one that asks for the answering post."""
    heaps = {queue.name: queue.condition(acting) for queue in QUEUES}
    standing = {
        name: heaps[current.name] & condition for name, condition in lateness(now, calendar).items()
    }
    asked = {name: Count("pk", filter=each) for name, each in (heaps | standing).items()}
    found = Question.objects.handled_by(acting).aggregate(**asked)
    return Counted(
        heaps=[(queue, found[queue.name]) for queue in QUEUES],
        standings={name: found[name] for name in standing},
    )


def lateness(now: datetime, calendar: WorkCalendar) -> dict[str, Q]:
    """Late, soon and in time as conditions; a question whose clock stands is in none of them."""
    runs, soon = Q(state__in=workflow.CLOCK_RUNS), lights.soon_until(now, calendar)
    return {
        "late": runs & Q(due_at__lt=now),
        "soon": runs & Q(due_at__gte=now, due_at__lt=soon),
        "ok": runs & Q(due_at__gte=soon),
        "wait": Q(state=State.WAITING),
    }
