"""How are before and after drawn? Lines that run into one, its own changes, and lines that part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from motcua.organizations.short_names import cut, shortened

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from motcua.organizations.history import Event, History
    from motcua.organizations.models import Organization

WIDTH, APART, TOP = 1080, 76, 56
JOINS, BENDS = 440, 110
"""Where the lines of those before meet, and how long they bend until then."""
PARTS = 690
LETTERS = 46
DRAWN = 5
"""Lines on one side; of more the last says how many."""
MARKS = 3


class Track(NamedTuple):
    """The line of one organization before or after."""

    path: str
    x: int
    y: int
    name: str
    note: str


class Mark(NamedTuple):
    """A change on its own line."""

    x: int
    name: str
    when: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Lineage:
    before: list[Track]
    after: list[Track]
    marks: list[Mark]
    begins: int
    ends: int
    middle: int
    height: int
    goes_on: bool


def drawing(history: History) -> SafeString | str:
    """The drawing with its sentence; nothing where nothing came before, after or between."""
    if not (history.before or history.after or len(history.events) > 1):
        return ""
    shown = {"lineage": _lines(history), "told": _told(history), "width": WIDTH}
    return render_to_string("organizations/public/parts/lineage.html", shown)


def _lines(history: History) -> Lineage:
    rows = max(len(_few(history.before)), len(_few(history.after)), 1)
    middle = TOP + (rows - 1) * APART // 2
    begins = JOINS if history.before else 10
    parts = bool(history.after) and history.last_day is not None
    ends = PARTS if parts else WIDTH - 20
    return Lineage(
        before=list(_from_left(history.before, middle)),
        after=list(_to_right(history.after, middle, ends)) if parts else [],
        marks=list(_marks(history, begins, ends)),
        begins=begins,
        ends=ends,
        middle=middle,
        height=middle + (rows - 1) * APART // 2 + 60,
        goes_on=history.last_day is None,
    )


def _few(others: Sequence[Organization]) -> Sequence[Organization]:
    return others[:DRAWN]


def _rows(others: Sequence[Organization], middle: int) -> Iterator[tuple[int, Organization]]:
    shown = _few(others)
    first = middle - (len(shown) - 1) * APART // 2
    for row, each in enumerate(shown):
        yield first + row * APART, each


def _from_left(before: Sequence[Organization], middle: int) -> Iterator[Track]:
    bend = JOINS - BENDS
    for y, each in _rows(before, middle):
        half = BENDS // 2
        path = f"M10 {y}H{bend}C{bend + half} {y} {bend + half} {middle} {JOINS} {middle}"
        yield Track(path, 10, y, _said(each, before), _until(each))


def _to_right(after: Sequence[Organization], middle: int, x: int) -> Iterator[Track]:
    straight, half = x + BENDS, BENDS // 2
    for y, each in _rows(after, middle):
        path = f"M{x} {middle}C{x + half} {middle} {x + half} {y} {straight} {y}H{WIDTH - 20}"
        yield Track(path, straight + 8, y, _said(each, after, letters=30), "")


def _said(each: Organization, others: Sequence[Organization], *, letters: int = LETTERS) -> str:
    name = cut(shortened(each.name), letters)
    left = len(others) - DRAWN
    is_last = left > 0 and each == others[DRAWN - 1]
    return _("%(name)s và %(n)s cơ quan khác") % {"name": name, "n": left} if is_last else name


def _until(each: Organization) -> str:
    ends = each.valid_during.upper
    last = ends and ends - timedelta(days=1)
    return _("đến %(day)s") % {"day": f"{last:%d/%m/%Y}"} if last else ""


def _marks(history: History, begins: int, ends: int) -> Iterator[Mark]:
    """The first change and the last ones, evenly: the line is an order, not a scale."""
    chosen = _few_days(history)
    if not chosen:
        yield Mark(begins, cut(shortened(history.organization.name), LETTERS), "", "start")
    room = (ends - begins) // max(len(chosen), 1)
    for place, day in enumerate(chosen):
        name = cut(shortened(history.organization.name_on(day)), max(room // 9, 8))
        yield Mark(begins + place * room, name, f"{day:%d/%m/%Y}", "start")


def _few_days(history: History) -> list[date]:
    """Of its changes but the end: the first day and the last ones."""
    known = [event.day for event in history.events if event.day and not _is_end(event, history)]
    days = list(dict.fromkeys(known))
    return days if len(days) <= MARKS else [days[0], *days[1 - MARKS :]]


def _is_end(event: Event, history: History) -> bool:
    ends = history.organization.valid_during.upper
    return ends is not None and event.day == ends


def _told(history: History) -> str:
    """The drawing in words, for whoever does not see it; the list beside says all."""
    said = []
    if history.before:
        names = ", ".join(each.name for each in history.before)
        said.append(_("Tiền thân: %(names)s.") % {"names": names})
    said.append(f"{history.organization.name}.")
    if history.after:
        names = ", ".join(each.name for each in history.after)
        said.append(_("Kế tục: %(names)s.") % {"names": names})
    return " ".join(said)
