"""Which answers to one form are answers to another, and what does the other not ask?

An answer is carried over where the other form asks a question of the same place and shape, if only
in other words; ``drafting.moving`` needs that between two versions of one procedure. Between two
procedures the words have to be the same too (``drafting.copying``). What is not carried over is
told in full, so that nothing that was typed is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms import communes
from motcua.catalog.forms.groups import legend
from motcua.catalog.forms.schema import (
    Answers,
    Schema,
    choices_of,
    entry_of,
    group_of,
    node,
    pattern_of,
    value_at,
    with_value,
)
from motcua.catalog.forms.summary import in_words
from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion

SHAPE = ("type", "format", "x-unit")
"""What must be alike for an answer to mean the same."""


class Asked(NamedTuple):
    """A question of a version: on which page, and how."""

    page: str
    found: Schema
    group: Schema | None

    @property
    def label(self) -> str:
        return str(self.found.get("title", ""))

    def takes_entry(self, number: int | None) -> bool:
        """Whether the group has room for that entry; a question outside of groups has."""
        most = self.group.get("maxItems") if self.group else None
        return number is None or most is None or number < most


Questions = dict[str, Asked]
"""By the pattern of their path."""
Left = dict[str, Any]
"""An answer that the other form does not ask: ``page``, ``path``, ``label``, ``text``, ``value``"""


@dataclass(slots=True)
class Carried:
    """What became of the answers."""

    answers: Answers = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def questions(version: ProcedureVersion) -> Questions:
    """Everything that somebody answers in the version's form."""
    return {
        path: Asked(page.key, node(page.schema, path), _group(page.schema, path))
        for page in procedure_forms.pages(version)
        for path in page.asked_paths
    }


def _group(schema: Schema, path: str) -> Schema | None:
    group = group_of(path)
    return node(schema, group) if group else None


def carry(answers: Answers, earlier: Questions, later: Questions) -> Carried:
    """The answers to ``earlier`` as answers to ``later``."""
    done = Carried()
    for path, value in spelled(answers):
        was, asks = earlier.get(pattern_of(path)), later.get(pattern_of(path))
        if is_kept(was, asks, path, value):
            done.answers = with_value(done.answers, path, value)
            done.paths.append(path)
        else:
            done.left.append(left_of(was, path, value))
    done.answers = _with_entries(done.answers, answers, later)
    return done


def spelled(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every answer with its path, those of groups in each entry."""
    steps: Iterable[tuple[Any, Any]] | None = None
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    if steps is None:
        yield path, value
        return
    for step, there in steps:
        yield from spelled(there, f"{path}.{step}" if path else str(step))


def is_kept(was: Asked | None, asks: Asked | None, path: str, value: Any) -> bool:
    """Whether an answer to ``was`` answers ``asks``."""
    if was is None or asks is None or not asks.takes_entry(entry_of(path)):
        return False
    alike = all(was.found.get(key) == asks.found.get(key) for key in SHAPE)
    return alike and _is_offered(was, asks, value)


def _is_offered(was: Asked, asks: Asked, value: Any) -> bool:
    """Of a choice: whether it is still there, in the same words."""
    before, now = dict(choices_of(was.found)), dict(choices_of(asks.found))
    if not (before or now):
        return True
    here = str(value)
    return here in now and fold(before.get(here, now[here])) == fold(now[here])


def is_reworded(was: Asked | None, asks: Asked | None) -> bool:
    """Whether the two ask in different words."""
    return was is None or asks is None or fold(was.label) != fold(asks.label)


def left_of(was: Asked | None, path: str, value: Any) -> Left:
    """An answer to be kept beside, in words."""
    page, label = (was.page, was.label) if was else ("", "")
    number = entry_of(path)
    if was and was.group is not None and number is not None:
        label = f"{legend(was.group, number)}: {label}"
    text = _said(was, value)
    return {"page": page, "path": path, "label": label or path, "text": text, "value": value}


def _said(was: Asked | None, value: Any) -> str:
    found = was.found if was else {}
    is_place = found.get("format") in {"place", "commune"}
    try:
        return in_words(found, value, places=communes.names_of([value]) if is_place else {})
    except ValueError:  # it cannot be read and stands as it was typed
        return str(value)


def _with_entries(carried: Answers, answers: Answers, later: Questions) -> Answers:
    """Entries of groups in which nothing is answered stay entries."""
    for group in {group_of(pattern) for pattern, one in later.items() if one.group is not None}:
        there, now = value_at(answers, group), value_at(carried, group) or []
        if isinstance(there, list):
            one = next(one for path, one in later.items() if group_of(path) == group)
            more: list[Answers] = [
                {} for number in range(len(now), len(there)) if one.takes_entry(number)
            ]
            carried = with_value(carried, group, [*now, *more])
    return carried
