"""What can happen to a question, from where, and by whom?

Read it top to bottom: the kinds, the states, the roles, then every move. Nothing else in the code
decides whether a move is possible.
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


class Kind(IntegerChoices):
    """What was sent in; each kind has its own terms."""

    QUESTION = 1, _("Câu hỏi")
    """Somebody wants to know something."""
    PETITION = 2, _("Phản ánh, kiến nghị")
    """Somebody reports how a rule works in practice, or proposes another (NĐ 20/2008/NĐ-CP)."""


class State(TextChoices):
    """Where a question stands."""

    NEW = "new", _("Mới gửi")
    """Came in and was not looked at yet."""
    FORWARDED = "forwarded", _("Đã chuyển cơ quan khác")
    """Came from an office that it did not belong to; to be looked at like a new one."""
    REOPENED = "reopened", _("Được yêu cầu trả lời lại")
    """The asker was not content; another officer answers."""
    WAITING = "waiting", _("Chờ người hỏi bổ sung")
    """The asker was asked for more; the clock stands."""
    ASSIGNED = "assigned", _("Đang soạn trả lời")
    """An officer writes the answer."""
    DRAFTED = "drafted", _("Chờ duyệt trả lời")
    """The answer is written and waits for the head."""
    APPROVED = "approved", _("Đã duyệt, chờ gửi")
    """The answer is agreed on and not sent yet."""
    ANSWERED = "answered", _("Đã trả lời")
    """The asker has the answer; maybe everybody."""
    RETURNED = "returned", _("Trả lại người hỏi")
    """Not answered, with the reason and what to do instead. The end."""
    WITHDRAWN = "withdrawn", _("Người hỏi đã rút")
    """Taken back. The end."""
    MERGED = "merged", _("Gộp vào câu hỏi trùng")
    """Another question asks the same; its answer is this one's, too. The end."""


UNSORTED = frozenset({State.NEW, State.FORWARDED, State.REOPENED})
"""Nobody has it yet: to be forwarded, returned, merged or assigned."""
IN_WORK = frozenset({State.ASSIGNED, State.DRAFTED})
CLOCK_RUNS = UNSORTED | IN_WORK | {State.APPROVED}
OPEN = CLOCK_RUNS | {State.WAITING}
CLOSED = frozenset(State) - OPEN
TAKEN_BACK = frozenset({State.RETURNED, State.WITHDRAWN, State.MERGED})
"""Ended without an answer of its own."""


class Role(StrEnum):
    """As what a person makes a move."""

    ASKER = "asker"
    """Whoever asked; the machine for somebody without an account whom a page recognized."""
    CLERK = "clerk"
    """The office's answering post: sorts, forwards, returns, assigns, redacts."""
    DRAFTER = "drafter"
    """The officer to whom it was assigned."""
    APPROVER = "approver"
    """The head or whoever has the duty to decide."""
    PUBLISHER = "publisher"
    """Who sends and publishes an approved answer; the answering post."""
    SYSTEM = "system"
    """The machine's named account, where an office's work passes to another office."""


OFFICERS = frozenset(Role) - {Role.ASKER, Role.SYSTEM}


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: who may lead a question from which states to which."""

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


ASK = Move(
    verb="ask",
    label=pgettext_lazy("question", "Gửi câu hỏi"),
    roles=frozenset({Role.ASKER}),
    sources=frozenset(),  # from nothing: actions.ask() makes the question
    target=State.NEW,
)
FORWARD = Move(
    verb="forward",
    label=pgettext_lazy("question", "Chuyển cơ quan khác"),
    roles=frozenset({Role.CLERK, Role.APPROVER}),
    sources=UNSORTED | {State.ASSIGNED},
    target=State.FORWARDED,
    needs_reason=True,
)
RETURN = Move(
    verb="return",
    label=pgettext_lazy("question", "Trả lại người hỏi"),
    roles=frozenset({Role.CLERK, Role.APPROVER}),
    sources=UNSORTED | {State.WAITING, State.ASSIGNED},
    target=State.RETURNED,
    needs_reason=True,
)
ASK_FOR_MORE = Move(
    verb="ask_for_more",
    label=pgettext_lazy("question", "Đề nghị bổ sung"),
    roles=frozenset({Role.CLERK, Role.DRAFTER}),
    sources=UNSORTED | {State.ASSIGNED},
    target=State.WAITING,
    needs_reason=True,  # what is missing
)
SUPPLEMENT = Move(
    verb="supplement",
    label=pgettext_lazy("question", "Bổ sung thông tin"),
    roles=frozenset({Role.ASKER}),
    sources=frozenset({State.WAITING}),
    target=State.NEW,
    other_targets=frozenset({State.FORWARDED, State.REOPENED, State.ASSIGNED}),  # where it was
    needs_reason=True,  # what is added
)
WITHDRAW = Move(
    verb="withdraw",
    label=pgettext_lazy("question", "Rút câu hỏi"),
    roles=frozenset({Role.ASKER}),
    sources=OPEN - {State.APPROVED},
    target=State.WITHDRAWN,
)
MERGE = Move(
    verb="merge",
    label=pgettext_lazy("question", "Gộp vào câu hỏi trùng"),
    roles=frozenset({Role.CLERK}),
    sources=UNSORTED | {State.ASSIGNED},
    target=State.MERGED,
)
ASSIGN = Move(
    verb="assign",
    label=pgettext_lazy("question", "Phân công soạn trả lời"),
    roles=frozenset({Role.CLERK, Role.APPROVER}),
    sources=UNSORTED | {State.ASSIGNED},
    target=State.ASSIGNED,
)
DRAFT = Move(
    verb="draft",
    label=pgettext_lazy("question", "Trình duyệt trả lời"),
    roles=frozenset({Role.DRAFTER}),
    sources=frozenset({State.ASSIGNED}),
    target=State.DRAFTED,
)
SEND_BACK = Move(
    verb="send_back",
    label=pgettext_lazy("question", "Yêu cầu soạn lại"),
    roles=frozenset({Role.APPROVER}),
    sources=frozenset({State.DRAFTED, State.APPROVED}),
    target=State.ASSIGNED,
    needs_reason=True,
)
APPROVE = Move(
    verb="approve",
    label=pgettext_lazy("question", "Duyệt trả lời"),
    roles=frozenset({Role.APPROVER}),
    sources=frozenset({State.DRAFTED}),
    target=State.APPROVED,
)
PUBLISH = Move(
    verb="publish",
    label=pgettext_lazy("question", "Trả lời công khai"),
    roles=frozenset({Role.PUBLISHER}),
    # an answer given privately may become public later, and a public text be redacted better
    sources=frozenset({State.APPROVED, State.ANSWERED}),
    target=State.ANSWERED,
)
ANSWER_PRIVATELY = Move(
    verb="answer_privately",
    label=pgettext_lazy("question", "Trả lời riêng"),
    roles=frozenset({Role.PUBLISHER}),
    sources=frozenset({State.APPROVED}),
    target=State.ANSWERED,
)
UNPUBLISH = Move(
    verb="unpublish",
    label=pgettext_lazy("question", "Thôi công khai"),
    roles=frozenset({Role.PUBLISHER, Role.APPROVER}),
    sources=frozenset({State.ANSWERED, State.REOPENED}),
    target=State.ANSWERED,
    other_targets=frozenset({State.REOPENED}),  # it stays where it is
    needs_reason=True,
)
REVISE = Move(
    verb="revise",
    label=pgettext_lazy("question", "Soạn lại câu trả lời"),
    roles=frozenset({Role.CLERK, Role.APPROVER}),
    sources=frozenset({State.ANSWERED}),
    target=State.ASSIGNED,
    needs_reason=True,  # what became stale
)
CONFIRM = Move(
    verb="confirm",
    label=pgettext_lazy("question", "Xác nhận trả lời còn đúng"),
    roles=frozenset({Role.CLERK, Role.APPROVER}),
    sources=frozenset({State.ANSWERED}),
    target=State.ANSWERED,
    needs_reason=True,  # what was compared, and why the answer still holds
)
REOPEN = Move(
    verb="reopen",
    label=pgettext_lazy("question", "Đề nghị trả lời lại"),
    roles=frozenset({Role.ASKER}),
    sources=frozenset({State.ANSWERED}),
    target=State.REOPENED,
    needs_reason=True,  # what the answer lacks
)

MOVES = (
    ASK,
    ASSIGN,
    FORWARD,
    ASK_FOR_MORE,
    MERGE,
    RETURN,
    SUPPLEMENT,
    WITHDRAW,
    DRAFT,
    SEND_BACK,
    APPROVE,
    PUBLISH,
    ANSWER_PRIVATELY,
    UNPUBLISH,
    REVISE,
    CONFIRM,
    REOPEN,
)

# --- With its office -------------------------------------------------------------------------
# Made for a whole office at once (transfers.py): no state, code or day changes; nobody has a
# button for them.

TRANSFER = Move(
    verb="transfer",
    label=pgettext_lazy("question", "Chuyển theo sắp xếp tổ chức"),
    roles=frozenset({Role.SYSTEM}),
    sources=OPEN,
    target=State.NEW,
    other_targets=OPEN - {State.NEW},  # it stays where it is
    needs_reason=True,  # the decision
)
TRANSFER_BACK = Move(
    verb="transfer_back",
    label=pgettext_lazy("question", "Hoàn lại do thôi sắp xếp tổ chức"),
    roles=frozenset({Role.SYSTEM}),
    sources=OPEN,
    target=State.NEW,
    other_targets=frozenset(State) - {State.NEW},  # its asker may have ended it meanwhile
    needs_reason=True,
)
WITH_ITS_OFFICE = (TRANSFER, TRANSFER_BACK)
BY_VERB = {move.verb: move for move in (*MOVES, *WITH_ITS_OFFICE)}
