"""Which part of the apparatus does a reader ask for? Words, a group, a page, in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator

from motcua.organizations import addresses
from motcua.organizations.apparatus import GROUPS, Apparatus, Body
from motcua.search import folding

if TYPE_CHECKING:
    from django.core.paginator import Page

    from motcua.organizations.seeking import Hit

ON_A_PAGE = 50
SIZES = (50, 75, 100, 150, 200)
"""Percent at which a drawing is shown; the browser's own zoom goes on from there."""
USUAL_SIZE = 100
LONGEST_WORDS = 100


@dataclass(frozen=True, slots=True)
class Wish:
    """The words and filters of the address; what is unknown is no wish."""

    words: str = ""
    group: str = ""
    root: str = ""
    """The identifier of the part that is shown alone."""

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Wish:
        """From ``?q=…&loai=…&goc=…``."""
        group = address.get("loai", "")
        return cls(
            words=folding.nfc(address.get("q", "")).strip()[:LONGEST_WORDS],
            group=group if any(each.slug == group for each in GROUPS) else "",
            root=addresses.canonical(address.get("goc", "")[:LONGEST_WORDS]),
        )

    @property
    def is_narrow(self) -> bool:
        return bool(self.words or self.group)


def page_of(found: list[Hit], asked: str) -> Page[Hit]:
    """One page of what was found; the first or last where the number is none."""
    return Paginator(found, ON_A_PAGE).get_page(asked if len(asked) < LONGEST_WORDS else 1)


def part(apparatus: Apparatus, wish: Wish) -> list[Body]:
    """The tops to show: the one asked for, or all."""
    root = apparatus.called(wish.root) if wish.root else None
    return [root] if root else apparatus.tops


def size(asked: str) -> int:
    """One of the sizes; the usual one where none was asked for."""
    return next((each for each in SIZES if str(each) == asked), USUAL_SIZE)
