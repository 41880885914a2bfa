"""What can happen to a pilot, from where, and by whom?

Read it top to bottom: the states, the roles, then every move. Nothing else in the code decides
whether a move is possible. A pilot has dates of review and an end that somebody decides
(Kết luận 34-KL/TW: sơ kết, tổng kết, rồi tiếp tục, nhân rộng hoặc dừng; domain.md §13).
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
    """Where a pilot stands."""

    DRAFT = "draft", _("Đang soạn")
    """The offices prepare it; nobody else sees it."""
    RUNNING = "running", _("Đang thí điểm")
    """In the public register, and its reviews fall due."""
    SPREAD = "spread", _("Đã nhân rộng")
    """What was tried is the rule now. The end."""
    STOPPED = "stopped", _("Đã dừng")
    """The end."""
    DISCARDED = "discarded", _("Đã bỏ bản soạn")
    """Never begun. The end."""


PUBLIC = frozenset({State.RUNNING, State.SPREAD, State.STOPPED})
"""What everybody may read; an ended pilot stays in the register."""
ENDED = frozenset({State.SPREAD, State.STOPPED})
OPEN = frozenset({State.DRAFT, State.RUNNING})


class Role(StrEnum):
    """As what a person makes a move."""

    KEEPER = "keeper"
    """Keeps pilots for the organization: its named post, its head, or whoever decides there."""
    DECIDER = "decider"
    """The organization's own head or whoever decides there."""


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: who may lead a pilot from which states to which."""

    verb: str
    label: StrOrPromise
    role: Role
    sources: frozenset[State]
    target: State | None
    """None: it stays where it is."""
    needs_reason: bool = False


ENTER = Move(
    verb="enter",
    label=pgettext_lazy("pilot", "Nhập"),
    role=Role.KEEPER,
    sources=frozenset(),  # from nothing: pilot_actions.enter() makes the pilot
    target=State.DRAFT,
)
AMEND = Move(
    verb="amend",
    label=pgettext_lazy("pilot", "Sửa"),
    role=Role.KEEPER,
    sources=OPEN,
    target=None,
    needs_reason=True,  # what everybody may have read changes only with a reason
)
CHOOSE_POSTS = Move(
    verb="choose_posts",
    label=pgettext_lazy("pilot", "Chọn chức danh"),
    role=Role.KEEPER,
    sources=OPEN,
    target=None,
)
COMPARE = Move(
    verb="compare",
    label=pgettext_lazy("pilot", "Chọn nơi so sánh"),
    role=Role.KEEPER,
    sources=OPEN,
    target=None,
)
BEGIN = Move(
    verb="begin",
    label=pgettext_lazy("pilot", "Đưa vào sổ công khai"),
    role=Role.KEEPER,
    sources=frozenset({State.DRAFT}),
    target=State.RUNNING,
)
DISCARD = Move(
    verb="discard",
    label=pgettext_lazy("pilot", "Bỏ bản soạn"),
    role=Role.KEEPER,
    sources=frozenset({State.DRAFT}),
    target=State.DISCARDED,
    needs_reason=True,
)
HOLD_REVIEW = Move(
    verb="hold_review",
    label=pgettext_lazy("pilot", "Chốt đánh giá"),
    role=Role.KEEPER,
    sources=frozenset({State.RUNNING}),
    target=None,
)
SHOW_REVIEW = Move(
    verb="show_review",
    label=pgettext_lazy("pilot", "Công khai đánh giá"),
    role=Role.KEEPER,
    sources=PUBLIC,
    target=None,
)
CONTINUE = Move(
    verb="continue",
    label=pgettext_lazy("pilot", "Tiếp tục"),
    role=Role.DECIDER,
    sources=frozenset({State.RUNNING}),
    target=None,
)
SPREAD = Move(
    verb="spread",
    label=pgettext_lazy("pilot", "Nhân rộng"),
    role=Role.DECIDER,
    sources=frozenset({State.RUNNING}),
    target=State.SPREAD,
)
STOP = Move(
    verb="stop",
    label=pgettext_lazy("pilot", "Dừng"),
    role=Role.DECIDER,
    sources=frozenset({State.RUNNING}),
    target=State.STOPPED,
)

MOVES = (
    ENTER,
    AMEND,
    CHOOSE_POSTS,
    COMPARE,
    BEGIN,
    DISCARD,
    HOLD_REVIEW,
    SHOW_REVIEW,
    CONTINUE,
    SPREAD,
    STOP,
)
BY_VERB = {move.verb: move for move in MOVES}
DECISIONS = (CONTINUE, SPREAD, STOP)
"""What comes of a pilot; each states the number and the day of its decision."""
