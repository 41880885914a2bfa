"""Which form does a procedure come with? One JSON file each; the general one for the rest.

``common.json`` has the questions that many ask; a form says ``$ref: "common.json#/$defs/name"``.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from motcua.catalog.forms.inlining import inlined
from motcua.catalog.forms.layout import spelled_out

FOLDER = Path(__file__).parent
IN_PERSON = frozenset({"2.000884", "2.001035"})
"""Signed before the officer who certifies (NĐ 23/2015/NĐ-CP): there is nothing to send before."""
GENERAL = "general"
COMMON = "common"


def form_of(code: str) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Schema without references, and layout, as a version stores them; nobody changes them."""
    if code in IN_PERSON:
        return None, None
    return _read(code if code in _own() else GENERAL)


@cache
def _own() -> frozenset[str]:
    return frozenset(path.stem for path in FOLDER.glob("*.json"))


@cache
def _read(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    content = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    schema = inlined(content["schema"], definitions())
    return schema, spelled_out(schema, content["layout"])


@cache
def definitions() -> dict[str, Any]:
    """Questions that many forms ask in the same words."""
    content = json.loads((FOLDER / f"{COMMON}.json").read_text(encoding="utf-8"))
    return dict(content["$defs"])
