"""May I apply? What somebody's answers say by the conditions of a procedure. Never a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .reading import Raw, items, values, word

PREFIX, TICK = "dk-", "du-"
"""Before the names of questions and ticks in the address, so that they are nobody else's."""


class Outcome(StrEnum):
    """What an answer means; what all of them mean together."""

    YES = "yes"
    NO = "no"
    ASK = "ask"
    OPEN = "open"
    """Not everything was answered yet."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer and what it means."""

    key: str
    label: str
    hint: str
    outcome: Outcome
    because: str
    basis: str
    instead: str
    """Code of the procedure that is meant for such a case."""


@dataclass(frozen=True, slots=True)
class Check:
    """A question, and what was answered."""

    name: str
    ask: str
    hint: str
    options: tuple[Option, ...]
    chosen: Option | None

    @property
    def bases(self) -> list[str]:
        """The texts that its answers rest on, each once."""
        return list(dict.fromkeys(option.basis for option in self.options if option.basis))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is likely, and why."""

    outcome: Outcome
    reasons: tuple[Option, ...]

    @property
    def is_open(self) -> bool:
        return self.outcome is Outcome.OPEN

    @property
    def is_yes(self) -> bool:
        return self.outcome is Outcome.YES

    @property
    def is_no(self) -> bool:
        return self.outcome is Outcome.NO


@dataclass(frozen=True, slots=True)
class Tick:
    """A condition as the record words it, and whether somebody says that they meet it."""

    name: str
    words: str
    is_set: bool


def ticks(conditions: Iterable[str], address: Mapping[str, str]) -> list[Tick]:
    """The record's own conditions, where nobody wrote questions; no rule is made of them."""
    named = ((f"{TICK}{number}", words) for number, words in enumerate(conditions, 1))
    return [Tick(name, words, name in address) for name, words in named]


def checks(stream: Iterable[Raw], address: Mapping[str, str]) -> list[Check]:
    """The questions of a procedure with the answers of the address."""
    return [_check(raw, address) for raw in values(stream)]


def verdict(asked: Iterable[Check]) -> Verdict:
    """No where one answer says so; else ask where one is unsure; yes where all are well."""
    every = list(asked)
    chosen = [check.chosen for check in every if check.chosen]
    for outcome in (Outcome.NO, Outcome.ASK):
        if reasons := tuple(option for option in chosen if option.outcome is outcome):
            return Verdict(outcome, reasons)
    is_whole = bool(every) and len(chosen) == len(every)
    return Verdict(Outcome.YES if is_whole else Outcome.OPEN, ())


def _check(raw: Raw, address: Mapping[str, str]) -> Check:
    name = f"{PREFIX}{word(raw, 'key')}"
    options = tuple(_option(one) for one in items(raw.get("options")))
    typed = address.get(name)
    chosen = next((option for option in options if option.key == typed), None)
    return Check(name, word(raw, "ask"), word(raw, "hint"), options, chosen)


def _option(raw: Raw) -> Option:
    said = word(raw, "outcome")
    texts = (word(raw, name) for name in ("because", "basis", "instead"))
    outcome = Outcome(said) if said in {"yes", "no"} else Outcome.ASK
    return Option(word(raw, "key"), word(raw, "label"), word(raw, "hint"), outcome, *texts)
