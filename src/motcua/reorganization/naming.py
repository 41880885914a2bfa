"""Where do names that disappear still stand? In texts, without marks, as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from motcua.organizations.models import OrganizationName
from motcua.reorganization.models import Plan
from motcua.reorganization.scene import forms_of, scene_of
from motcua.search import words as index_words
from motcua.search.folding import WORD, fold
from motcua.search.models import Entry

AT_ONCE = 100
"""So many names are looked for by one question to the index."""
HOLDING = """
SELECT id FROM search_entry WHERE vector @@ %s::tsquery
UNION ALL SELECT entry_id FROM search_body WHERE vector @@ %s::tsquery"""


class Names:
    """The names that a plan makes disappear, to be found in texts.

    *xã Hải* is not named by a text that speaks of *xã Hải Sơn*: where a longer name of another
    organization begins there, the longer one is meant.
    """

    def __init__(self, gone: Iterable[str], longer: Iterable[str] = ()) -> None:
        self.gone = {_plain(name) for name in gone}
        known = sorted({*self.gone, *map(_plain, longer)} - {""}, key=len, reverse=True)
        joined = "|".join(re.escape(name) for name in known)
        self.pattern = re.compile(rf"(?<!\w)(?:{joined})(?!\w)") if known else None

    def in_text(self, text: str) -> list[str]:
        """Those that the text names, each once."""
        found = self.pattern.findall(_plain(text)) if self.pattern else []
        return [name for name in dict.fromkeys(found) if name in self.gone]


def names_of(plan: Plan) -> Names:
    scene = scene_of(plan)
    return Names(scene.words, _longer(scene.words, scene.names_of_body.values()))


def _longer(gone: list[str], after: Iterable[str]) -> Iterator[str]:
    """Names of organizations of any day that begin like one that disappears, and go on."""
    beginnings = tuple(f"{name} " for name in gone)
    known = OrganizationName.objects.values_list("full_name", flat=True).distinct()
    for name in chain(known, after):
        yield from (each for each in map(fold, forms_of(name)) if each.startswith(beginnings))


def entries_naming(plan: Plan, kind: str) -> list[Entry]:
    """What the site's index holds of one kind and names what disappears, by title."""
    names = names_of(plan)
    likely = {entry.pk: entry for entry in _likely(kind, scene_of(plan).words)}
    found = [each for each in likely.values() if names.in_text(_text(each))]
    return sorted(found, key=lambda entry: (entry.title, entry.pk))


def _likely(kind: str, words: list[str]) -> Iterator[Entry]:
    """Those that hold every pair of neighbors of a name; the index answers that."""
    entries = Entry.objects.filter(kind=kind).select_related("body")
    for start in range(0, len(words), AT_ONCE):
        some = words[start : start + AT_ONCE]
        asked = " | ".join(map(_phrase, some))
        yield from entries.filter(pk__in=RawSQL(HOLDING, (asked, asked)))  # noqa: S611  # constant


def _phrase(name: str) -> str:
    said = index_words.loose(name)
    pairs = [index_words.pair(*neighbors) for neighbors in pairwise(said)] or said
    return "(" + " & ".join(f"'{pair}'" for pair in pairs) + ")"


def _text(entry: Entry) -> str:
    body = getattr(entry, "body", None)
    return f"{entry.title} {body.text if body else ''}"


def files_naming(plan: Plan, files: Iterable[Path]) -> list[Path]:
    """The files among them that name what disappears."""
    names = names_of(plan)
    return [path for path in files if names.in_text(_file(path))]


@cache
def _file(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def addressed(found: QuerySet[Any], plan: Plan, column: str) -> QuerySet[Any]:
    """Those whose text holds an address or a code with the identifier of what ends."""
    codes = scene_of(plan).identifiers
    if not codes:
        return found.none()
    joined = "|".join(re.escape(code) for code in codes)
    return found.filter(**{f"{column}__regex": rf"\y({joined})(?![0-9A-Za-z.]*[0-9A-Za-z])"})


def _plain(text: str) -> str:
    return " ".join(WORD.findall(fold(text)))
