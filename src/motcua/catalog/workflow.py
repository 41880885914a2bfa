"""What can happen to a version before it is in force, from where, and by whom?

Somebody writes a draft, or an import over what people of this portal wrote makes one. Somebody
looks it over, somebody puts it in force by a decision of publication (NĐ 63/2010/NĐ-CP Art 24).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class State(TextChoices):
    """Where a version stands."""

    DRAFT = "draft", pgettext_lazy("version", "Chờ rà soát")
    """Written or imported; the public does not see it."""
    REVIEWED = "reviewed", pgettext_lazy("version", "Đã rà soát, chờ công bố")
    """Somebody read it against what is in force."""
    DISCARDED = "discarded", pgettext_lazy("version", "Đã bỏ")
    """Not to be published, with the reason. The end."""
    PUBLISHED = "published", pgettext_lazy("version", "Đã công bố")
    """In force on its days, closed to change. The end."""


WAITING = frozenset({State.DRAFT, State.REVIEWED})


class Role(StrEnum):
    """As what somebody makes a move; a post is given the right (``CatalogPost``)."""

    WRITER = "writer"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: who may lead a draft from which states to which."""

    verb: str
    label: StrOrPromise
    roles: frozenset[Role]
    sources: frozenset[State]
    target: State
    needs_reason: bool = False


REVIEW = Move(
    verb="review",
    label=pgettext_lazy("version", "Đã rà soát"),
    roles=frozenset({Role.REVIEWER}),
    sources=frozenset({State.DRAFT}),
    target=State.REVIEWED,
)
PUBLISH = Move(
    verb="publish",
    label=pgettext_lazy("version", "Công bố"),
    roles=frozenset({Role.PUBLISHER}),
    sources=frozenset({State.REVIEWED}),
    target=State.PUBLISHED,
)
RETURN = Move(
    verb="return",
    label=pgettext_lazy("version", "Trả lại để rà soát"),
    roles=frozenset({Role.PUBLISHER}),
    sources=frozenset({State.REVIEWED}),
    target=State.DRAFT,
    needs_reason=True,
)
DISCARD = Move(
    verb="discard",
    label=pgettext_lazy("version", "Bỏ bản nháp"),
    roles=frozenset({Role.REVIEWER, Role.PUBLISHER}),
    sources=WAITING,
    target=State.DISCARDED,
    needs_reason=True,
)

BEGIN = Move(
    verb="begin",
    label=pgettext_lazy("version", "Soạn phiên bản mới"),
    roles=frozenset({Role.WRITER}),
    sources=frozenset(),  # it makes the draft
    target=State.DRAFT,
)
WRITE = Move(
    verb="write",
    label=pgettext_lazy("version", "Sửa nội dung"),
    roles=frozenset({Role.WRITER}),
    sources=WAITING,
    target=State.DRAFT,  # what was looked over is looked over again
)
COMPOSE = Move(
    verb="compose",
    label=pgettext_lazy("version", "Sửa biểu mẫu"),
    roles=frozenset({Role.WRITER}),
    sources=WAITING,
    target=State.DRAFT,
)

MOVES = (REVIEW, PUBLISH, RETURN, DISCARD)
"""What decides over a draft, in the order of the buttons."""
CHANGES = (BEGIN, WRITE, COMPOSE)
"""What changes its content; each has a screen of its own."""
BY_VERB = {move.verb: move for move in (*MOVES, *CHANGES)}
