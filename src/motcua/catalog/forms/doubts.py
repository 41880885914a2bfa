"""What looks wrong and may be right? Warnings beside an answer; they refuse nothing.

Some every question of a kind has: a number's digits, a name's shape, a day long ago. Others a form
brings along in ``x-doubts``: a list of what to hold the answer against, each with its sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.accounts import personal_numbers
from motcua.catalog.models import ProcedureVersion
from motcua.periods.clock import today
from motcua.search.folding import fold

from . import groups
from .calculations import is_number
from .formats import is_name, is_personal_number, span_of
from .layout import form_of
from .schema import Answers, Schema, at_entry, group_of, holds, name_of, node, value_at
from .suggesting import ALONG, Known, fact

CONSISTENT = "x-consistent-with"
KEYWORD = "x-doubts"
LONG_NAME = 60
"""Letters; hardly anybody has a name that long."""
LONG_LIFE = 120 * 365
"""Days."""


@dataclass(frozen=True)
class Warning:
    """One answer to look at again, and why."""

    path: str
    message: str

    @property
    def field(self) -> str:
        """The question's name on its page."""
        return name_of(self.path)


@dataclass(frozen=True)
class Beside:
    """What an answer is held against: all that counts, and what is known without asking."""

    answers: Answers
    known: Known
    entry: int | None = None
    """Of which entry of a group the answer is."""

    def at(self, path: str) -> Any:
        return value_at(self.answers, at_entry(path, self.entry))


def warnings(
    version: ProcedureVersion, answers: Answers, known: Known | None = None
) -> list[Warning]:
    """Every answer that counts and that somebody should look at again (domain.md §8.2)."""
    form = form_of(version)
    counted = form.counting(answers)
    asked = [(path, page.schema) for page in form.pages for path in page.paths]
    return [one for path, schema in asked for one in _of(schema, path, counted, known or {})]


def _of(schema: Schema, pattern: str, answers: Answers, known: Known) -> Iterator[Warning]:
    found = node(schema, pattern)
    for number in _entries(answers, pattern):
        path = at_entry(pattern, number)
        if told := list(_doubts(found, value_at(answers, path), Beside(answers, known, number))):
            yield Warning(path, " ".join(told))


def _entries(answers: Answers, pattern: str) -> list[int | None]:
    group = group_of(pattern)
    return [*range(len(groups.entries(answers, group)))] if group else [None]


def _doubts(found: Schema, value: Any, beside: Beside) -> Iterator[str]:
    if value is None:
        return
    if isinstance(value, str) and (of_kind := OF_KIND.get(found.get("format", ""))):
        yield from of_kind(value, found, beside)
    for rule in found.get(KEYWORD, []):
        if _applies(rule, value, beside):
            yield rule["say"]


# --- What every question of a kind has --------------------------------------------------------


def _of_number(number: str, found: Schema, beside: Beside) -> list[str]:
    if not is_personal_number(number):
        return []
    known = {name: beside.at(path) for name, path in found.get(CONSISTENT, {}).items()}
    day, sex = known.get("birth_date"), known.get("sex")
    born = span[0] if (span := _span(day)) else None
    known_sex = sex if sex in personal_numbers.SEX_OF_PARITY else ""
    sure = _vouched(beside.known)
    return personal_numbers.doubts(number, birth_date=born, sex=known_sex, vouched=sure)


def _vouched(known: Known) -> list[str]:
    """The numbers of who signed in, and of who writes along."""
    along, _pages = known.get(ALONG, ({}, ()))
    return [fact(each, "personal_number") for each in (known, along)]


def _of_name(name: str, _found: Schema, _beside: Beside) -> Iterator[str]:
    if not is_name(name):
        return
    if len(name.split()) < 2:
        yield _("Tên chỉ có một chữ. Hãy xem đã ghi đủ họ, chữ đệm và tên chưa.")
    if name == name.lower() != name.upper():
        yield _("Họ tên thường viết hoa chữ cái đầu của mỗi chữ, ví dụ Vũ Minh Ước.")
    if len(name) > LONG_NAME:
        yield _("Tên dài %d ký tự. Hãy xem có gõ thừa không.") % len(name)


def _of_past_day(day: str, _found: Schema, _beside: Beside) -> Iterator[str]:
    if _days_since(day) > LONG_LIFE:
        yield _("Ngày này cách nay hơn 120 năm. Hãy xem lại năm.")


OF_KIND: dict[str, Callable[[str, Schema, Beside], Iterator[str] | list[str]]] = {
    "personal-number": _of_number,
    "person-name": _of_name,
    "past-date": _of_past_day,
    "past-date-or-year": _of_past_day,
}


# --- What a form brings along -----------------------------------------------------------------


def _applies(rule: Schema, value: Any, beside: Beside) -> bool:
    if "when" in rule and not holds(rule["when"], beside.answers):
        return False
    return any(test(value, rule[kind], beside) for kind, test in RULES.items() if kind in rule)


def _is(value: Any, told: Any, _beside: Beside) -> bool:
    return bool(value == told)


def _equals(value: Any, path: str, beside: Beside) -> bool:
    return bool(value == beside.at(path))


def _differs(value: Any, path: str, beside: Beside) -> bool:
    return beside.at(path) not in (None, value)


def _differs_from_fact(value: Any, name: str, beside: Beside) -> bool:
    return fact(beside.known, name) not in (None, "", value)


def _is_not_of(number: Any, sex: str, _beside: Beside) -> bool:
    """Whether a number's digits say another sex than the words of the question do."""
    is_read = isinstance(number, str) and is_personal_number(number)
    return is_read and personal_numbers.sex_of(number) != sex


def _is_days_ago(day: Any, most: int, _beside: Beside) -> bool:
    return isinstance(day, str) and _days_since(day) > most


def _is_years_older_under(day: Any, told: Schema, beside: Beside) -> bool:
    """Whether a day lies fewer ``years`` before the one that is answered at ``than``.

    Of a day of which only the year is known, in the best of cases.
    """
    later = beside.at(told["than"])
    earliest, latest = _span(day), _span(later)
    if earliest is None or latest is None:
        return False
    born, then = earliest[0], latest[1]
    years = then.year - born.year - ((then.month, then.day) < (born.month, born.day))
    return years < int(told["years"])


def _is_over(value: Any, most: float, _beside: Beside) -> bool:
    return is_number(value) and value > most


def _lacks(value: Any, words: str, _beside: Beside) -> bool:
    return isinstance(value, str) and fold(words) not in fold(value)


RULES: Mapping[str, Callable[[Any, Any, Beside], bool]] = {
    "is": _is,
    "equals": _equals,
    "differs": _differs,
    "differs_from_fact": _differs_from_fact,
    "sex_is_not": _is_not_of,
    "days_ago_over": _is_days_ago,
    "years_older_under": _is_years_older_under,
    "over": _is_over,
    "lacks": _lacks,
}


def _days_since(day: str) -> int:
    span = span_of(day)
    return (today() - span[1]).days if span else 0


def _span(day: Any) -> tuple[date, date] | None:
    return span_of(day) if isinstance(day, str) else None
