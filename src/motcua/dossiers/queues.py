"""Which heaps lie on a desk, and how much is in each?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import desks, lights, workflow
from motcua.dossiers.models import Dossier
from motcua.dossiers.workflow import State

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


MINE = Queue("can-toi-lam", _("Cần tôi làm"), desks.to_do)
QUEUES = (
    MINE,
    Queue("cho-tiep-nhan", _("Chờ tiếp nhận"), _in(workflow.UNCHECKED)),
    Queue("dang-xu-ly", _("Đang xử lý"), _in(workflow.CLOCK_RUNS)),
    Queue("tam-dung", _("Đang tạm dừng"), _in(workflow.WAITING)),
    Queue("cho-tra", _("Đã xử lý xong, chờ trả"), _in({State.FINISHED})),
    Queue("da-ket-thuc", _("Đã kết thúc"), _in(workflow.CLOSED), newest_first=True),
)


def named(name: str) -> Queue:
    """The heap of that name; what waits for me where there is none."""
    return next((queue for queue in QUEUES if queue.name == name), MINE)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many dossiers lie in each heap, and how those of one heap stand."""

    heaps: list[tuple[Queue, int]]
    standings: dict[str, int]


def counted(acting: Acting, current: Queue, now: datetime, calendar: WorkCalendar) -> Counted:
    """Count a whole desk in one query."""
    heaps = {queue.name: queue.condition(acting) for queue in QUEUES}
    lights_there = {
        name: heaps[current.name] & condition for name, condition in lateness(now, calendar).items()
    }
    asked = {name: Count("pk", filter=each) for name, each in (heaps | lights_there).items()}
    found = Dossier.objects.handled_by(acting).aggregate(**asked)
    return Counted(
        heaps=[(queue, found[queue.name]) for queue in QUEUES],
        standings={name: found[name] for name in lights_there},
    )


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
    runs, soon = Q(state__in=workflow.CLOCK_RUNS), lights.soon_until(now, calendar)
    return {
        "late": runs & Q(due_current__lt=now),
        "soon": runs & Q(due_current__gte=now, due_current__lt=soon),
        "ok": runs & Q(due_current__gte=soon),
        "wait": Q(state__in=workflow.WAITING),
    }
