"""What can happen to a task, from where, and by whom?

Read it top to bottom: the priorities, the states, the roles, then every move. Nothing else in the
code decides whether a move is possible.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Priority(IntegerChoices):
    """How a task stands among others of the same day."""

    URGENT = 1, _("Khẩn")
    NORMAL = 2, _("Thường")


class State(TextChoices):
    """Where a task stands."""

    GIVEN = "given", _("Mới giao")
    """The owner has not said yet that it is theirs."""
    ACKNOWLEDGED = "acknowledged", _("Đã tiếp nhận")
    """The owner knows of it and has not begun."""
    RETURNED = "returned", _("Trả lại vì không đúng nơi")
    """The owner says, with a reason, that it belongs elsewhere; the giver decides."""
    IN_WORK = "in_work", _("Đang thực hiện")
    EXTENSION_ASKED = "ext_asked", _("Đang xin lùi hạn")
    """Work goes on and the clock runs; whoever decides for the giver answers."""
    REPORTED = "reported", _("Đã báo cáo xong, chờ nghiệm thu")
    """The owner says that it is done; the giver looks at the evidence."""
    DONE = "done", _("Hoàn thành")
    """Accepted. The end."""
    CANCELLED = "cancelled", _("Thôi giao")
    """Taken back with a reason. The end."""


CLOSED = frozenset({State.DONE, State.CANCELLED})
OPEN = frozenset(State) - CLOSED
CLOCK_RUNS = OPEN - {State.REPORTED}
"""Who has reported waits for the giver: the days until acceptance are not the owner's."""
WITH_OWNER = frozenset({State.GIVEN, State.ACKNOWLEDGED, State.IN_WORK, State.EXTENSION_ASKED})
WITH_GIVER = frozenset({State.RETURNED, State.REPORTED, State.EXTENSION_ASKED})
HANDED_IN = frozenset({State.REPORTED, State.DONE})
AT_WORK = frozenset({State.ACKNOWLEDGED, State.IN_WORK})


class Role(StrEnum):
    """As what a person makes a move."""

    GIVER = "giver"
    """The desk of the organization that gave it: its head, who decides, or who follows for it."""
    DECIDER = "decider"
    """The giver's head or whoever decides there: days and ends are changed by nobody less."""
    OWNER = "owner"
    """The post that has the task, or the head of its organization."""
    DOER = "doer"
    """Another post with work in the organization that leads."""
    SUPPORTER = "supporter"
    """A post of an organization that works along."""
    SYSTEM = "system"
    """The machine's named account, where an office's work passes to another office."""


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: who may lead a task from which states to which."""

    verb: str
    label: StrOrPromise
    roles: frozenset[Role]
    sources: frozenset[State]
    target: State
    other_targets: frozenset[State] = frozenset()
    """Where the move may lead instead; a rule beside the table says when."""
    needs_reason: bool = False

    @property
    def targets(self) -> frozenset[State]:
        return self.other_targets | {self.target}


GIVE = Move(
    verb="give",
    label=pgettext_lazy("directive", "Giao nhiệm vụ"),
    roles=frozenset({Role.GIVER}),
    sources=frozenset(),  # from nothing: actions.give() makes the task
    target=State.GIVEN,
)
ACKNOWLEDGE = Move(
    verb="acknowledge",
    label=pgettext_lazy("directive", "Tiếp nhận nhiệm vụ"),
    roles=frozenset({Role.OWNER}),
    sources=frozenset({State.GIVEN}),
    target=State.ACKNOWLEDGED,
)
RETURN = Move(
    verb="return",
    label=pgettext_lazy("directive", "Trả lại vì không đúng nơi"),
    roles=frozenset({Role.OWNER}),
    sources=frozenset({State.GIVEN, State.ACKNOWLEDGED}),
    target=State.RETURNED,
    needs_reason=True,  # whose task it is, and by which rule
)
REASSIGN = Move(
    verb="reassign",
    label=pgettext_lazy("directive", "Giao lại nơi khác"),
    roles=frozenset({Role.GIVER}),
    sources=OPEN - {State.REPORTED},
    target=State.GIVEN,
    needs_reason=True,
)
TAKE_UP = Move(
    verb="take_up",
    label=pgettext_lazy("directive", "Bắt đầu thực hiện"),
    roles=frozenset({Role.OWNER, Role.DOER}),
    sources=frozenset({State.ACKNOWLEDGED}),
    target=State.IN_WORK,
)
REPORT = Move(
    verb="report",
    label=pgettext_lazy("directive", "Báo cáo tiến độ"),
    roles=frozenset({Role.OWNER, Role.DOER, Role.SUPPORTER}),
    sources=AT_WORK | {State.EXTENSION_ASKED},
    target=State.IN_WORK,
    other_targets=frozenset({State.EXTENSION_ASKED}),  # it stays there
    needs_reason=True,  # what was done
)
REPORT_DONE = Move(
    verb="report_done",
    label=pgettext_lazy("directive", "Báo cáo hoàn thành"),
    roles=frozenset({Role.OWNER}),
    sources=AT_WORK | {State.EXTENSION_ASKED},
    target=State.REPORTED,
    needs_reason=True,  # the result, with its evidence
)
ACCEPT = Move(
    verb="accept",
    label=pgettext_lazy("directive", "Nghiệm thu"),
    roles=frozenset({Role.GIVER}),
    sources=frozenset({State.REPORTED}),
    target=State.DONE,
    other_targets=frozenset({State.IN_WORK}),  # what is done regularly goes on to the next day
)
SEND_BACK = Move(
    verb="send_back",
    label=pgettext_lazy("directive", "Yêu cầu làm tiếp"),
    roles=frozenset({Role.GIVER}),
    sources=frozenset({State.REPORTED}),
    target=State.IN_WORK,
    needs_reason=True,
)
ASK_EXTENSION = Move(
    verb="ask_extension",
    label=pgettext_lazy("directive", "Xin lùi hạn"),
    roles=frozenset({Role.OWNER}),
    sources=AT_WORK,
    target=State.EXTENSION_ASKED,
    needs_reason=True,
)
GRANT_EXTENSION = Move(
    verb="grant_extension",
    label=pgettext_lazy("directive", "Đồng ý lùi hạn"),
    roles=frozenset({Role.DECIDER}),
    sources=frozenset({State.EXTENSION_ASKED}),
    target=State.IN_WORK,
)
REFUSE_EXTENSION = Move(
    verb="refuse_extension",
    label=pgettext_lazy("directive", "Không đồng ý lùi hạn"),
    roles=frozenset({Role.DECIDER}),
    sources=frozenset({State.EXTENSION_ASKED}),
    target=State.IN_WORK,
    needs_reason=True,
)
URGE = Move(
    verb="urge",
    label=pgettext_lazy("directive", "Đôn đốc"),
    roles=frozenset({Role.GIVER}),
    sources=WITH_OWNER,
    target=State.IN_WORK,
    other_targets=WITH_OWNER - {State.IN_WORK},  # it stays where it is
)
CANCEL = Move(
    verb="cancel",
    label=pgettext_lazy("directive", "Thôi giao"),
    roles=frozenset({Role.DECIDER}),
    sources=OPEN,
    target=State.CANCELLED,
    needs_reason=True,
)

MOVES = (
    GIVE,
    ACKNOWLEDGE,
    RETURN,
    REASSIGN,
    TAKE_UP,
    REPORT,
    REPORT_DONE,
    ACCEPT,
    SEND_BACK,
    ASK_EXTENSION,
    GRANT_EXTENSION,
    REFUSE_EXTENSION,
    URGE,
    CANCEL,
)

# --- With its office -------------------------------------------------------------------------
# Made for a whole office at once (transfers.py): no state, code or day changes; nobody has a
# button for them.

TRANSFER = Move(
    verb="transfer",
    label=pgettext_lazy("directive", "Chuyển theo sắp xếp tổ chức"),
    roles=frozenset({Role.SYSTEM}),
    sources=OPEN,
    target=State.GIVEN,
    other_targets=OPEN - {State.GIVEN},  # it stays where it is
    needs_reason=True,  # the decision
)
TRANSFER_BACK = Move(
    verb="transfer_back",
    label=pgettext_lazy("directive", "Hoàn lại do thôi sắp xếp tổ chức"),
    roles=frozenset({Role.SYSTEM}),
    sources=OPEN,
    target=State.GIVEN,
    other_targets=frozenset(State) - {State.GIVEN},
    needs_reason=True,
)
WITH_ITS_OFFICE = (TRANSFER, TRANSFER_BACK)
BY_VERB = {move.verb: move for move in (*MOVES, *WITH_ITS_OFFICE)}
JUDGING = frozenset({ACCEPT.verb, SEND_BACK.verb, GRANT_EXTENSION.verb, REFUSE_EXTENSION.verb})
"""Whoever spoke for the owner makes none of these, in whichever post: two hats, one head."""
SPEAKING = frozenset(
    {REPORT.verb, REPORT_DONE.verb, ASK_EXTENSION.verb, ACKNOWLEDGE.verb, TAKE_UP.verb}
)
"""Who made one of these spoke for those who do the task."""
