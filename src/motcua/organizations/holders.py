"""Who held the leading posts, one after the other? Bars on a line of days, and a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q

from motcua.organizations import leaders
from motcua.organizations.leaders import Held
from motcua.organizations.models import Appointment, Organization, Post
from motcua.organizations.short_names import cut
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.organizations.queries import AppointmentQuerySet

WIDTH, LEFT, RIGHT, TOP, ROW = 1080, 200, 1050, 30, 50
YEARS = 3
"""So far back a drawing goes; the table says the rest."""
MONTHS_APART = (1, 2, 3, 6, 12)
TICKS_AT_MOST = 8
LETTER = 8.2
SHOWN = 60
POSTS_DRAWN = 6


class Bar(NamedTuple):
    x: str
    width: str
    text: str
    kind: str
    """own, in_place or vacant."""
    goes_on: bool


class Row(NamedTuple):
    y: int
    title: str
    bars: list[Bar]


class Tick(NamedTuple):
    x: str
    text: str


@dataclass(frozen=True, slots=True)
class Holders:
    """The drawing, and who held which post from when to when."""

    held: list[Held]
    rows: list[Row]
    ticks: list[Tick]
    height: int

    @property
    def are_worth_drawing(self) -> bool:
        """One bar says nothing that the list above does not."""
        return sum(len(row.bars) for row in self.rows) > len(self.rows)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days become pixels."""

    first: date
    last: date

    def x(self, day: date) -> float:
        whole = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / whole, 0.0), 1.0)
        return LEFT + (RIGHT - LEFT) * share


def of(organization: Organization, day: date) -> Holders:
    """Two queries."""
    every = list(_held(organization, day)[:SHOWN])
    posts = list({each.post_id: each.post for each in every}.values())[:POSTS_DRAWN]
    scale = _scale(every)
    rows = [
        Row(TOP + place * ROW, cut(post.title, 24), list(_bars(post, every, scale)))
        for place, post in enumerate(posts)
    ]
    held = sorted(map(Held, every), key=lambda each: each.since or date.min, reverse=True)
    return Holders(held, rows, list(_ticks(scale)), TOP + len(rows) * ROW + 10)


def _held(organization: Organization, day: date) -> AppointmentQuerySet:
    top = Q(post__rank__in=(Post.Rank.HEAD, Post.Rank.DEPUTY)) | Q(post__is_head=True)
    found = leaders.leading_posts(day).filter(top, post__organization=organization)
    return found.order_by("-post__is_head", "post__rank", "post__title", "post", "valid_during")


def _scale(every: Sequence[Appointment]) -> _Scale:
    last = today()
    bounds = [day for each in every for day in (each.valid_during.lower,) if day]
    earliest = last - timedelta(days=365 * YEARS)
    return _Scale(max(min(bounds, default=earliest), earliest), last)


def _bars(post: Post, every: Sequence[Appointment], scale: _Scale) -> Iterator[Bar]:
    """Of one post; days of its life on which nobody held it are shown as such."""
    own = [each for each in every if each.post_id == post.pk]
    free = max(scale.first, post.valid_during.lower or scale.first)
    for each in own:
        begins, ends = each.valid_during.lower or scale.first, each.valid_during.upper
        if free < begins <= scale.last and post.holders_allowed == 1:
            yield _bar(free, begins, "", "vacant", scale)
        if (ends or scale.last) > scale.first and begins <= scale.last:
            kind = "own" if each.seat else "in_place"
            yield _bar(begins, ends, each.person.full_name, kind, scale)
        free = max(free, ends or date.max)
    if free < min(scale.last, post.valid_during.upper or scale.last) and post.holders_allowed == 1:
        yield _bar(free, scale.last, "", "vacant", scale)


def _bar(begins: date, ends: date | None, name: str, kind: str, scale: _Scale) -> Bar:
    left, right = scale.x(begins), scale.x(ends or scale.last)
    fits = int((right - left - 16) / LETTER)
    text = name if len(name) <= fits else cut(name, fits) if fits > len("Nguyễn …") else ""
    goes_on = ends is None or ends > scale.last
    return Bar(
        f"{left:.1f}", f"{max(right - left, 3):.1f}", text, kind, goes_on and kind != "vacant"
    )


def _ticks(scale: _Scale) -> Iterator[Tick]:
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month + 1
    apart = next(
        (each for each in MONTHS_APART if months / each <= TICKS_AT_MOST), MONTHS_APART[-1]
    )
    for ahead in range(0, months, apart):
        year, month = divmod(scale.first.month - 1 + ahead, 12)
        first = date(scale.first.year + year, month + 1, 1)
        if first >= scale.first:
            yield Tick(f"{scale.x(first):.1f}", f"{first.month}/{first.year}")
