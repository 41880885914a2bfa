"""Which heaps lie on a desk, and how much is in each?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import desks, lights, workflow
from motcua.dossiers.models import Dossier
from motcua.dossiers.workflow import State
from motcua.organizations import heaps
from motcua.organizations.heaps import Counted, Queue, in_states

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.worktime.calendars import WorkCalendar


MINE = Queue("can-toi-lam", _("Cần tôi làm"), desks.to_do)
QUEUES = (
    MINE,
    Queue("cho-tiep-nhan", _("Chờ tiếp nhận"), in_states(workflow.UNCHECKED)),
    Queue("dang-xu-ly", _("Đang xử lý"), in_states(workflow.CLOCK_RUNS)),
    Queue("tam-dung", _("Đang tạm dừng"), in_states(workflow.WAITING)),
    Queue("cho-tra", _("Đã xử lý xong, chờ trả"), in_states({State.FINISHED})),
    Queue("da-ket-thuc", _("Đã kết thúc"), in_states(workflow.CLOSED), newest_first=True),
)


def named(name: str) -> Queue:
    """The heap of that name; what waits for me where there is none."""
    return heaps.named(name, QUEUES)


def counted(acting: Acting, current: Queue, now: datetime, calendar: WorkCalendar) -> Counted:
    """Count a whole desk in one query."""
    found = Dossier.objects.handled_by(acting)
    return heaps.counted(found, QUEUES, current, acting, lateness(now, calendar))


def counts_to_do(hats: dict[str, Acting]) -> dict[str, int]:
    """How much waits in each of several hats; one query for all of them."""
    if not hats:
        return {}
    asked = {
        name: Count("pk", filter=desks.before(acting) & desks.to_do(acting))
        for name, acting in hats.items()
    }
    return dict(Dossier.objects.open().aggregate(**asked))


def lateness(now: datetime, calendar: WorkCalendar) -> dict[str, Q]:
    """Late, soon and in time as conditions; a dossier whose clock stands is in none of them."""
    return heaps.lateness(
        "due_current",
        runs=Q(state__in=workflow.CLOCK_RUNS),
        waits=Q(state__in=workflow.WAITING),
        now=now,
        soon=lights.soon_until(now, calendar),
    )
