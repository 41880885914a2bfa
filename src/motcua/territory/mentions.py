"""Which place does a question speak of? *Làm sổ đỏ ở Hòn Gai* asks for land papers, in Hòn Gai.

A place counts where a word says that it is one (*ở*, *tại*, *phường* …), or where it ends the
question and nothing is called by its words. Names of today and of all days before count alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db import connection

from motcua.search import noise
from motcua.territory import popular
from motcua.territory.models import Kind, UnitName
from motcua.territory.spelling import key, spellings_of_kind

WORD = re.compile(r"[^\W_]+")
LONGEST_NAME = 4
"""Words of a name that is looked for."""
WHERE = frozenset({"o", "tai"})
AFTER = frozenset({"cu", "xua", "truoc", "day"})
"""What people say behind a name that is no more."""
SPELLINGS = {words: kind for kind in Kind for words in spellings_of_kind(kind)}
PROCEDURES = "procedure"
LAST_NAME = f"SELECT max(id) FROM {UnitName._meta.db_table}"  # noqa: S608 - a table of ours


@dataclass(frozen=True, slots=True)
class Mention:
    """The place as it was typed, and the question without it."""

    place: str
    rest: str


NO_TABLES = -1
_names: dict[int, frozenset[str]] = {}
"""At most one: what this process knows, by the last name that was entered."""


def mentioned(question: str) -> Mention | None:
    """The last place that the question speaks of; None where it speaks of none, or of nothing else.

    Costs one small query, and another where the question may end with a place.
    """
    names = _known()
    words = list(WORD.finditer(question))
    bare = [key(word[0]) for word in words]
    for end in range(len(bare), 0, -1):
        for start in range(max(0, end - LONGEST_NAME), end):
            if " ".join(bare[start:end]) in names and (
                span := _span(bare, start, end, question[words[start].start() :])
            ):
                return _cut(question, words, *span)
    return None


def without_places(question: str) -> str:
    """The question without any place that it speaks of."""
    for _turn in range(3):  # a ward, its district, its province
        found = mentioned(question)
        if found is None:
            return question
        question = found.rest
    return question


def _known() -> frozenset[str]:
    """Every name of a place, folded; none before there are tables of places."""
    if not _names and UnitName._meta.db_table not in connection.introspection.table_names():
        _names[NO_TABLES] = frozenset()
    if NO_TABLES in _names:
        return _names[NO_TABLES]
    last = _last_name()
    if last not in _names:
        found = UnitName.objects.values_list("folded", flat=True).distinct()
        _names.clear()
        _names[last] = frozenset(found) | popular.KEYS
    return _names[last]


def _last_name() -> int:
    """Asked by hand: to compose this small query takes longer than to ask it."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_NAME)
        return cursor.fetchone()[0] or 0


def _span(bare: list[str], start: int, end: int, typed: str) -> tuple[int, int] | None:
    """From the word that says that it is a place to the last that belongs to it."""
    first = start - _kind_before(bare[:start])
    is_said = first < start
    if first and bare[first - 1] in WHERE:
        first, is_said = first - 1, True
    while end < len(bare) and bare[end] in AFTER:
        end += 1
    is_last = end == len(bare)
    if is_said or (is_last and end - start > 1 and not _is_called(bare[start : start + 2])):
        return first, end
    return None


def _kind_before(before: list[str]) -> int:
    """How many words in front of a name say what kind of place it is."""
    for length in (2, 1):
        if len(before) >= length and " ".join(before[-length:]) in SPELLINGS:
            return length
    return 0


def _is_called(pair: list[str]) -> bool:
    """Whether some procedure is called by these two words."""
    return noise.is_called(PROCEDURES, pair)


def _cut(question: str, words: list[re.Match[str]], first: int, end: int) -> Mention | None:
    before, after = question[: words[first].start()], question[words[end - 1].end() :]
    rest = f"{before.rstrip(' ,')} {after.lstrip(' ,')}".strip()
    named = question[words[first].start() : words[end - 1].end()]
    place = re.sub(r"^(?:ở|tại|o|tai)\s+", "", named, flags=re.IGNORECASE)
    return Mention(place, rest) if rest else None
