"""Into which heaps does an office sort its work, how much lies in each, and where does one read on?

What lies there is a room's own (dossiers, questions); that a heap has a name, is counted with the
others in one query and is read by key, is the same on every desk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Model, Q, QuerySet

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from motcua.organizations.acting import Acting

BETWEEN = "~"


@dataclass(frozen=True, slots=True)
class Queue:
    """One heap: its name in the address, its name on the screen, what belongs to it."""

    name: str
    label: StrOrPromise
    condition: Callable[[Acting], Q]
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """How much lies in each heap, and how that of one heap stands against its clock."""

    heaps: list[tuple[Queue, int]]
    standings: dict[str, int]


def in_states(states: Iterable[int | str]) -> Callable[[Acting], Q]:
    """What is in one of ``states``, whoever asks."""
    return lambda _acting: Q(state__in=frozenset(states))


def named(name: str, queues: Sequence[Queue]) -> Queue:
    """The heap of that name; the first where there is none."""
    return next((queue for queue in queues if queue.name == name), queues[0])


def counted(
    found: QuerySet[Model],
    queues: Sequence[Queue],
    current: Queue,
    acting: Acting,
    lateness: Mapping[str, Q],
) -> Counted:
    """Count a whole desk in one query; of the ``current`` heap also by ``lateness``."""
    heaps = {queue.name: queue.condition(acting) for queue in queues}
    standings = {name: heaps[current.name] & condition for name, condition in lateness.items()}
    asked = {name: Count("pk", filter=each) for name, each in (heaps | standings).items()}
    there = found.aggregate(**asked)
    return Counted(
        heaps=[(queue, there[queue.name]) for queue in queues],
        standings={name: there[name] for name in standings},
    )


def lateness(due: str, *, runs: Q, waits: Q, now: date, soon: date) -> dict[str, Q]:
    """Late, soon and in time as conditions on ``due``; what has no running clock is in none.

    ``due`` is a moment or a day, and ``now`` and ``soon`` are of the same kind.
    """
    return {
        "late": runs & Q(**{f"{due}__lt": now}),
        "soon": runs & Q(**{f"{due}__gte": now, f"{due}__lt": soon}),
        "ok": runs & Q(**{f"{due}__gte": soon}),
        "wait": waits,
    }


# --- Reading on: by the last row of the page before, never by counting -------------------------


def key_of(moment: date, pk: int) -> str:
    """What names a row's place for the next page."""
    return f"{moment.isoformat()}{BETWEEN}{pk}"


def beyond(after: str, column: str, *, newest_first: bool) -> Q:
    """The rows behind the one that ``key_of`` named; all where it named none."""
    moment, _between, pk = after.partition(BETWEEN)
    side = "lt" if newest_first else "gt"
    try:
        place, number = datetime.fromisoformat(moment), int(pk)
    except ValueError:
        return Q()
    return Q(**{f"{column}__{side}": place}) | Q(**{column: place, f"pk__{side}": number})
