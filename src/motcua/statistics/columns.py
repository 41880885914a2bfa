"""Which columns has the table of Tình hình xử lý, and how is a number in it written?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .figures import Figures
from .suppression import SUMS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

HIDDEN = "•"
"""Stands where a small number, or one that would give it away, is not shown."""
NOT_ANY = "–"
"""A share of nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """One number of a row; ``group`` is with what it hides."""

    name: str
    head: StrOrPromise
    group: str

    def value(self, figures: Figures) -> int | float | None:
        found: int | float | None = getattr(figures, self.name)
        return found


COLUMNS = (
    Column("carried", _("Kỳ trước chuyển sang"), "stocks"),
    Column("received", _("Tiếp nhận"), SUMS),
    Column("received_direct", _("trực tiếp"), "channels"),
    Column("received_online", _("trực tuyến"), "channels"),
    Column("received_post", _("bưu chính"), "channels"),
    Column("resolved", _("Đã giải quyết"), SUMS),
    Column("early", _("sớm hạn"), "outcomes"),
    Column("on_time", _("đúng hạn"), "outcomes"),
    Column("late", _("quá hạn"), "outcomes"),
    Column("in_process", _("Đang giải quyết"), "stocks"),
    Column("in_time", _("trong hạn"), "stocks"),
    Column("overdue", _("đã quá hạn"), "stocks"),
    Column("waiting", _("Chờ bổ sung"), "stocks"),
    Column("ended", pgettext_lazy("figures", "Dừng, rút"), "stocks"),
    Column("share", _("Đúng hạn, %"), "outcomes"),
)
BEFORE_RECEIPT = (
    Column("unchecked_before", _("Kỳ trước còn chờ kiểm tra"), ""),
    Column("submitted", _("Mới nộp"), ""),
    Column("received", _("Được tiếp nhận"), ""),
    Column("refused", _("Không được tiếp nhận"), ""),
    Column("withdrawn_unreceived", _("Rút trước khi tiếp nhận"), ""),
    Column("unchecked", _("Còn chờ kiểm tra"), ""),
)
"""What happens at the counter before a dossier is received; told apart (see ``lives``)."""
MOVED = (
    Column("moved", _("Chuyển đến (+) hoặc đi (−) theo sắp xếp tổ chức"), "stocks"),
    Column("moved_unreceived", _("Chuyển đến (+) hoặc đi (−) khi chưa tiếp nhận"), ""),
)
"""What a reorganization brought and took; zero at nearly all times, so only sheets have it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number as it is written, under which heading."""

    head: StrOrPromise
    text: str
    is_part: bool = False
    """Whether it is a part of the number to its left."""

    @property
    def is_hidden(self) -> bool:
        return self.text == HIDDEN


PARTS = frozenset(
    {
        "received_direct",
        "received_online",
        "received_post",
        "early",
        "on_time",
        "late",
        "in_time",
        "overdue",
    }
)


def cells(
    figures: Figures,
    hidden: frozenset[str] = frozenset(),
    columns: tuple[Column, ...] = COLUMNS,
) -> list[Cell]:
    """A row as a page shows it."""
    return [
        Cell(
            each.head, HIDDEN if each.group in hidden else _text(each, figures), each.name in PARTS
        )
        for each in columns
    ]


def _text(column: Column, figures: Figures) -> str:
    value = column.value(figures)
    if value is None:
        return NOT_ANY
    places = 1 if column.name == "share" else 0
    return number_format(value, decimal_pos=places, force_grouping=True)
