"""Which questions does a form ask, and which repeat as entries of a group?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms import communes
from motcua.catalog.forms.layout import form_of
from motcua.catalog.forms.schema import Answers, Schema, node
from motcua.catalog.forms.summary import codes, in_words

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


def titles(version: ProcedureVersion) -> dict[str, str]:
    """On which page each question and group stands, in the order of the pages."""
    return {
        path: page.title
        for page in procedure_forms.pages(version)
        for path in (*page.asked_paths, *(group.path for group in page.groups))
    }


def places(version: ProcedureVersion, answers: Answers) -> dict[str, str]:
    """What the communes are called that are named in the answers."""
    return communes.names_of(codes(form_of(version), answers))


def said(one: Schema, value: Any, places: Mapping[str, str] | None = None) -> str:
    """One answer in words; one that cannot be read, as it was typed."""
    if value is None:
        return ""
    try:
        return in_words(one, value, places=places)
    except ValueError:
        return str(value)
