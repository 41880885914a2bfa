"""Put things into the index and take them out."""

import json
from pathlib import Path

from . import folding
from .models import Entry, Synonym
from .words import WORD, plain

SYNONYMS = Path(__file__).parent / "data" / "synonyms.json"


def put(kind: str, key: str, *, title: str, text: str = "") -> None:
    """Let something be found by its title, its key and, less strongly, by ``text``.

    Say it inside the transaction that changes the thing. A second time it replaces the first.
    """
    other_words = " ".join([text, *_spelled_out(title)])
    Entry.objects.update_or_create(
        kind=kind,
        key=key,
        defaults={
            "title": folding.nfc(title),
            "accented": plain(folding.accented(title)),
            "folded": plain(folding.fold(title)),
            "text": plain(folding.fold(other_words)),
            "text_accented": plain(folding.accented(other_words)),
        },
    )


def _spelled_out(title: str) -> list[str]:
    """What the abbreviations in a title stand for: *Gia hạn GPXD*."""
    short = {word for word in WORD.findall(folding.nfc(title)) if len(word) > 1 and word.isupper()}
    meanings = Synonym.objects.filter(said__in=short).order_by("said") if short else ()
    return [synonym.meant for synonym in meanings]


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
