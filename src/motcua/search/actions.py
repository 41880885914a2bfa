"""Put things into the index and take them out."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import folding
from .models import Entry, Synonym
from .words import WORD, plain

SYNONYMS = Path(__file__).parent / "data" / "synonyms.json"


@dataclass(frozen=True)
class Findable:
    """Something to be found: by its key, its title and, less strongly, by ``text``."""

    key: str
    title: str
    text: str = ""


def put(kind: str, key: str, *, title: str, text: str = "") -> None:
    """Let one thing be found.

    Say it inside the transaction that changes the thing. A second time it replaces the first.
    """
    put_all(kind, [Findable(key, title, text)])


def put_all(kind: str, things: Iterable[Findable]) -> None:
    """Let many things be found, in one statement."""
    meanings = dict(Synonym.objects.values_list("said", "meant"))
    Entry.objects.bulk_create(
        [_entry(kind, thing, meanings) for thing in things],
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=["title", "accented", "folded", "text", "text_accented"],
    )


def _entry(kind: str, thing: Findable, meanings: Mapping[str, str]) -> Entry:
    other_words = " ".join([thing.text, *_spelled_out(thing.title, meanings)])
    return Entry(
        kind=kind,
        key=thing.key,
        title=folding.nfc(thing.title),
        accented=plain(folding.accented(thing.title)),
        folded=plain(folding.fold(thing.title)),
        text=plain(folding.fold(other_words)),
        text_accented=plain(folding.accented(other_words)),
    )


def _spelled_out(title: str, meanings: Mapping[str, str]) -> list[str]:
    """What the abbreviations in a title stand for: *Gia hạn GPXD*."""
    words = dict.fromkeys(WORD.findall(folding.nfc(title)))
    return [meanings[word] for word in words if word.isupper() and word in meanings]


def remove(kind: str, key: str) -> None:
    """Let it no longer be found."""
    Entry.objects.filter(kind=kind, key=key).delete()


def load_synonyms(path: Path = SYNONYMS) -> int:
    """Add the synonyms that come with the portal; those that an editor changed stay as they are."""
    pairs = json.loads(path.read_text(encoding="utf-8"))
    rows = [synonym(said, meant) for said, meant in pairs.items()]
    Synonym.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def synonym(said: str, meant: str) -> Synonym:
    """A synonym with its keys, not saved yet."""
    return Synonym(
        said=folding.nfc(said),
        meant=folding.nfc(meant),
        said_accented=plain(folding.accented(said)),
        said_folded=plain(folding.fold(said)),
        meant_folded=plain(folding.fold(meant)),
    )
