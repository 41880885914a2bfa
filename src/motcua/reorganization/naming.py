"""Where do names that disappear still stand? In texts, without marks, as whole words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, Func, QuerySet, TextField, Value
from django.db.models.expressions import RawSQL

from motcua.organizations.models import OrganizationName
from motcua.reorganization.models import Plan
from motcua.reorganization.scene import forms_of, scene_of
from motcua.search import words as index_words
from motcua.search.folding import WORD, fold
from motcua.search.models import Entry

AT_ONCE = 500
"""So many names are looked for by one question to the index."""
KEPT = "_names"
PROPER = "_proper_names"
CODE = r"\y([A-Y][0-9]{2}(?:[.][0-9A-Za-z]+)*)"
"""What looks like an identifier, with all its groups."""
HOLDING = """
SELECT id FROM search_entry WHERE vector @@ %s::tsquery
UNION ALL SELECT entry_id FROM search_body WHERE vector @@ %s::tsquery"""


class Names:
    """The names that a plan makes disappear, to be found in texts.

    *xã Hải* is not named by a text that speaks of *xã Hải Sơn*: where a longer name of another
    organization begins there, the longer one is meant.
    """

    def __init__(self, gone: Iterable[str], longer: Iterable[str] = ()) -> None:
        self.gone = {_plain(name) for name in gone} - {""}
        known = self.gone | set(map(_plain, longer)) - {""}
        self.lengths: defaultdict[str, set[int]] = defaultdict(set)
        """The first word of a name to how many words such names have."""
        for name in known:
            first, *more = name.split()
            self.lengths[first].add(1 + len(more))
        self.known = known

    def in_text(self, text: str) -> list[str]:
        """Those that the text names, each once."""
        return [name for name in dict.fromkeys(self._found(text)) if name in self.gone]

    def _found(self, text: str) -> Iterator[str]:
        """Every name from left to right, the longest that begins at a word."""
        words, here = _plain(text).split(), 0
        while here < len(words):
            name = self._longest(words, here)
            if name:
                yield name
            here += name.count(" ") + 1

    def _longest(self, words: list[str], here: int) -> str:
        for length in sorted(self.lengths.get(words[here], ()), reverse=True):
            said = " ".join(words[here : here + length])
            if said in self.known:
                return said
        return ""


def names_of(plan: Plan) -> Names:
    """The names that disappear by a plan; put together once for its scene."""
    scene = scene_of(plan)
    kept: Names | None = scene.__dict__.get(KEPT)
    if kept is None:
        longer = _longer(scene.words, scene.names_of_body.values())
        kept = scene.__dict__[KEPT] = Names(scene.words, longer)
    return kept


def _longer(gone: list[str], after: Iterable[str]) -> Iterator[str]:
    """Names of organizations of any day that begin like one that disappears, and go on."""
    beginnings = set(gone)
    known = OrganizationName.objects.values_list("full_name", flat=True).distinct()
    for name in chain(known, after):
        for form in map(fold, forms_of(name)):
            words = form.split()
            shorter = accumulate(words[:-1], lambda said, word: f"{said} {word}")
            if not beginnings.isdisjoint(shorter):
                yield form


def entries_naming(plan: Plan, kind: str) -> list[Entry]:
    """What the site's index holds of one kind and names what disappears, by title."""
    names = names_of(plan)
    likely = {entry.pk: entry for entry in _likely(kind, scene_of(plan).words)}
    found = [each for each in likely.values() if names.in_text(text_of(each))]
    return sorted(found, key=lambda entry: (entry.title, entry.pk))


def said_in(plan: Plan, text: str) -> list[str]:
    """What disappears and is named by a text, each by the full name of the last day."""
    proper = _proper_names(plan)
    return list(dict.fromkeys(proper[name] for name in names_of(plan).in_text(text)))


def _proper_names(plan: Plan) -> dict[str, str]:
    """Every form of a name, as texts without marks have it, to the name; once for a scene."""
    scene = scene_of(plan)
    kept: dict[str, str] | None = scene.__dict__.get(PROPER)
    if kept is None:
        forms = ((form, name) for name in scene.going.values() for form in forms_of(name))
        kept = scene.__dict__[PROPER] = {_plain(form): name for form, name in forms}
    return kept


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


def text_of(entry: Entry) -> str:
    body = getattr(entry, "body", None)
    return f"{entry.title} {body.text if body else ''}"


def files_naming(plan: Plan, files: Iterable[Path]) -> list[Path]:
    """The files among them that name what disappears."""
    names = names_of(plan)
    return [path for path in files if names.in_text(_file(path))]


@cache
def _file(path: Path) -> str:
    return path.read_text(encoding="utf-8")


class NamesCode(Func):
    """Whether a text holds one of many codes, each as a whole: H49.61 is not in H49.61.02."""

    template = "EXISTS (SELECT FROM regexp_matches(%(expressions)s))"
    arg_joiner = rf", '{CODE}', 'g') AS said WHERE said[1] = ANY("
    output_field = BooleanField()


def addressed(found: QuerySet[Any], plan: Plan, column: str) -> QuerySet[Any]:
    """Those whose text holds an address or a code with the identifier of what ends."""
    codes = Value(scene_of(plan).identifiers, output_field=ArrayField(TextField()))
    return found.filter(NamesCode(column, codes))


def _plain(text: str) -> str:
    return " ".join(WORD.findall(fold(text)))
