"""What does an edition say? Its blocks as plain values, however an editor or a file wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds where one of the answers was given to the question."""

    question: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with answers to choose from, or after a day."""

    key: str
    ask: str
    hint: str
    is_day: bool
    options: tuple[Option, ...]
    only_if: tuple[Condition, ...]

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do, by when, and where."""

    title: str
    text: str
    procedure: str
    where: str
    deadline: str
    days: int
    """Counted from the day that ``counted_from`` asks for; 0 where no law counts."""
    counted_from: str
    basis: str
    late: str
    """What is otherwise for whoever comes after the last day."""
    only_if: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A guide: what it asks, in order, and all that may have to be done."""

    questions: tuple[Question, ...]
    steps: tuple[Step, ...]

    @property
    def procedures(self) -> list[str]:
        """Codes of all procedures that it names, in order."""
        return list(dict.fromkeys(step.procedure for step in self.steps if step.procedure))


def told(questions: Iterable[Raw], steps: Iterable[Raw]) -> Told:
    """From the raw values of two streams of blocks."""
    return Told(
        tuple(_question(value) for value in values(questions)),
        tuple(_step(value) for value in values(steps)),
    )


def values(stream: Iterable[Raw]) -> Iterator[Raw]:
    """The values of a stream's blocks."""
    return (block["value"] for block in stream)


def items(raw: Iterable[Any] | None) -> list[Any]:
    """The values of a list block; newer ones stand in an envelope of their own."""
    return [
        one["value"] if isinstance(one, Mapping) and one.get("type") == "item" else one
        for one in raw or ()
    ]


def word(raw: Raw, name: str) -> str:
    return str(raw.get(name) or "").strip()


def option(raw: Raw) -> Option:
    return Option(word(raw, "key"), word(raw, "label"), word(raw, "hint"))


def _question(raw: Raw) -> Question:
    return Question(
        key=word(raw, "key"),
        ask=word(raw, "ask"),
        hint=word(raw, "hint"),
        is_day=raw.get("kind") == "day",
        options=tuple(option(one) for one in items(raw.get("options"))),
        only_if=_conditions(raw),
    )


def _step(raw: Raw) -> Step:
    texts = ("title", "text", "procedure", "where", "deadline", "counted_from")
    return Step(
        **{name: word(raw, name) for name in (*texts, "basis", "late")},
        days=int(raw.get("days") or 0),
        only_if=_conditions(raw),
    )


def _conditions(raw: Raw) -> tuple[Condition, ...]:
    found = items(raw.get("only_if"))
    return tuple(
        Condition(word(one, "question"), frozenset(map(str, items(one.get("answers")))))
        for one in found
    )
