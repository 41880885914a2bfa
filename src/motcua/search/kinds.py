"""Which kinds of things can be found, and where does each stand? Every room registers its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.urls import NoReverseMatch
from django.utils.functional import Promise

Address = Callable[[str], str]
"""The address of the thing with this key; nothing where it has none."""


@dataclass(frozen=True)
class Findable:
    """Something to be found: by its key, its title, by ``text`` and, least strongly, by ``body``.

    ``text`` are other words for it (popular names, keywords); nobody is shown them. ``body`` is
    what a reader finds behind the address; the lines shown under a result are taken from it.
    ``nearness`` says how close to people's lives it is, 0 where nothing is known of it: among
    equals the nearer one is meant.
    """

    key: str
    title: str
    text: str = ""
    body: str = ""
    nearness: int = 0


class Lead(NamedTuple):
    """Where to go instead."""

    name: str
    key: str
    address: str


@dataclass(frozen=True)
class Remark:
    """What a reader must know before opening a result: *hết áp dụng từ …*, and what holds now."""

    sentence: str
    leads: tuple[Lead, ...] = ()


@dataclass(frozen=True)
class Kind:
    """One kind of things, such as procedures; a room says it in its ``ready()``.

    kinds.register(Kind("news", _("Tin tức"), address, all_entries=everything))
    """

    slug: str
    label: str | Promise
    address: Address
    all_entries: Callable[[], Iterable[Findable]] | None = None
    """Everything of the kind, one after the other, for ``manage.py rebuild_search_index``."""
    place: int = 50
    """Where its filter stands, small first; procedures are 10."""
    shows_key: bool = field(default=False, kw_only=True)
    """Whether readers know the key, as they do a procedure's code."""
    is_the_same_everywhere: bool = field(default=False, kw_only=True)
    """Whether a place in a question says where, not which: *làm sổ đỏ ở Hòn Gai*."""
    is_sought: bool = field(default=False, kw_only=True)
    """Whether people mostly come for it: the nearest stand beside others that hold all words."""
    goes_ahead: bool = field(default=False, kw_only=True)
    """Whether one that is called by all words leads the list, as a guide to what happened does."""
    remarks: Callable[[Collection[str]], Mapping[str, Remark]] | None = field(
        default=None, kw_only=True
    )
    """What must be known of those with these keys, asked once a page."""

    def address_of(self, key: str) -> str:
        """Where this one stands; nothing where it stands nowhere."""
        try:
            return self.address(key)
        except NoReverseMatch:
            return ""

    def remarks_on(self, keys: Collection[str]) -> Mapping[str, Remark]:
        """What must be known of some of those with these keys."""
        return self.remarks(keys) if self.remarks else {}


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Let the site's search show this kind. A second time it replaces the first."""
    _kinds[kind.slug] = kind
    return kind


def known(slug: str) -> Kind | None:
    """The kind of that name."""
    return _kinds.get(slug)


def every() -> Iterator[Kind]:
    """All kinds, in the order of their filters."""
    return iter(sorted(_kinds.values(), key=lambda kind: (kind.place, kind.slug)))
