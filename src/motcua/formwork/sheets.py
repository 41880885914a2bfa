"""How does a form look in blocks? A head and pages, as plain JSON without anything of Wagtail.

A page is ``{"title", "key", "intro", "sections", "rest"}``, a section ``{"title", "intro",
"conditions", "questions", "rest"}``, a question ``{"type": kind, "value": {…}}``. ``rest`` holds,
as JSON in words, what has no field of its own: it is kept and shown, never dropped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .problems import Place

Json = dict[str, Any]
GROUP = "group"
"""The kind of block that holds questions of its own, asked once for every entry."""
EACH = "*"
"""The step of a path that stands for any entry of a group."""


@dataclass(frozen=True)
class Head:
    """What is said of the form as a whole."""

    notice: str = ""
    paper_title: str = ""
    paper_code: str = ""
    addressed_to: str = ""
    signers: tuple[str, ...] = ()
    rest: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """A form in blocks."""

    head: Head
    pages: list[Json]


class Placed(NamedTuple):
    """A block of a question with where it stands; ``group`` is the place of the group around it."""

    place: Place
    kind: str
    value: Json
    section: Place
    group: Place | None


def sections_of(pages: list[Json]) -> Iterator[tuple[Place, Json]]:
    """Every section with its place."""
    for at, page in enumerate(pages):
        for number, section in enumerate(page["sections"]):
            yield (at, "sections", number), section


def questions_of(pages: list[Json]) -> Iterator[Placed]:
    """Every question with its place, a group before its own questions."""
    for section, told in sections_of(pages):
        for number, block in enumerate(told["questions"]):
            place = (*section, "questions", number)
            yield Placed(place, block["type"], block["value"], section, None)
            if block["type"] == GROUP:
                for inner, each in enumerate(block["value"]["questions"]):
                    deeper = (*place, "questions", inner)
                    yield Placed(deeper, each["type"], each["value"], section, place)


def written(rest: Json) -> str:
    """What has no field, as words; nothing where there is nothing."""
    return json.dumps(rest, ensure_ascii=False, sort_keys=True) if rest else ""


def read(words: str | None) -> Json:
    """The other way; raises ValueError for what is no JSON object."""
    told = json.loads(words) if words and words.strip() else {}
    if not isinstance(told, dict):
        raise ValueError(words)
    return told
