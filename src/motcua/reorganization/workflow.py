"""What can happen to a plan, from where, and by whom?

Read it top to bottom: the states, the roles, then every move. Nothing else in the code decides
whether a move is possible.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class State(TextChoices):
    """Where a plan stands."""

    DRAFT = "draft", _("Đang lập")
    """May be written anew and rehearsed; nothing has happened."""
    SCHEDULED = "scheduled", _("Đã chốt, chờ ngày thực hiện")
    """Will be carried out on its day."""
    CARRIED_OUT = "carried_out", _("Đã thực hiện")
    """The new order holds."""
    UNDONE = "undone", _("Đã hoàn tác")
    """Everything is as it was before. The end; a better plan is another plan."""
    CANCELED = "canceled", _("Đã hủy")
    """Never carried out. The end."""


LIVE = frozenset({State.DRAFT, State.SCHEDULED, State.CARRIED_OUT})
"""Plans that count: two of them may not say the same, or touch one office on one day."""
PLANNED = frozenset({State.DRAFT, State.SCHEDULED})


class Role(StrEnum):
    """As what somebody makes a move."""

    PLANNER = "planner"
    """A post that plans for the province (``PlanningPost``)."""
    SYSTEM = "system"
    """The machine: the job of the day, or an operator's command."""


EVERYBODY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: who may lead a plan from which states to which."""

    verb: str
    label: StrOrPromise
    sources: frozenset[State]
    target: State
    roles: frozenset[Role] = EVERYBODY
    needs_reason: bool = False


ENTER = Move(
    verb="enter",
    label=pgettext_lazy("plan", "Nhập phương án"),
    sources=frozenset(),  # from nothing: actions.enter() makes the plan
    target=State.DRAFT,
)
REVISE = Move(
    verb="revise",
    label=pgettext_lazy("plan", "Sửa phương án"),
    sources=frozenset({State.DRAFT}),
    target=State.DRAFT,
)
SCHEDULE = Move(
    verb="schedule",
    label=pgettext_lazy("plan", "Chốt, chờ ngày thực hiện"),
    sources=frozenset({State.DRAFT}),
    target=State.SCHEDULED,
)
REOPEN = Move(
    verb="reopen",
    label=pgettext_lazy("plan", "Mở lại để sửa"),
    sources=frozenset({State.SCHEDULED}),
    target=State.DRAFT,
    needs_reason=True,
)
CARRY_OUT = Move(
    verb="carry_out",
    label=pgettext_lazy("plan", "Thực hiện"),
    sources=frozenset({State.SCHEDULED}),
    target=State.CARRIED_OUT,
)
PUT_OFF = Move(
    verb="put_off",
    label=pgettext_lazy("plan", "Đến ngày mà chưa thực hiện được"),
    sources=frozenset({State.SCHEDULED}),
    target=State.SCHEDULED,
    roles=frozenset({Role.SYSTEM}),
    needs_reason=True,
)
"""Its day has come and something stands in the way: the planners hear of it, once a day."""
UNDO = Move(
    verb="undo",
    label=pgettext_lazy("plan", "Hoàn tác"),
    sources=frozenset({State.CARRIED_OUT}),
    target=State.UNDONE,
    needs_reason=True,
)
CANCEL = Move(
    verb="cancel",
    label=pgettext_lazy("plan", "Hủy phương án"),
    sources=PLANNED,
    target=State.CANCELED,
    needs_reason=True,
)

MOVES = (ENTER, REVISE, SCHEDULE, REOPEN, CARRY_OUT, PUT_OFF, UNDO, CANCEL)
BY_VERB = {move.verb: move for move in MOVES}
