"""What does a kept review say? The same on a page, on paper and in a sheet.

Where everybody reads, what is counted of fewer than ``settings.SMALLEST_FIGURE_SHOWN`` does not
show, nor what would tell it beside an earlier review: a share of few would tell of single people
(see ``pilot_veils``; the figures of an office over all sectors are public in Tình hình xử lý, so
nothing else has to hide).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from motcua.organizations.models import Quota
from motcua.reorganization import pilot_caveats, pilot_intervals, pilot_veils, pilot_verdicts
from motcua.reorganization.pilot_intervals import Share
from motcua.reorganization.pilot_snapshot import Cell, Half, Month, Snapshot
from motcua.reorganization.pilot_verdicts import Shares, Verdict

HIDDEN, NOT_ANY = "*", "–"
OF_OUTCOMES = frozenset({"early", "on_time", "late", "median_days"})
OF_ANSWERS = frozenset({"answered", "answered_in_time"})
OF_VOICES = frozenset({"evaluated", "satisfied"})
ALONE = frozenset({"received", "overdue"})


def columns() -> tuple[str, str, str, str]:
    """Here before and since, there before and since."""
    return (
        _("Nơi thí điểm, trước"),
        _("Nơi thí điểm, sau"),
        _("Nơi so sánh, trước"),
        _("Nơi so sánh, sau"),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One row: here before and since, there before and since."""

    name: str
    texts: tuple[str, str, str, str]
    note: str = ""
    """What counts, in a few words."""

    @property
    def cells(self) -> list[tuple[str, str]]:
        """Each text with the head of its column."""
        return list(zip(columns(), self.texts, strict=True))


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading, and what may be said of them."""

    name: str
    lines: list[Line]
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """A review as its readers see it; ``smallest`` is 0 for the offices.

    ``earlier`` are the reviews of the same pilot that everybody could read before it.
    """

    snapshot: Snapshot
    smallest: int = 0
    earlier: tuple[Snapshot, ...] = ()

    @property
    def cells(self) -> tuple[Cell, Cell, Cell, Cell]:
        here, there = self.snapshot.concerned, self.snapshot.comparison
        return here.before, here.after, there.before, there.after

    @property
    def groups(self) -> list[Group]:
        return [self._apparatus(), self._dossiers(), self._answers(), self._contentment()]

    @property
    def hides(self) -> bool:
        """Whether some number is not shown because it is small."""
        return any(HIDDEN in line.texts for group in self.groups for line in group.lines)

    @property
    def hiding(self) -> str:
        """What the asterisk means."""
        told = {"hidden": HIDDEN, "smallest": self.smallest}
        return (
            _(
                "Dấu %(hidden)s: không nêu số dưới %(smallest)s, cũng không nêu số mà từ đó suy ra "
                "được số như vậy."
            )
            % told
        )

    @property
    def caveats(self) -> list[str]:
        return list(pilot_caveats.caveats(self.snapshot))

    @property
    def windows(self) -> tuple[str, str]:
        """Each window in words."""
        told = self.snapshot
        return _window(told.before_first, told.months), _window(told.after_first, told.months)

    def hides_cell(self, cell: Cell) -> bool:
        """Whether what became of its dossiers is not shown."""
        return self._is_few(cell, "resolved")

    def count(self, cell: Cell, name: str) -> float | str | None:
        """A number to compute with, or the mark of a hidden one."""
        value: float | None = getattr(cell, name)
        if name in OF_OUTCOMES and self.hides_cell(cell):
            return HIDDEN
        if name in OF_ANSWERS and self._is_few(cell, "answered"):
            return HIDDEN
        if name in OF_VOICES and self._hides_voices(cell):
            return HIDDEN
        if name in ALONE and self._is_few(cell, name):
            return HIDDEN
        return value

    def hidden_months(self, half: Half) -> set[str]:
        """The first days of those months that are not told."""
        since = self.snapshot.after_first.isoformat()
        before = [each for each in reversed(half.months) if each.first < since]
        after = [each for each in half.months if each.first >= since]
        return self._hidden_of(half.before, before) | self._hidden_of(half.after, after)

    def _hidden_of(self, cell: Cell, months: Sequence[Month]) -> set[str]:
        if self.hides_cell(cell):
            return {month.first for month in months}
        return pilot_veils.hidden_months(months, self.smallest)

    def month(self, half: Half, first: str) -> tuple[int | str | None, int | str | None]:
        """How many were decided in a month, and how many of them in time."""
        month = next((each for each in half.months if each.first == first), None)
        if month is None:
            return None, None
        if first in self.hidden_months(half):
            return HIDDEN, HIDDEN
        return month.resolved, month.in_time

    # --- Groups ------------------------------------------------------------------

    def _apparatus(self) -> Group:
        kinds = sorted({kind for cell in self.cells for kind in cell.headcount})
        names = dict(Quota.Kind.choices)
        lines = [
            line
            for kind in kinds
            for line in (
                self._headcount(
                    kind, 0, _("%(kind)s được giao") % {"kind": names[kind].capitalize()}
                ),
                self._headcount(kind, 1, _("%(kind)s có mặt") % {"kind": names[kind].capitalize()}),
            )
        ]
        lines += [
            self._line(_("Chức danh"), lambda cell: _number(cell.posts)),
            self._line(_("Người giữ chức danh"), lambda cell: _number(cell.persons)),
            self._line(_("Trong đó giữ từ hai chức danh"), lambda cell: _number(cell.concurrent)),
        ]
        return Group(_("Bộ máy, biên chế"), self._only_where_somebody_stands(lines))

    def _headcount(self, kind: str, place: int, name: str) -> Line:
        def said(cell: Cell) -> str:
            numbers = cell.headcount.get(kind)
            return NOT_ANY if numbers is None else _number(numbers[place])

        return self._line(name, said)

    def _dossiers(self) -> Group:
        lines = [
            self._line(_("Tiếp nhận"), self._shown("received")),
            self._line(_("Đã giải quyết"), self._shown("resolved")),
            self._line(
                _("Đúng hạn hoặc sớm hạn"),
                lambda cell: HIDDEN if self.hides_cell(cell) else _share(cell.in_time),
                _("tỷ lệ, kèm khoảng tin cậy 95%"),
            ),
            self._line(
                _("Giải quyết quá hạn"),
                lambda cell: HIDDEN if self.hides_cell(cell) else _number(cell.late),
            ),
            self._line(
                _("Thời gian giải quyết trung vị, ngày"),
                lambda cell: HIDDEN if self.hides_cell(cell) else _number(cell.median_days, 1),
                _("từ tiếp nhận đến có kết quả, kể cả ngày nghỉ và ngày chờ bổ sung"),
            ),
            self._line(_("Đang quá hạn ở cuối kỳ"), self._shown("overdue")),
        ]
        verdict = self._verdict("resolved", lambda cell: cell.in_time)
        return Group(_("Hồ sơ"), self._only_where_somebody_stands(lines), verdict)

    def _answers(self) -> Group:
        lines = [
            self._line(_("Câu hỏi đã trả lời"), self._shown("answered")),
            self._line(
                _("Trả lời đúng hạn"),
                lambda cell: (
                    HIDDEN if self._is_few(cell, "answered") else _share(cell.answers_in_time)
                ),
                _("tỷ lệ, kèm khoảng tin cậy 95%"),
            ),
        ]
        verdict = self._verdict("answered", lambda cell: cell.answers_in_time)
        return Group(_("Hỏi đáp"), self._only_where_somebody_stands(lines), verdict)

    def _contentment(self) -> Group:
        """Where nobody evaluated, the row says so, and no number is made up."""
        lines = [
            self._line(
                _("Hồ sơ được người nộp đánh giá"),
                self._shown("evaluated"),
                _("trong số đã giải quyết trong kỳ"),
            ),
            self._line(
                _("Mức độ hài lòng"),
                self._content,
                _("mức 4 và 5 trên 5, tỷ lệ kèm khoảng tin cậy 95%"),
            ),
        ]
        verdict = self._verdict("evaluated", lambda cell: cell.contentment)
        said = verdict if self.snapshot.was_evaluated else None
        return Group(_("Hài lòng của người dân"), self._only_where_somebody_stands(lines), said)

    def _content(self, cell: Cell) -> str:
        if self._hides_voices(cell):
            return HIDDEN
        return _share(cell.contentment) if cell.evaluated else _("chưa có dữ liệu")

    def _hides_voices(self, cell: Cell) -> bool:
        return self._is_few(cell, "evaluated")

    def _is_few(self, cell: Cell, name: str) -> bool:
        return pilot_veils.is_few(self.snapshot, self.earlier, cell, name, self.smallest)

    # --- Cells -------------------------------------------------------------------

    def _line(self, name: str, said: Callable[[Cell], str], note: str = "") -> Line:
        before, after, there_before, there_after = (said(cell) for cell in self.cells)
        return Line(name, (before, after, there_before, there_after), note)

    def _only_where_somebody_stands(self, lines: Sequence[Line]) -> list[Line]:
        """With nobody to compare with, that half says nothing instead of zero."""
        if self.snapshot.has_comparison:
            return list(lines)
        return [Line(each.name, (*each.texts[:2], NOT_ANY, NOT_ANY), each.note) for each in lines]

    def _shown(self, name: str) -> Callable[[Cell], str]:
        def said(cell: Cell) -> str:
            return HIDDEN if self._is_few(cell, name) else _number(getattr(cell, name))

        return said

    def _verdict(self, whole: str, share: Callable[[Cell], Share]) -> Verdict:
        if any(self._is_few(cell, whole) for cell in self.cells):
            return pilot_verdicts.veiled()
        before, after, there_before, there_after = (share(cell) for cell in self.cells)
        shares = Shares(before, after, there_before, there_after)
        return pilot_verdicts.of(shares)


def _number(value: float | None, places: int = 0) -> str:
    if value is None:
        return NOT_ANY
    return number_format(value, decimal_pos=places, force_grouping=True)


def _share(share: Share) -> str:
    """92,4% (88,1–95,3); never rounded up."""
    if share.value is None:
        return NOT_ANY
    found = pilot_intervals.wilson(share)
    value = _number(math.floor(1000 * share.part / share.whole) / 10, 1)
    return f"{value}% ({_number(100 * found.low, 1)}–{_number(100 * found.high, 1)})"


def _window(first: date, months: int) -> str:
    if not months:
        return _("chưa có tháng nào trọn")
    last = (first.year * 12 + first.month - 1) + months - 1
    told = {"first": f"{first:%m/%Y}", "last": f"{last % 12 + 1:02}/{last // 12}", "n": months}
    if months == 1:
        return _("tháng %(first)s") % told
    return _("%(first)s – %(last)s (%(n)s tháng)") % told
