"""Which answers does the portal work out by itself, and what comes out?

A small closed set of calculations, declared in the schema as data (docs/forms.md); nothing that a
schema says is ever run. What was typed or stored in place of a result is thrown away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from graphlib import TopologicalSorter
from typing import Any

from motcua.periods import clock

from . import groups
from .schema import EVERY, Answers, Schema, at_entry, group_of, node, value_at, with_value
from .words import amount_in_words, day_in_words

SUM, PRODUCT, DIFFERENCE, PERCENT = "x-sum-of", "x-product-of", "x-difference-of", "x-percent-of"
COUNT, AGE, WORDS = "x-count-of", "x-age-of", "x-words-of"
KINDS = (SUM, PRODUCT, DIFFERENCE, PERCENT, COUNT, AGE, WORDS)
"""The keywords that make a question a calculated one."""
DECIMALS = 2
"""Digits behind the comma, unless ``x-decimals`` says otherwise."""
LARGEST = Decimal(10) ** 15
"""What is larger than this no form means, and scripts could not hold it exactly."""


@dataclass(frozen=True)
class Calculation:
    """One calculated question: what is worked out, of which questions."""

    path: str
    kind: str
    operands: tuple[str, ...]
    found: Schema

    @property
    def is_shown(self) -> bool:
        """Whether it stands on its page; words are said in the summary and on paper."""
        return self.kind != WORDS


def calculation_of(schema: Schema, path: str) -> Calculation | None:
    """How the question is worked out; None where it is asked."""
    found = node(schema, path)
    kind = next((one for one in KINDS if one in found), None)
    if kind is None:
        return None
    told = found[kind]
    operands = [told] if isinstance(told, str) else list(told)
    if kind == AGE and "x-on" in found:
        operands.append(found["x-on"])
    return Calculation(path, kind, tuple(operands), found)


def in_order(calculations: Iterable[Calculation]) -> list[Calculation]:
    """Each after those that it builds on; raises graphlib.CycleError where they go in a circle."""
    by_path = {one.path: one for one in calculations}
    needs = {
        path: [need for need in one.operands if need in by_path] for path, one in by_path.items()
    }
    return [by_path[path] for path in TopologicalSorter(needs).static_order()]


def worked_out(calculations: Iterable[Calculation], answers: Answers, day: date | None) -> Answers:
    """The answers with every result; ``day`` is the one on which ages are asked, today without."""
    today = day or clock.today()
    calculations = list(calculations)
    for one in calculations:
        for path, _number in places(one, answers):
            answers = with_value(answers, path, None)
    for one in in_order(calculations):
        for path, number in places(one, answers):
            answers = with_value(answers, path, result(one, answers, number, today))
    return answers


def places(one: Calculation, answers: Answers) -> Iterator[tuple[str, int | None]]:
    """Where its results stand: once, or in every entry of its group."""
    if EVERY not in one.path:
        yield one.path, None
        return
    for number in range(len(groups.entries(answers, group_of(one.path)))):
        yield at_entry(one.path, number), number


def result(one: Calculation, answers: Answers, number: int | None, today: date) -> Any:
    """What comes out, as JSON; None where something is missing for it."""
    if one.kind == COUNT:
        return groups.count(answers, one.operands[0])
    values = [value_at(answers, path) for path in operands_at(one, answers, number)]
    if one.kind == WORDS:
        return day_in_words(values[0]) or amount_in_words(values[0])
    if one.kind == AGE:
        return _age(*values, *([] if len(one.operands) > 1 else [today.isoformat()]))
    return _as_json(_reckoned(one.kind, values), one.found)


def operands_at(one: Calculation, answers: Answers, number: int | None) -> list[str]:
    """The questions of which it is worked out: of its own entry, or of every entry there is."""
    own = group_of(one.path)
    found: list[str] = []
    for path in one.operands:
        group = group_of(path)
        if not group:
            found.append(path)
        elif group == own:
            found.append(at_entry(path, number))
        else:
            there = range(len(groups.entries(answers, group)))
            found += [at_entry(path, each) for each in there]
    return found


def _reckoned(kind: str, values: list[Any]) -> Decimal | None:
    numbers = [Decimal(str(one)) for one in values if is_number(one)]
    if kind == SUM:
        return sum(numbers, Decimal()) if numbers else None
    if not numbers or len(numbers) < len(values):
        return None
    return _of_all(kind, numbers)


def _of_all(kind: str, numbers: list[Decimal]) -> Decimal | None:
    if kind == PRODUCT:
        product = Decimal(1)
        for one in numbers:
            product *= one
        return product
    first, second = numbers
    if kind == DIFFERENCE:
        return first - second
    return first * 100 / second if second else None


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def decimals_of(found: Schema) -> int:
    """How many digits may stand behind the comma."""
    return 0 if found.get("type") == "integer" else int(found.get("x-decimals", DECIMALS))


def _as_json(number: Decimal | None, found: Schema) -> int | float | None:
    if number is None or abs(number) >= LARGEST:
        return None
    rounded = number.quantize(Decimal(1).scaleb(-decimals_of(found)), ROUND_HALF_UP)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


def _age(born: Any, on: Any) -> int | None:
    """Full years between two days; who was born on 29 February is a year older on 1 March."""
    try:
        first, last = date.fromisoformat(str(born)), date.fromisoformat(str(on))
    except ValueError:
        return None
    years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
    return years if years >= 0 else None
