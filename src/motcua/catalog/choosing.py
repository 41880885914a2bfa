"""Which procedures does the list show? What a reader asked for in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from motcua.catalog.models import ProcedureVersion
from motcua.catalog.publication import KIND
from motcua.catalog.queries import VersionQuerySet
from motcua.organizations.models import Organization
from motcua.search import folding, siblings, spelling
from motcua.search import queries as search
from motcua.search.siblings import Sibling

EXACTLY = "nguyen-van"
"""With it in the address nothing is mended: the words stand as they were typed."""


@dataclass(frozen=True)
class Wish:
    """The words and filters of the address; what is unknown is no wish."""

    words: str = ""
    event: str = ""
    shelf: str = ""
    level: str = ""
    office: str = ""
    audience: str = ""
    online: str = ""
    is_exact: bool = False

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Wish:
        """From ``?q=…&viec=…&nhom=…&cap=…&co-quan=…&doi-tuong=…&muc=…``."""
        return cls(
            words=folding.nfc(address.get("q", "")).strip(),
            event=_known(address.get("viec", "")),
            shelf=_known(address.get("nhom", "")),
            level=_among(ProcedureVersion.Level.values, address.get("cap", "")),
            office=_known(address.get("co-quan", "")),
            audience=_known(address.get("doi-tuong", "")),
            online=_among(ProcedureVersion.OnlineLevel.values, address.get("muc", "")),
            is_exact=EXACTLY in address,
        )

    @property
    def has_filters(self) -> bool:
        return any((self.event, self.shelf, self.level, self.office, self.audience, self.online))

    def without(self, name: str) -> Wish:
        """The same wish, one filter less."""
        nothing: dict[str, Any] = {name: ""}
        return replace(self, **nothing)


@dataclass(frozen=True)
class Found:
    """The versions that fit, in order, and how the words were met."""

    versions: VersionQuerySet
    hits: list[search.Hit] = field(default_factory=list)
    suggestion: str = ""
    """The question as it was probably meant, only where nothing good was found."""
    mended: str = ""
    """What was looked for instead, where nothing at all answers what was typed."""

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
    versions = filtered(ProcedureVersion.objects.published().on(day), wish, day)
    if not wish.words:
        return Found(versions.in_vietnamese_order())
    hits, mended = search.find_or_mend(wish.words, KIND, mend=not wish.is_exact)
    is_good = hits and hits[0].is_by_name
    meant = "" if is_good else spelling.suggestion(wish.words)
    return Found(versions.in_this_order([hit.key for hit in hits]), hits, meant, mended)


def filtered(versions: VersionQuerySet, wish: Wish, day: date) -> VersionQuerySet:
    """Those that pass the filters; each has an index of its own."""
    if wish.event:
        versions = versions.of_life_event(wish.event)
    if wish.shelf:
        versions = versions.on_shelf(wish.shelf)
    if wish.level:
        versions = versions.done_at(wish.level)
    if wish.office:
        versions = _decided_at(versions, wish.office, day)
    if wish.audience:
        versions = versions.meant_for(wish.audience)
    return versions.filter(online_level=wish.online) if wish.online else versions


def _decided_at(versions: VersionQuerySet, identifier: str, day: date) -> VersionQuerySet:
    office = Organization.objects.on(day).filter(identifier=identifier).first()
    return versions.decided_by(office, day) if office else versions.none()


def _among(known: list[str], asked: str) -> str:
    return asked if asked in known else ""


def _known(asked: str) -> str:
    """A word that the database can be asked for."""
    return asked[:200].replace("\x00", "")
