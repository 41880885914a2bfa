"""Which heaps does an office sort its questions into, and how many lie in each?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import lights
from motcua.organizations import heaps
from motcua.organizations.heaps import Counted, Queue, in_states
from motcua.questions import desks, staleness, workflow
from motcua.questions.models import Question
from motcua.questions.workflow import State

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.worktime.calendars import WorkCalendar


def escalated(_acting: Acting) -> Q:
    """What the head should look at: late beyond the rule, or forwarded to and fro.

    Read from columns that each move writes; no nightly job raises anything.
    """
    runs = Q(state__in=workflow.CLOCK_RUNS)
    return runs & (Q(escalates_at__lt=timezone.now()) | Q(is_ping_pong=True))


def suspected(_acting: Acting) -> Q:
    """What the checks against machines set aside; whoever sorts it has looked."""
    return Q(is_suspect=True, state__in=workflow.UNSORTED)


def stale(_acting: Acting) -> Q:
    """Published answers whose procedure, law or office changed: the owner's task."""
    return staleness.is_stale()


MINE = Queue("can-toi-lam", _("Cần tôi làm"), desks.to_do)
ESCALATED = Queue("can-lanh-dao", _("Cần lãnh đạo xem"), escalated)
STALE = Queue("can-xem-lai", _("Trả lời cần xem lại"), stale, newest_first=True)
TO_APPROVE = Queue("cho-duyet", _("Chờ duyệt"), in_states({State.DRAFTED}))
QUEUES = (
    MINE,
    Queue("chua-phan-loai", _("Chưa phân loại"), in_states(workflow.UNSORTED)),
    Queue("can-xem-truoc", _("Cần xem trước: nghi do máy gửi"), suspected),
    Queue("dang-soan", _("Đang soạn trả lời"), in_states({State.ASSIGNED})),
    TO_APPROVE,
    Queue("cho-gui", _("Đã duyệt, chờ gửi"), in_states({State.APPROVED})),
    Queue("cho-bo-sung", _("Chờ người hỏi"), in_states({State.WAITING}), newest_first=True),
    ESCALATED,
    STALE,
    Queue("da-ket-thuc", _("Đã kết thúc"), in_states(workflow.CLOSED), newest_first=True),
)


def named(name: str) -> Queue:
    """The heap of that name; what waits for me where there is none."""
    return heaps.named(name, QUEUES)


def counted(acting: Acting, current: Queue, now: datetime, calendar: WorkCalendar) -> Counted:
    """Count a whole desk in one query, beside the one that asks for the answering post."""
    found = Question.objects.handled_by(acting)
    return heaps.counted(found, QUEUES, current, acting, lateness(now, calendar))


def lateness(now: datetime, calendar: WorkCalendar) -> dict[str, Q]:
    """Late, soon and in time as conditions; a question whose clock stands is in none of them."""
    return heaps.lateness(
        "due_at",
        runs=Q(state__in=workflow.CLOCK_RUNS),
        waits=Q(state=State.WAITING),
        now=now,
        soon=lights.soon_until(now, calendar),
    )
