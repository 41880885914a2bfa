"""What will a plan touch, and what must somebody settle before? Lines, registered by every room.

A line counts and lists, by a few questions to the database however much there is, and changes
nothing. Rooms below are asked from here; a room above registers its own in its ``ready()``:

    lines.register(Line("letters", _("Mẫu thư nêu tên cơ quan cũ"), count, rows))
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import Organization
from motcua.reorganization.models import Plan, Tick

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django_stubs_ext import StrOrPromise

    from motcua.organizations.models import Post

Cells = Callable[[Plan, Sequence[Any]], list[tuple[str, ...]]]


class Group(IntEnum):
    """Where a line stands on the page and in the report."""

    WORK = 1
    PEOPLE = 2
    COMPETENCE = 3
    WORDS = 4

    @property
    def label(self) -> str:
        return str(GROUPS[self])


GROUPS = {
    Group.WORK: _("Việc đang làm"),
    Group.PEOPLE: _("Con người, chức vụ, biên chế"),
    Group.COMPETENCE: _("Thẩm quyền"),
    Group.WORDS: _("Tên gọi, mẫu, địa chỉ, kết nối"),
}


def as_text(_plan: Plan, rows: Sequence[Any]) -> list[tuple[str, ...]]:
    return [(str(row),) for row in rows]


@dataclass(frozen=True, slots=True)
class Line:
    """One named check of a rehearsal."""

    key: str
    label: StrOrPromise
    count: Callable[[Plan], int | None]
    """How many there are; None where the portal cannot know and a human looks."""
    rows: Callable[[Plan], Any]
    """A queryset or a list, which a page cuts."""
    is_blocking: bool = False
    """Whether the plan cannot be carried out before somebody settled it."""
    only_mended: bool = False
    """Whether it ends by mending the plan alone: no tick settles it."""
    address: Callable[[Any], str] | None = None
    """Where one row is looked at, if anywhere."""
    group: Group = Group.WORDS
    remedy: StrOrPromise = ""
    """What to do about it, in a sentence."""
    heads: tuple[StrOrPromise, ...] = (_("Mục"),)
    cells: Cells = as_text
    """What a page of rows says under the heads."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A line of one plan, now, and what was said about it."""

    line: Line
    count: int | None
    tick: Tick | None

    @property
    def is_by_hand(self) -> bool:
        """Whether only a human can look."""
        return self.count is None

    @property
    def is_ticked(self) -> bool:
        """Whether somebody settled it, and there are as many as there were then."""
        if self.line.only_mended:
            return False
        return bool(self.tick and self.tick.at and self.tick.count == (self.count or 0))

    @property
    def was_ticked(self) -> bool:
        """Whether it was settled and changed since, so that it is open again."""
        return bool(self.tick and self.tick.at) and not self.is_ticked

    @property
    def is_open(self) -> bool:
        """Whether somebody should still look."""
        return self.count != 0 and not self.is_ticked

    @property
    def blocks(self) -> bool:
        return self.line.is_blocking and self.is_open

    @property
    def owner(self) -> Post | None:
        return self.tick.owner if self.tick else None


_lines: dict[str, Line] = {}


def register(line: Line) -> Line:
    """Let rehearsals have this line. A second time it replaces the first."""
    _lines[line.key] = line
    return line


def known(key: str) -> Line | None:
    return _lines.get(key)


def every() -> Iterator[Line]:
    """All lines, group by group, in the order of registration."""
    return iter(sorted(_lines.values(), key=lambda line: line.group))


def counted(plan: Plan) -> list[Counted]:
    """Every line of a plan as it is now; what blocks stands first in its group."""
    ticks = {tick.line: tick for tick in told(Tick.objects.filter(plan=plan))}
    found = [Counted(line, line.count(plan), ticks.get(line.key)) for line in every()]
    return sorted(found, key=lambda each: (not each.blocks, each.line.group))


def told(ticks: QuerySet[Tick]) -> QuerySet[Tick]:
    """With everything that a page says of them."""
    named = Organization.objects.with_names()
    houses = [Prefetch(f"{post}__organization", named) for post in ("owner", "post")]
    hands = ticks.select_related("owner", "post", "ticked_by", "in_place_of", "capacity")
    return hands.prefetch_related(*houses)
