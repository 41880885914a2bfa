"""Which procedures does the list show? What a reader asked for in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from motcua.catalog.models import ProcedureVersion
from motcua.catalog.publication import KIND
from motcua.catalog.queries import VersionQuerySet
from motcua.search import queries as search
from motcua.search import siblings, spelling
from motcua.search.siblings import Sibling


@dataclass(frozen=True)
class Wish:
    """The words and filters of the address; what is unknown is no wish."""

    words: str = ""
    shelf: str = ""
    level: str = ""
    audience: str = ""
    online: str = ""

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Wish:
        """From ``?q=…&nhom=…&cap=…&doi-tuong=…&muc=…``."""
        return cls(
            words=address.get("q", "").strip(),
            shelf=_known(address.get("nhom", "")),
            level=_among(ProcedureVersion.Level.values, address.get("cap", "")),
            audience=_known(address.get("doi-tuong", "")),
            online=_among(ProcedureVersion.OnlineLevel.values, address.get("muc", "")),
        )

    @property
    def has_filters(self) -> bool:
        return bool(self.shelf or self.level or self.audience or self.online)


@dataclass(frozen=True)
class Found:
    """The versions that fit, in order, and how the words were met."""

    versions: VersionQuerySet
    hits: list[search.Hit] = field(default_factory=list)
    suggestion: str = ""
    """The question as it was probably meant, only where nothing good was found."""

    @property
    def words(self) -> frozenset[str]:
        """The folded words to highlight."""
        return self.hits[0].words if self.hits else frozenset()

    @property
    def is_loose(self) -> bool:
        """Whether nothing holds all the words."""
        return bool(self.hits) and self.hits[0].is_loose


def told_apart(found: Found, shown: Iterable[ProcedureVersion]) -> list[Sibling]:
    """What tells the first of those shown apart where they are called nearly alike."""
    codes = {version.procedure.code for version in shown}
    return siblings.told_apart([hit for hit in found.hits if hit.key in codes])


def choose(wish: Wish, day: date) -> Found:
    """What fits on ``day``: by relevance where words were given, else by name."""
    versions = _filtered(ProcedureVersion.objects.published().on(day), wish)
    if not wish.words:
        return Found(versions.in_vietnamese_order())
    hits = search.find(wish.words, KIND)
    is_good = hits and hits[0].is_by_name
    meant = "" if is_good else spelling.suggestion(wish.words)
    return Found(versions.in_this_order([hit.key for hit in hits]), hits, meant)


def _filtered(versions: VersionQuerySet, wish: Wish) -> VersionQuerySet:
    if wish.shelf:
        versions = versions.on_shelf(wish.shelf)
    if wish.level:
        versions = versions.done_at(wish.level)
    if wish.audience:
        versions = versions.meant_for(wish.audience)
    return versions.filter(online_level=wish.online) if wish.online else versions


def _among(known: list[str], asked: str) -> str:
    return asked if asked in known else ""


def _known(asked: str) -> str:
    """A word that the database can be asked for."""
    return asked[:200].replace("\x00", "")
