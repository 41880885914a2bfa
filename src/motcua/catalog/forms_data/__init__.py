"""Which form does a procedure come with? One JSON file each; the general one for the rest.

``common.json`` has the questions that many ask; a form says ``$ref: "common.json#/$defs/name"``.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from motcua.catalog.forms.schema import leaves

FOLDER = Path(__file__).parent
GENERAL = "general"
COMMON = "common"


def form_of(code: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Schema without references, and layout, as a version stores them; nobody changes them."""
    return _read(code if code in _own() else GENERAL)


@cache
def _own() -> frozenset[str]:
    return frozenset(path.stem for path in FOLDER.glob("*.json"))


@cache
def _read(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    content = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    schema = _inlined(content["schema"], _definitions())
    return schema, _spelled_out(schema, content["layout"])


@cache
def _definitions() -> dict[str, Any]:
    """Questions that many forms ask in the same words."""
    content = json.loads((FOLDER / f"{COMMON}.json").read_text(encoding="utf-8"))
    return dict(content["$defs"])


def _inlined(part: Any, definitions: dict[str, Any]) -> Any:
    """The same with ``$ref: "…#/$defs/name"`` replaced; what stands beside a reference wins."""
    if isinstance(part, list):
        return [_inlined(one, definitions) for one in part]
    if not isinstance(part, dict):
        return part
    own = {key: _inlined(one, definitions) for key, one in part.items() if key != "$ref"}
    if "$ref" not in part:
        return own
    name = part["$ref"].rpartition("/")[2]
    return {**_inlined(definitions[name], definitions), **own}


def _spelled_out(schema: dict[str, Any], layout: dict[str, Any]) -> dict[str, Any]:
    """Every question by name, in the order of the file: the database does not keep it."""
    for section in (one for page in layout["pages"] for one in page["sections"]):
        section["fields"] = [leaf for path in section["fields"] for leaf in leaves(schema, path)]
    return layout
