"""Which questions does a form ask, and which repeat as entries of a group?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms.schema import Schema, node
from motcua.catalog.forms.summary import in_words

if TYPE_CHECKING:
    from motcua.catalog.forms.groups import Group
    from motcua.catalog.models import ProcedureVersion


def asked(
    version: ProcedureVersion, *, without: Collection[str] = ()
) -> Iterator[tuple[str, Schema]]:
    """Every question but those on pages ``without``; of a group as ``members.*.name``."""
    for page in procedure_forms.pages(version):
        if page.key not in without:
            for path in page.asked_paths:
                yield path, node(page.schema, path)


def groups(version: ProcedureVersion) -> Iterator[Group]:
    """Every repeating group of the form."""
    for page in procedure_forms.pages(version):
        yield from page.groups


def inside(group: Group, pattern: str) -> str:
    """A question as its entry knows it: ``members.*.name`` → ``name``."""
    return pattern.removeprefix(f"{group.path}.*.")


def said(one: Schema, value: Any) -> str:
    """One answer in words; one that cannot be read, as it was typed."""
    if value is None:
        return ""
    try:
        return in_words(one, value)
    except ValueError:
        return str(value)
