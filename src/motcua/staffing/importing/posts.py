"""Which post does a row mean: one of the register, or one that is to be made?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from motcua.organizations.models import Post
from motcua.periods.clock import today
from motcua.periods.models import overlap, since
from motcua.search.folding import fold
from motcua.staffing.checks import written
from motcua.staffing.importing import columns
from motcua.staffing.importing.columns import Key
from motcua.staffing.importing.known import title_key
from motcua.staffing.terms import day_after

if TYPE_CHECKING:
    from motcua.organizations.models import Organization
    from motcua.staffing.importing.known import Known
    from motcua.staffing.importing.rows import Row

Said = Iterator[tuple[Key, str]]
WORDS: dict[str, dict[Any, str]] = {
    Key.RANK: {rank: label for label, rank in columns.RANKS.items()},
    Key.IS_HEAD: {True: columns.YES, False: columns.NO},
}
STATED = (
    (Key.RANK, "rank"),
    (Key.IS_HEAD, "is_head"),
    (Key.HOLDERS, "holders_allowed"),
    (Key.DUTIES, "duties"),
)
"""What a row may say about its post, and the field that it is kept in."""
MANY = 9_999
"""Where nobody can read for how many a post is, nobody is told that it is full."""


class Posts:
    """Every post of the file; one that is to be made is one in all its rows."""

    def __init__(self, known: Known, rows: list[Row]) -> None:
        self.known = known
        self.new: dict[tuple[int, str], Post] = {}
        self._first_row: dict[tuple[int, str], Row] = {}
        self._earliest = _earliest(rows)

    def of(self, row: Row, office: Organization) -> tuple[Post | None, list[tuple[Key, str]]]:
        """The post of a row as far as it is clear, and what stands against it."""
        there = self.known.titled(office, title_key(row.title))
        if row.post:
            there = [post for post in there if post.pk == row.post]
        found = self._one_of(row, there)
        if found:
            return found, [*_differs(row, found)]
        if unclear := [*self._as_new(row, office, there)]:
            return None, unclear
        if against := [*self._as_head(row, office)]:
            return self._described(row, office), against
        return self._new(row, office), [*self._as_before(row, office)]

    def is_made_by(self, row: Row, post: Post) -> bool:
        """Whether ``row`` is the first of those that make ``post``."""
        first = self._first_row.get((post.organization_id, title_key(post.title)))
        return first is row

    def _one_of(self, row: Row, there: list[Post]) -> Post | None:
        """The one with this appointment, else the only one of those days."""
        if len(there) < 2:
            return there[0] if there else None
        holding = [post for post in there if self._has(row, post)]
        then = [post for post in there if post.holds_on(row.first or today())]
        return next((few[0] for few in (holding, then) if len(few) == 1), None)

    def _has(self, row: Row, post: Post) -> bool:
        return any(
            each.person.username.lower() == row.username.lower()
            and each.valid_during.lower == row.first
            for each in self.known.held.get(post.pk, ())
        )

    def _as_new(self, row: Row, office: Organization, there: list[Post]) -> Said:
        if row.post:
            said = _("Cơ quan này không có chức danh ấy với mã %(key)d. Hãy xóa mã, hoặc sửa lại.")
            yield Key.POST, said % {"key": row.post}
        elif there:
            said = _(
                "Cơ quan này có %(count)d chức danh cùng tên. Hãy ghi “Mã chức danh” như trong "
                "danh sách xuất từ cổng."
            )
            yield Key.POST, said % {"count": len(there)}
        elif near := self._nearly(row, office):
            said = _("Cơ quan này có “%(near)s”. Hãy ghi đúng tên ấy, hoặc đặt tên khác hẳn.")
            yield Key.TITLE, said % {"near": near}
        elif row.first is None:
            said = _("Chức danh này chưa có trong sổ. Hãy sửa tên, hoặc ghi ngày bắt đầu để lập.")
            yield Key.FIRST, said

    def _as_head(self, row: Row, office: Organization) -> Said:
        if not row.is_head or (office.pk, title_key(row.title)) in self.new:
            return
        days = since(self._begins(row, office), office.valid_during.upper)
        posts = [*self.known.posts.get(office.pk, ()), *self.new.values()]
        heads = (post for post in posts if post.is_head and post.organization == office)
        if other := next((post for post in heads if overlap(post.valid_during, days)), None):
            said = _("Cơ quan này đã có người đứng đầu là “%(title)s”. Hãy ghi “không” ở dòng này.")
            yield Key.IS_HEAD, said % {"title": other.title}
        if (row.holders or 1) > 1:
            yield Key.HOLDERS, _("Người đứng đầu chỉ có một. Hãy ghi 1 hoặc để trống.")

    def _nearly(self, row: Row, office: Organization) -> str:
        """The title of the register that differs by marks only: most likely a mistyping."""
        posts = self.known.posts.get(office.pk, ())
        return next((post.title for post in posts if fold(post.title) == fold(row.title)), "")

    def _as_before(self, row: Row, office: Organization) -> Said:
        """Rows of one new post say the same about it, or nothing."""
        key = (office.pk, title_key(row.title))
        first = self._first_row[key]
        sentence = _("Dòng %(row)d ghi “%(made)s” cho cùng chức danh. Hãy ghi giống nhau.")
        for column, said, made in _other(row, self.new[key]):
            if column not in first.unclear:
                yield column, sentence % {"row": first.line, "made": made, "said": said}

    def _new(self, row: Row, office: Organization) -> Post:
        key = (office.pk, title_key(row.title))
        if key not in self.new:
            self._first_row[key], self.new[key] = row, self._described(row, office)
        return self.new[key]

    def _described(self, row: Row, office: Organization) -> Post:
        last = None if row.has_person else row.last
        ends = min(filter(None, (day_after(last), office.valid_during.upper)), default=None)
        return Post(
            organization=office,
            title=row.title,
            rank=row.rank or (Post.Rank.HEAD if row.is_head else Post.Rank.STAFF),
            is_head=bool(row.is_head),
            holders_allowed=MANY if Key.HOLDERS in row.unclear else row.holders or 1,
            duties=row.duties or [],
            valid_during=since(self._begins(row, office), ends),
        )

    def _begins(self, row: Row, office: Organization) -> date:
        return self._earliest[office.identifier, title_key(row.title)]


def against_days(row: Row, post: Post) -> Said:
    """A post that is to be made exists while its organization does; asked for rows without
    anybody, because the rules on appointments say it for the others.
    """
    house = post.organization.valid_during
    if row.first and house.lower and row.first < house.lower:
        said = _("Cơ quan này chỉ có từ ngày %(begins)s. Hãy ghi ngày bắt đầu từ ngày ấy.")
        yield Key.FIRST, said % {"begins": written(house.lower)}
    elif row.last and row.first and row.last < row.first:
        said = _("Ngày cuối %(last)s đứng trước ngày đầu %(first)s. Hãy sửa một trong hai ngày.")
        yield Key.LAST, said % {"last": written(row.last), "first": written(row.first)}


def _earliest(rows: list[Row]) -> dict[tuple[str, str], date]:
    found: dict[tuple[str, str], date] = {}
    for row in rows:
        if row.first:
            key = (row.code, title_key(row.title))
            found[key] = min(found.get(key, row.first), row.first)
    return found


def _differs(row: Row, post: Post) -> Said:
    for column, said, kept in _other(row, post):
        sentence = _(
            "Chức danh này trong sổ ghi “%(kept)s”, tệp ghi “%(said)s”. Hãy ghi như trong sổ, hoặc "
            "để trống: tệp không đổi chức danh đã có."
        )
        yield column, sentence % {"kept": kept, "said": said}


def _other(row: Row, post: Post) -> Iterator[tuple[Key, str, str]]:
    """Columns in which a row says something else than its post."""
    for column, attribute in STATED:
        said, kept = getattr(row, column), getattr(post, attribute)
        if column is Key.DUTIES and said is not None:
            said, kept = sorted(said), sorted(kept)
        if said is not None and said != kept:
            yield column, in_words(column, said), in_words(column, kept)


def in_words(column: Key, value: Any) -> str:
    """As the cell of the column says it."""
    if column is Key.DUTIES:
        return ", ".join(label for label, duty in columns.DUTIES.items() if duty in value)
    return WORDS.get(column, {}).get(value, str(value))
