"""Does a recorded file fit the format, and if not, in which words do we say so?"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
from django.utils.translation import gettext as _

from motcua.catalog.exceptions import RecordRefused

SCHEMA = Path(__file__).with_name("schema.json")


def read(path: Path) -> dict[str, Any]:
    """The record in the file; RecordRefused with a sentence for each thing that is wrong."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise RecordRefused(
            [_("%(file)s: không đọc được (%(why)s).") % _says(path, error)]
        ) from None
    sentences = [f"{path.name}: {sentence}" for sentence in faults(record)]
    if not sentences and record["code"] != path.stem:
        sentences = [_("%(file)s: mã trong tệp là %(code)s.") % {**_says(path), **record}]
    if sentences:
        raise RecordRefused(sentences)
    return dict(record)


def faults(record: object) -> list[str]:
    """What in a record does not fit the format, a sentence each."""
    return [
        _("%(where)s: %(why)s.") % {"where": _place(error), "why": error.message}
        for error in _validator().iter_errors(record)
    ]


def read_all(folder: Path) -> list[dict[str, Any]]:
    """Every record of a folder by code; RecordRefused with the sentences of all files at once."""
    records, sentences = [], []
    for path in sorted(folder.glob("*.json")):
        try:
            records.append(read(path))
        except RecordRefused as refusal:
            sentences += refusal.sentences
    if sentences:
        raise RecordRefused(sentences)
    return records


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(
        json.loads(SCHEMA.read_text(encoding="utf-8")), validate_formats=True
    )


def _place(error: jsonschema_rs.ValidationError) -> str:
    return "/".join(str(step) for step in error.instance_path) or _("toàn tệp")


def _says(path: Path, error: Exception | None = None) -> dict[str, object]:
    return {"file": path.name, "why": error}
