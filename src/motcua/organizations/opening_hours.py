"""When is an office open? What its words say, read as days and hours; nothing where in doubt.

Editors write hours as a sentence. It is read whole or not at all: *Thứ Hai đến thứ Sáu, 7 giờ 30 –
11 giờ 30 và 13 giờ 30 – 17 giờ*, *Sáng thứ Bảy: 7:30–11:00*; half an understanding would send
somebody to a closed door.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from itertools import pairwise
from typing import Any

DAYS = {
    "hai": "Monday",
    "ba": "Tuesday",
    "tư": "Wednesday",
    "năm": "Thursday",
    "sáu": "Friday",
    "bảy": "Saturday",
}
ORDER = [*DAYS.values(), "Sunday"]

DAY = r"(?:thứ )?(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật"
HOUR = r"\d{1,2} ?(?:giờ|h|g|:)(?: ?\d{2})?(?: ?phút)?"
TO = r" ?(?:-|đến|tới) ?"
DAYS_SAID = re.compile(
    rf"(?:từ |các ngày |sáng |chiều )*(?P<first>{DAY})"
    rf"(?:{TO}(?P<last>{DAY})|(?P<more>(?:(?:, ?| và )(?:{DAY}))*))"
    r" ?(?:hằng tuần|hàng tuần)? ?[,:]? ?"
)
SPAN = re.compile(rf"(?:từ )?(?P<opens>{HOUR}){TO}(?P<closes>{HOUR})")
NUMBER = re.compile(r"\d+")
BETWEEN = re.compile(r",? ?(?:và)? ?(?:buổi )?(?:sáng|chiều)? ?:? ?")


@dataclass(frozen=True, slots=True)
class Open:
    """On these days from this hour to that."""

    days: tuple[str, ...]
    opens: time
    closes: time


def read(words: str) -> list[Open]:
    """What the words say; nothing where a part of them is not understood."""
    parts = [part.strip(" .") for part in re.split(r"[;\n]", _plain(words))]
    try:
        return [one for part in parts if part for one in _part(part)]
    except ValueError:
        return []


def specification(words: str) -> list[dict[str, Any]]:
    """As schema.org says it: an OpeningHoursSpecification for each stretch."""
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [f"https://schema.org/{day}" for day in one.days],
            "opens": f"{one.opens:%H:%M}",
            "closes": f"{one.closes:%H:%M}",
        }
        for one in read(words)
    ]


def _plain(words: str) -> str:
    """Small letters, one kind of dash, no joiners, days in words."""
    text = re.sub(r"[\u2060\u200b]", "", words).lower()
    line = re.sub(r"[^\S\n]+", " ", re.sub(r"[–—−]", "-", text))
    return re.sub(r"thứ ([2-7])", lambda day: f"thứ {[*DAYS][int(day[1]) - 2]}", line)


def _part(text: str) -> Iterator[Open]:
    """Days, then hours, and nothing else."""
    named = DAYS_SAID.match(text)
    if named is None:
        raise ValueError(text)
    days, rest = _days(named), text[named.end() :]
    spans = list(SPAN.finditer(rest))
    between = [rest[a.end() : b.start()] for a, b in pairwise(spans)]
    around = [rest[: spans[0].start()], *between, rest[spans[-1].end() :]] if spans else []
    if not spans or not all(BETWEEN.fullmatch(each) for each in around):
        raise ValueError(text)
    for span in spans:
        yield _open(days, _hour(span["opens"]), _hour(span["closes"]))


def _open(days: tuple[str, ...], opens: time, closes: time) -> Open:
    if opens >= closes:
        raise ValueError(opens)
    return Open(days, opens, closes)


def _days(named: re.Match[str]) -> tuple[str, ...]:
    first = _day(named["first"])
    if named["last"]:
        begin, end = ORDER.index(first), ORDER.index(_day(named["last"]))
        if begin >= end:
            raise ValueError(named[0])
        return tuple(ORDER[begin : end + 1])
    others = re.findall(DAY, named["more"] or "")
    return (first, *(_day(each) for each in others))


def _day(said: str) -> str:
    return "Sunday" if said == "chủ nhật" else DAYS[said.removeprefix("thứ ")]


def _hour(said: str) -> time:
    hour, *minute = map(int, NUMBER.findall(said))
    return time(hour, minute[0] if minute else 0)
