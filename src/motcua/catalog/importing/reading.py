"""Which raw records lie at a path? One file or a folder of thousands, read one at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

LARGEST = 50 * 1024 * 1024
"""Bytes of a file; a record has 5 to 120 thousand."""


class Found(NamedTuple):
    """Something that may be a record: where it stood, what it is, or why it cannot be read."""

    where: str
    raw: object = None
    trouble: str = ""


def files(path: Path) -> list[Path]:
    """The file, or every ``*.json`` below the folder in the order of names."""
    if path.is_dir():
        return sorted(one for one in path.rglob("*.json") if one.is_file())
    return [path]


def records(path: Path) -> Iterator[Found]:
    """The records of a file: an object, a list of objects, or one object a line."""
    try:
        if path.stat().st_size > LARGEST:
            yield Found(path.name, trouble=_("tệp lớn hơn 50 MB, hãy chia nhỏ"))
            return
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        yield Found(path.name, trouble=_("không đọc được (%s)") % error)
        return
    yield from _parsed(text, path.name)


def _parsed(text: str, name: str) -> Iterator[Found]:
    content, trouble = _json(text)
    if trouble and len(lines := [line for line in text.splitlines() if line.strip()]) > 1:
        yield from _by_line(lines, name, trouble)
    elif trouble:
        yield Found(name, trouble=trouble)
    elif isinstance(content, list):
        yield from (Found(f"{name}[{place}]", one) for place, one in enumerate(content))
    else:
        yield Found(name, content)


def _by_line(lines: list[str], name: str, trouble: str) -> Iterator[Found]:
    """One object a line, where the first line is one; else the file is broken as a whole."""
    if _json(lines[0])[1]:
        yield Found(name, trouble=trouble)
        return
    for place, line in enumerate(lines, start=1):
        content, why = _json(line)
        yield Found(f"{name}:{place}", content, why)


def _json(text: str) -> tuple[object, str]:
    try:
        return json.loads(text), ""
    except (ValueError, RecursionError) as error:
        return None, _("không phải JSON (%s)") % str(error)[:200]
