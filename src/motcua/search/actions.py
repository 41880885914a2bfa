"""Put things into the index and take them out; say which words mean what."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from django.utils import timezone

from . import folding
from .folding import WORD
from .kinds import Findable
from .models import Body, Entry, Synonym
from .words import called, loose, strict, vector

SYNONYMS = Path(__file__).parent / "data" / "synonyms.json"
AT_ONCE = 500
"""So many entries are written in one statement."""
LONGEST_BODY = 8_000
"""Letters of a body that can be found and shown; a result needs no more to be recognized."""


def put(kind: str, key: str, *, title: str, text: str = "", body: str = "") -> None:
    """Let one thing be found: by its title, by other words for it, and by what it says.

    Say it inside the transaction that changes the thing. A second time it replaces the first.
    """
    put_all(kind, [Findable(key, title, text, body)])


def put_all(kind: str, things: Iterable[Findable]) -> int:
    """Let many things be found, however many, in a few statements; how many they were."""
    meanings = dict(Synonym.objects.values_list("said", "meant"))
    return sum(_put(kind, batch, meanings) for batch in _batches(things))


def _batches(things: Iterable[Findable]) -> Iterator[list[Findable]]:
    batch: dict[str, Findable] = {}
    for thing in things:
        batch[thing.key] = thing
        if len(batch) == AT_ONCE:
            yield list(batch.values())
            batch = {}
    if batch:
        yield list(batch.values())


def _put(kind: str, things: list[Findable], meanings: Mapping[str, str]) -> int:
    entries = Entry.objects.bulk_create(
        [_entry(kind, thing, meanings) for thing in things],
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=[
            *("title", "accented", "folded", "text", "text_accented"),
            *("vector", "length", "nearness", "put_at"),
        ],
    )
    bodies = [_body(entry, thing) for entry, thing in zip(entries, things, strict=True)]
    Body.objects.filter(entry__in=[row.entry_id for row in bodies if not row.text]).delete()
    Body.objects.bulk_create(
        [row for row in bodies if row.text],
        update_conflicts=True,
        unique_fields=["entry"],
        update_fields=["text", "vector"],
    )
    return len(things)


def _entry(kind: str, thing: Findable, meanings: Mapping[str, str]) -> Entry:
    other_words = " ".join([thing.text, *_spelled_out(thing.title, meanings)])
    name = called(thing.title)
    title_words, text_words = loose(name), loose(other_words)
    return Entry(
        kind=kind,
        key=thing.key,
        title=folding.nfc(thing.title),
        accented=" ".join(strict(name)),
        folded=" ".join(title_words),
        text=" ".join(text_words),
        text_accented=" ".join(strict(other_words)),
        vector=vector([title_words, text_words]),
        length=min(len(title_words), 9_999),
        nearness=thing.nearness,
        put_at=timezone.now(),
    )


def _body(entry: Entry, thing: Findable) -> Body:
    text = " ".join(folding.nfc(" ".join(thing.body[:LONGEST_BODY].split())).split())
    every = [entry.folded.split(), entry.text.split(), loose(text)]
    return Body(entry=entry, text=text, vector=vector(every) if text else "")


def _spelled_out(title: str, meanings: Mapping[str, str]) -> list[str]:
    """What the abbreviations in a title stand for: *Gia hạn GPXD*."""
    words = dict.fromkeys(WORD.findall(folding.nfc(title)))
    return [meanings[word] for word in words if word.isupper() and word in meanings]


def remove(kind: str, key: str) -> None:
    """Let it no longer be found."""
    Entry.objects.filter(kind=kind, key=key).delete()


def remove_these(kind: str, keys: Iterable[str]) -> None:
    """Let none of them be found any more."""
    Entry.objects.filter(kind=kind, key__in=list(keys)).delete()


def remove_all(kind: str, beginning: str) -> None:
    """Let nothing be found any more whose key begins so."""
    Entry.objects.filter(kind=kind, key__startswith=beginning).delete()


# --- Synonyms -----------------------------------------------------------------------------------


def load_synonyms(path: Path = SYNONYMS) -> int:
    """Add the synonyms that come with the portal; those that an editor changed stay as they are."""
    pairs = json.loads(path.read_text(encoding="utf-8"))
    rows = [with_keys(Synonym(said=said, meant=meant)) for said, meant in pairs.items()]
    Synonym.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def put_synonym(said: str, meant: str) -> Synonym:
    """From now on who says ``said`` means ``meant``; a second time it replaces the first."""
    row, _created = Synonym.objects.get_or_create(said=folding.nfc(said).strip())
    row.meant = meant
    with_keys(row).save()
    return row


def with_keys(row: Synonym) -> Synonym:
    """The synonym with the keys by which it is found, not saved."""
    row.said, row.meant = folding.nfc(row.said).strip(), folding.nfc(row.meant).strip()
    row.said_accented = " ".join(strict(row.said))
    row.said_folded, row.meant_folded = " ".join(loose(row.said)), " ".join(loose(row.meant))
    return row
