"""How does a schema of a file lose its references? What a version stores has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalog.exceptions import FormUnusable

DEEPEST = 60
"""Levels of JSON; no form that people can read has so many."""
LARGEST = 20_000
"""Pieces of JSON once everything is inlined: a few lines of references may stand for millions."""


def inlined(part: Any, definitions: Mapping[str, Any] | None = None) -> Any:
    """The same with ``$ref: "…#/$defs/name"`` replaced; what stands beside a reference wins.

    ``definitions`` are those of ``common.json``; the schema's own ``$defs`` go before them. Raises
    FormUnusable for a reference that leads nowhere or back to itself, and for what grows too large.
    """
    own = part.get("$defs", {}) if isinstance(part, dict) else {}
    known = {**(definitions or {}), **(own if isinstance(own, dict) else {})}
    rest = {key: one for key, one in part.items() if key != "$defs"} if own else part
    return _Inliner(known).of(rest, ())


class _Inliner:
    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self.definitions, self.pieces = definitions, 0

    def of(self, part: Any, through: tuple[str, ...], depth: int = 0) -> Any:
        self.pieces += 1
        if depth > DEEPEST or self.pieces > LARGEST:
            raise FormUnusable([_("Biểu mẫu lồng quá nhiều tầng hoặc quá lớn. Hãy chia nhỏ lại.")])
        if isinstance(part, list):
            return [self.of(one, through, depth + 1) for one in part]
        if not isinstance(part, dict):
            return part
        return self._object(part, through, depth)

    def _object(self, part: dict[str, Any], through: tuple[str, ...], depth: int) -> dict[str, Any]:
        own = {key: self.of(one, through, depth + 1) for key, one in part.items() if key != "$ref"}
        if "$ref" not in part:
            return own
        name = self._name(part["$ref"], through)
        meant = self.of(self.definitions[name], (*through, name), depth + 1)
        return {**(meant if isinstance(meant, dict) else {}), **own}

    def _name(self, told: Any, through: tuple[str, ...]) -> str:
        file, _sep, name = str(told).partition("#/$defs/")
        if file not in {"", "common.json"} or name not in self.definitions:
            raise FormUnusable(
                [_("Không có phần tham chiếu “%s” ($ref). Hãy sửa hoặc bỏ đi.") % told]
            )
        if name in through:
            raise FormUnusable(
                [_("Phần “%s” tham chiếu vòng về chính nó ($ref). Hãy bỏ vòng ấy.") % name]
            )
        return name
