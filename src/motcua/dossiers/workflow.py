"""What can happen to a dossier, from where, and by whom?

Read it top to bottom: the ten legal statuses, the roles, then every move. Nothing else in the
code decides whether a move is possible.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import IntegerChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class State(IntegerChoices):
    """The numbered statuses that the national portal exchanges (domain.md §1.4)."""

    REGISTERED = 1, _("Mới đăng ký")
    """Submitted online and not checked yet; no clock runs."""
    RECEIVED = 2, _("Được tiếp nhận")
    """Received at the counter: the receipt is issued and the clock runs."""
    NOT_RECEIVED = 3, _("Không được tiếp nhận")
    """Refused at the counter, with a reason. The end."""
    IN_PROCESS = 4, _("Đang xử lý")
    """On the desk of the competent organization; the clock runs."""
    SUPPLEMENT_REQUESTED = 5, _("Yêu cầu bổ sung giấy tờ")
    """Waits for the applicant; the clock stands."""
    PAYMENT_REQUESTED = 6, _("Yêu cầu thực hiện nghĩa vụ tài chính")
    """Waits for a fee or tax. No move leads here until payments exist."""
    WITHDRAWN = 7, _("Công dân yêu cầu rút hồ sơ")
    """Taken back by the applicant. The end."""
    STOPPED = 8, _("Dừng xử lý")
    """Stopped or refused after appraisal, with a reason. The end."""
    FINISHED = 9, _("Đã xử lý xong")
    """The result is ready and not handed over; the clock has ended."""
    RETURNED = 10, _("Đã trả kết quả")
    """The result is in the applicant's hands. The end."""


UNCHECKED = frozenset({State.REGISTERED})
CLOCK_RUNS = frozenset({State.RECEIVED, State.IN_PROCESS})
WAITING = frozenset({State.SUPPLEMENT_REQUESTED, State.PAYMENT_REQUESTED})
DECIDED = frozenset({State.FINISHED, State.RETURNED})
CLOSED = frozenset({State.NOT_RECEIVED, State.WITHDRAWN, State.STOPPED, State.RETURNED})
OPEN = frozenset(State) - CLOSED
NEVER_RECEIVED = frozenset({State.REGISTERED, State.NOT_RECEIVED})
"""Statuses that a dossier has only before it was received."""


class Role(StrEnum):
    """As what a person makes a move."""

    APPLICANT = "applicant"
    """The citizen whose dossier it is."""
    CLERK = "clerk"
    """The duty to receive and to return, at the counter."""
    HANDLER = "handler"
    """The duty to appraise, at the competent organization."""
    APPROVER = "approver"
    """The duty to decide, at the competent organization."""
    SYSTEM = "system"
    """The machine's named account, where an office's work passes to another office."""


OFFICERS = frozenset({Role.CLERK, Role.HANDLER, Role.APPROVER})


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: who may lead a dossier from which statuses to which."""

    verb: str
    label: StrOrPromise
    roles: frozenset[Role]
    sources: frozenset[State]
    target: State
    other_targets: frozenset[State] = frozenset()
    """Where the move may lead instead; a rule beside the table says when."""
    needs_reason: bool = False
    needs_result: bool = False

    @property
    def targets(self) -> frozenset[State]:
        return self.other_targets | {self.target}


SUBMIT = Move(
    verb="submit",
    label=pgettext_lazy("dossier", "Nộp hồ sơ"),
    roles=frozenset({Role.APPLICANT}),
    sources=frozenset(),  # from a draft: Draft.submit() makes the dossier
    target=State.REGISTERED,
)
RECEIVE = Move(
    verb="receive",
    label=pgettext_lazy("dossier", "Tiếp nhận"),
    roles=frozenset({Role.CLERK}),
    sources=frozenset({State.REGISTERED}),
    target=State.RECEIVED,
)
REFUSE = Move(
    verb="refuse",
    label=pgettext_lazy("dossier", "Từ chối tiếp nhận"),
    roles=frozenset({Role.CLERK}),
    sources=frozenset({State.REGISTERED}),
    target=State.NOT_RECEIVED,
    needs_reason=True,  # Phiếu từ chối states its reason and legal basis: NĐ 61/2018, Art. 17.1
)
TAKE_UP = Move(
    verb="take_up",
    label=pgettext_lazy("dossier", "Nhận xử lý"),
    roles=frozenset({Role.HANDLER}),
    sources=frozenset({State.RECEIVED}),
    target=State.IN_PROCESS,
)
REQUEST_SUPPLEMENT = Move(
    verb="request_supplement",
    label=pgettext_lazy("dossier", "Yêu cầu bổ sung"),
    # Once, fully and exactly: NĐ 61/2018, Art. 15.3. A second request is the approver's.
    roles=OFFICERS,
    sources=frozenset({State.REGISTERED, State.RECEIVED, State.IN_PROCESS}),
    target=State.SUPPLEMENT_REQUESTED,  # each paper asked for has its own reason: facts.of_request
)
SUPPLEMENT = Move(
    verb="supplement",
    label=pgettext_lazy("dossier", "Nộp bổ sung"),
    roles=frozenset({Role.APPLICANT}),
    sources=frozenset({State.SUPPLEMENT_REQUESTED}),
    target=State.RECEIVED,  # after_supplement() says which
    other_targets=frozenset({State.REGISTERED, State.IN_PROCESS}),
)
WITHDRAW = Move(
    verb="withdraw",
    label=pgettext_lazy("dossier", "Rút hồ sơ"),
    roles=frozenset({Role.APPLICANT}),
    sources=frozenset(
        {State.REGISTERED, State.RECEIVED, State.IN_PROCESS, State.SUPPLEMENT_REQUESTED}
    ),
    target=State.WITHDRAWN,
)
STOP = Move(
    verb="stop",
    label=pgettext_lazy("dossier", "Dừng xử lý"),
    roles=frozenset({Role.HANDLER, Role.APPROVER}),
    sources=frozenset({State.RECEIVED, State.IN_PROCESS, State.SUPPLEMENT_REQUESTED}),
    target=State.STOPPED,
    needs_reason=True,  # Thông báo dừng giải quyết states its reason: TT 03/2025, form 05
)
FINISH = Move(
    verb="finish",
    label=pgettext_lazy("dossier", "Phê duyệt, ban hành kết quả"),
    roles=frozenset({Role.APPROVER}),
    sources=frozenset({State.IN_PROCESS}),
    target=State.FINISHED,
    needs_result=True,
)
RETURN = Move(
    verb="return",
    label=pgettext_lazy("dossier", "Trả kết quả"),
    roles=frozenset({Role.CLERK}),
    sources=frozenset({State.FINISHED}),
    target=State.RETURNED,
)

MOVES = (
    SUBMIT,
    RECEIVE,
    REFUSE,
    TAKE_UP,
    REQUEST_SUPPLEMENT,
    SUPPLEMENT,
    WITHDRAW,
    STOP,
    FINISH,
    RETURN,
)

# --- With its office -------------------------------------------------------------------------
# Made for a whole office at once (transfers.py): no status, code, day or receipt changes; nobody
# has a button for them.

TRANSFER = Move(
    verb="transfer",
    label=pgettext_lazy("dossier", "Chuyển theo sắp xếp tổ chức"),
    roles=frozenset({Role.SYSTEM}),
    sources=OPEN,
    target=State.REGISTERED,
    other_targets=OPEN - {State.REGISTERED},  # it stays where it is
    needs_reason=True,  # the decision
)
TRANSFER_BACK = Move(
    verb="transfer_back",
    label=pgettext_lazy("dossier", "Hoàn lại do thôi sắp xếp tổ chức"),
    roles=frozenset({Role.SYSTEM}),
    sources=OPEN,
    target=State.REGISTERED,
    other_targets=frozenset(State) - {State.REGISTERED},  # it may have ended meanwhile
    needs_reason=True,
)
WITH_ITS_OFFICE = (TRANSFER, TRANSFER_BACK)
BY_VERB = {move.verb: move for move in (*MOVES, *WITH_ITS_OFFICE)}

RESTART, RESUME = "restart", "resume"


def after_supplement(*, was_received: bool, policy: str) -> State:
    """Where a supplement leads: back to the check, to a new clock, or on with the old one.

    ``restart`` is NĐ 61/2018, Art. 19.4: the term is counted from zero once the dossier is full.
    """
    if not was_received:
        return State.REGISTERED
    return State.IN_PROCESS if policy == RESUME else State.RECEIVED
