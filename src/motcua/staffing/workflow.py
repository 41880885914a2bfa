"""What can happen to an appointment, from where, and by whom?

An appointment has no column for its state: it holds on its days and on no other. What the table
calls a state is read from these days.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from datetime import date

    from django_stubs_ext import StrOrPromise

    from motcua.organizations.models import Appointment


class State(TextChoices):
    """Where an appointment stands on a day."""

    COMING = "coming", _("chưa đến ngày")
    HELD = "held", _("đang giữ")
    ENDED = "ended", _("đã thôi giữ")


class Role(StrEnum):
    """As what somebody makes a move."""

    MANAGER = "manager"
    """The holder of a staffing post, within its organizations."""
    SYSTEM = "system"
    """The machine's named account, when an operator imports a file."""


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: who may do what to an appointment, from which states."""

    verb: str
    label: StrOrPromise
    roles: frozenset[Role]
    sources: frozenset[State]
    needs_decision: bool = True
    """Nobody gets or leaves a post but by a written decision, which the act names."""


MANAGERS = frozenset({Role.MANAGER})

APPOINT = Move(
    verb="appoint",
    label=pgettext_lazy("staffing", "Bổ nhiệm"),
    roles=MANAGERS,
    sources=frozenset(),  # from nothing
)
END = Move(
    verb="end",
    label=pgettext_lazy("staffing", "Kết thúc"),
    roles=MANAGERS,
    sources=frozenset({State.COMING, State.HELD}),
)
REVOKE = Move(
    verb="revoke",
    label=pgettext_lazy("staffing", "Thu hồi"),
    roles=MANAGERS,
    sources=frozenset({State.COMING}),  # what has begun is ended, never taken back
)
REPLACE = Move(
    verb="replace",
    label=pgettext_lazy("staffing", "Thay người khác"),
    roles=MANAGERS,
    sources=frozenset({State.HELD}),
)
COVER = Move(
    verb="cover",
    label=pgettext_lazy("staffing", "Cử người thay khi vắng"),
    roles=MANAGERS,
    sources=frozenset({State.COMING, State.HELD}),
)
IMPORT = Move(
    verb="import",
    label=pgettext_lazy("staffing", "Nhập từ tệp"),
    roles=frozenset(Role),
    sources=frozenset(),
)
INVITE = Move(
    verb="invite",
    label=pgettext_lazy("staffing", "Gửi lại thư mở tài khoản"),
    roles=MANAGERS,
    sources=frozenset(),
    needs_decision=False,
)
NUMBER = Move(
    verb="number",
    label=pgettext_lazy("staffing", "Ghi số định danh"),
    roles=MANAGERS,
    sources=frozenset(),
    needs_decision=False,
)

OF_AN_APPOINTMENT = (COVER, REPLACE, END, REVOKE)
"""In the order of the buttons."""
OF_WHO_STANDS_IN = (END, REVOKE)
"""Who stands in has no seat to give to another, and nobody stands in for them."""
MOVES = (APPOINT, *OF_AN_APPOINTMENT, IMPORT, INVITE, NUMBER)
BY_VERB = {move.verb: move for move in MOVES}


def state_on(appointment: Appointment, day: date) -> State:
    """Where ``appointment`` stands on ``day``, by its days alone."""
    first, after = appointment.valid_during.lower, appointment.valid_during.upper
    if first is not None and day < first:
        return State.COMING
    return State.ENDED if after is not None and day >= after else State.HELD
