"""What can happen to a consultation, from where, and by whom?

Read it top to bottom: the states, the phases, the roles, then every move. A consultation closes by
itself: no job turns anything over, the closing day is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class State(TextChoices):
    """What was decided about a consultation; ``Phase`` is what follows on a day."""

    PREPARING = "preparing", _("Đang chuẩn bị")
    """Only its office sees it; the draft may still change."""
    OPENED = "opened", _("Đã mở lấy ý kiến")
    """Published. Until its closing day everybody comments; the draft stays as it is."""
    SUMMED_UP = "summed_up", _("Đã công bố tiếp thu, giải trình")
    """What was taken up, and why other things were not, is public. The end."""
    CANCELED = "canceled", _("Đã hủy")
    """Ended before its time, with a public reason. The end."""


class Phase(TextChoices):
    """Where it stands on a day: the state and the closing day together."""

    PREPARING = "preparing", _("Đang chuẩn bị")
    OPEN = "open", _("Đang lấy ý kiến")
    CLOSED = "closed", _("Đã hết hạn, chờ tổng hợp")
    SUMMED_UP = "summed_up", _("Đã tiếp thu, giải trình")
    CANCELED = "canceled", _("Đã hủy")


PUBLIC = frozenset({State.OPENED, State.SUMMED_UP})
"""What everybody reads; a canceled one too, where it had been opened."""
ENDED = frozenset({State.SUMMED_UP, State.CANCELED})


def phase_on(day: date, state: str, closes_on: date | None) -> Phase:
    """Where something in ``state`` stands on a legal day; the closing day itself is open."""
    if state != State.OPENED:
        return Phase(state)
    return Phase.OPEN if closes_on and day <= closes_on else Phase.CLOSED


def in_phase(phase: Phase, day: date) -> Q:
    """The same as a condition on rows."""
    if phase is Phase.OPEN:
        return Q(state=State.OPENED, closes_on__gte=day)
    if phase is Phase.CLOSED:
        return Q(state=State.OPENED, closes_on__lt=day)
    return Q(state=phase.value)


class Role(StrEnum):
    """As what an officer makes a move."""

    DRAFTER = "drafter"
    """Prepares the draft, reads the comments, writes the answers."""
    APPROVER = "approver"
    """The head or whoever has the duty to decide: stands for it before the public."""
    SYSTEM = "system"
    """The machine's named account, where an office's work passes to another office."""


BOTH = frozenset({Role.DRAFTER, Role.APPROVER})


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: who may lead a consultation from which phases to which state."""

    verb: str
    label: StrOrPromise
    roles: frozenset[Role]
    sources: frozenset[Phase]
    target: State
    needs_reason: bool = False


PREPARE = Move(
    verb="prepare",
    label=pgettext_lazy("consultation", "Soạn đợt lấy ý kiến"),
    roles=BOTH,
    sources=frozenset(),  # from nothing: actions.prepare() makes it
    target=State.PREPARING,
)
OPEN = Move(
    verb="open",
    label=pgettext_lazy("consultation", "Mở lấy ý kiến"),
    roles=frozenset({Role.APPROVER}),
    sources=frozenset({Phase.PREPARING}),
    target=State.OPENED,
)
EXTEND = Move(
    verb="extend",
    label=pgettext_lazy("consultation", "Gia hạn"),
    roles=frozenset({Role.APPROVER}),
    # what has closed has closed: a later wish for more comments is a new round
    sources=frozenset({Phase.OPEN}),
    target=State.OPENED,
    needs_reason=True,
)
SUM_UP = Move(
    verb="sum_up",
    label=pgettext_lazy("consultation", "Công bố tiếp thu, giải trình"),
    roles=frozenset({Role.APPROVER}),
    sources=frozenset({Phase.CLOSED}),
    target=State.SUMMED_UP,
)
CANCEL = Move(
    verb="cancel",
    label=pgettext_lazy("consultation", "Hủy đợt lấy ý kiến"),
    roles=frozenset({Role.APPROVER}),
    sources=frozenset({Phase.PREPARING, Phase.OPEN, Phase.CLOSED}),
    target=State.CANCELED,
    needs_reason=True,
)

MOVES = (PREPARE, OPEN, EXTEND, SUM_UP, CANCEL)

# --- With its office -------------------------------------------------------------------------
# Made for a whole office at once (transfers.py): no state, code or day changes; nobody has a
# button for them.

GOES_ALONG = frozenset({State.PREPARING, State.OPENED})
"""What has not ended: its office owes something still."""
TRANSFER = Move(
    verb="transfer",
    label=pgettext_lazy("consultation", "Chuyển theo sắp xếp tổ chức"),
    roles=frozenset({Role.SYSTEM}),
    sources=frozenset({Phase.PREPARING, Phase.OPEN, Phase.CLOSED}),
    target=State.OPENED,  # or preparing: it stays where it is
    needs_reason=True,  # the decision
)
TRANSFER_BACK = Move(
    verb="transfer_back",
    label=pgettext_lazy("consultation", "Hoàn lại do thôi sắp xếp tổ chức"),
    roles=frozenset({Role.SYSTEM}),
    sources=frozenset({Phase.PREPARING, Phase.OPEN, Phase.CLOSED}),
    target=State.OPENED,
    needs_reason=True,
)
WITH_ITS_OFFICE = (TRANSFER, TRANSFER_BACK)
BY_VERB = {move.verb: move for move in (*MOVES, *WITH_ITS_OFFICE)}


class Stance(TextChoices):
    """What somebody thinks of the whole or of one article."""

    AGREE = "agree", _("Đồng ý")
    AMEND = "amend", _("Đồng ý, có sửa")
    DISAGREE = "disagree", _("Không đồng ý")


class Showing(TextChoices):
    """Whether everybody may read a comment."""

    NEW = "new", _("Chờ xem")
    """Nobody has looked at it."""
    SHOWN = "shown", _("Công khai")
    WITHHELD = "withheld", _("Không công khai")


class WhyNot(TextChoices):
    """Why a comment is not shown; the office reads it all the same."""

    PRIVATE = "private", _("Người góp ý hoặc người khác bị lộ thông tin riêng, che không hết")
    ABUSE = "abuse", _("Xúc phạm người khác hoặc trái pháp luật")
    OTHER_MATTER = "other_matter", _("Không phải góp ý cho dự thảo này")
    MACHINE = "machine", _("Quảng cáo, thử hoặc do máy gửi")
    """No comment at all: needs no answer, and is counted apart."""


class Verdict(TextChoices):
    """What became of a comment."""

    TAKEN_UP = "taken_up", _("Tiếp thu")
    PARTLY = "partly", _("Tiếp thu một phần")
    EXPLAINED = "explained", _("Giải trình (không tiếp thu)")
