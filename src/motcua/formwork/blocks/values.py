"""What does a block hold, and how does it come in and go out as :mod:`formwork.sheets` tells it?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from motcua.formwork.sheets import Json

from .pages import PAGES


def of_pages(pages: Sequence[Json]) -> Any:
    """The value that the editor's screen shows; with no page, one to begin with."""
    if not pages:
        page = PAGES.child_blocks["page"]
        return PAGES.to_python([named("page", page.get_prep_value(page.get_default()))])
    return PAGES.to_python([named("page", _with_names(page)) for page in pages])


def _with_names(value: Any) -> Any:
    """Wagtail's script tells blocks of a stream apart by their ids."""
    if isinstance(value, dict) and set(value) == {"type", "value"}:
        return named(value["type"], _with_names(value["value"]))
    if isinstance(value, dict):
        return {key: _with_names(each) for key, each in value.items()}
    return [_with_names(each) for each in value] if isinstance(value, list) else value


def named(kind: str, value: Any) -> Json:
    """A block of a stream with an id of its own."""
    return {"type": kind, "value": value, "id": str(uuid4())}


WRAPPINGS = frozenset({"item", "page"})
"""Types of blocks that say nothing: their stream or list has one kind."""


def plain(value: Any) -> Any:
    """A block's value without ids and wrappings, as :mod:`sheets` tells it."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_unwrapped(each) for each in value]
    return value


def _unwrapped(each: Any) -> Any:
    if isinstance(each, dict) and set(each) == {"type", "value", "id"}:
        value = plain(each["value"])
        return value if each["type"] in WRAPPINGS else {"type": each["type"], "value": value}
    return plain(each)
