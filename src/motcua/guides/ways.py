"""Where does somebody stand in a guide? What they answered, what is asked next, what is to do.

Everything stands in the address: it can be sent to somebody, *Back* works, nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from motcua.periods import clock

from .reading import Condition, Question, Step, Told

DAY = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})")
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and what was chosen or typed."""

    question: Question
    value: str
    said: str
    """The answer in words."""
    again: str
    """The address's query with which it is asked again, and all that came after it."""


@dataclass(frozen=True, slots=True)
class Way:
    """How far somebody came."""

    answered: tuple[Answered, ...]
    asked: Question | None
    """What is asked now; None at the end."""
    problem: str
    """Why what was typed cannot be read."""
    typed: str
    steps: tuple[Step, ...]
    """What is to do, in order; empty before the end."""
    days: Mapping[str, date] = field(default_factory=dict)
    """The days that were told, by question."""

    @property
    def number(self) -> int:
        return len(self.answered) + 1

    def due(self, step: Step) -> date | None:
        """The last day for a step, where law counts days from one that was told.

        The day from which it is counted is not one of them (BLDS 2015, Điều 147).
        """
        begins = self.days.get(step.counted_from) if step.days else None
        return begins + timedelta(days=step.days) if begins else None


def walk(told: Told, address: Mapping[str, str]) -> Way:
    """As far as the answers of ``address`` lead; what is no answer is asked again."""
    answered: list[Answered] = []
    for question in told.questions:
        known = {one.question.key: one.value for one in answered}
        if not holds(question.only_if, known):
            continue
        typed = address.get(question.key)
        said, problem = _said(question, typed)
        if said is None:
            return Way(tuple(answered), question, problem, typed or "", ())
        answered.append(Answered(question, typed or "", said, _query(answered)))
    return _arrived(told, answered)


def holds(conditions: Iterable[Condition], known: Mapping[str, str]) -> bool:
    """Whether all of them hold by what was answered."""
    return all(known.get(one.question) in one.answers for one in conditions)


def day_of(typed: str) -> date | None:
    """A day as people write it: 5/11/2026, 05.11.2026, 2026-11-05."""
    text = typed.strip()
    try:
        if found := DAY.fullmatch(text):
            day, month, year = map(int, found.groups())
            read = date(year, month, day)
        else:
            read = date.fromisoformat(text)
    except ValueError:
        return None
    return read if EARLIEST_YEAR <= read.year <= LATEST_YEAR else None


def _said(question: Question, typed: str | None) -> tuple[str | None, str]:
    """The answer in words, or nothing and why."""
    if typed is None:
        return None, ""
    if not question.is_day:
        option = question.option(typed)
        problem = "" if option else _("Hãy chọn một câu trả lời rồi bấm Tiếp tục.")
        return (option.label if option else None), problem
    if not typed.strip():
        return _("Chưa nói"), ""
    day = day_of(typed)
    if day is None:
        return None, _("Hãy viết ngày như 05/11/2026, hoặc để trống nếu chưa biết.")
    if day > clock.today():
        return None, _("Ngày này chưa đến. Hãy xem lại, hoặc để trống.")
    return f"{day:%d/%m/%Y}", ""


def _arrived(told: Told, answered: list[Answered]) -> Way:
    known = {one.question.key: one.value for one in answered}
    days = {one.question.key: day_of(one.value) for one in answered if one.question.is_day}
    return Way(
        tuple(answered),
        None,
        "",
        "",
        tuple(step for step in told.steps if holds(step.only_if, known)),
        {key: day for key, day in days.items() if day},
    )


def _query(answered: Iterable[Answered]) -> str:
    return urlencode([(one.question.key, one.value) for one in answered])
