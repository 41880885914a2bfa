"""What does the form of a version ask, as lines that people read? Question by question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from motcua.catalog import forms
from motcua.catalog.forms import asking, blank, groups, schema

if TYPE_CHECKING:
    from motcua.catalog.forms import Page
    from motcua.catalog.forms.layout import Section
    from motcua.catalog.models import ProcedureVersion

CHOICES = 12
"""So many choices are told; of more their number."""


def of(version: ProcedureVersion) -> list[str]:
    """Every question with its page and section; empty where the version has no form."""
    layout = version.form_layout or {}
    notice = [layout["notice"]] if layout.get("notice") else []
    asked = [line for page in forms.pages(version) for line in _page(page)]
    return [*notice, *asked]


def _page(page: Page) -> Iterator[str]:
    for section in page.sections:
        for words in (page.intro, section.intro):
            if words:
                yield f"{_place(page, section)}: {words}"
        for path in section.paths:
            yield f"{_place(page, section)}: {_question(page, path)}"


def _place(page: Page, section: Section) -> str:
    named = " › ".join(filter(None, (page.title, section.title)))
    return f"{named}{blank.only_when(page, section)}"


def _question(page: Page, path: str) -> str:
    found = schema.node(page.schema, path)
    title = str(found.get("title", path)).rstrip(".")
    must = _("bắt buộc") if asking.is_asked(page.schema, path) else ""
    told = [title, _group(page, path), must, _choices(found), str(found.get("description", ""))]
    return "; ".join(filter(None, told))


def _group(page: Page, path: str) -> str:
    """Of a question in a repeating group: what an entry is called."""
    above = schema.group_of(path)
    if not above:
        return ""
    called = groups.Group(above, (path,), schema.node(page.schema, above)).called
    return _("hỏi ở mỗi %(entry)s") % {"entry": called}


def _choices(found: dict[str, Any]) -> str:
    words = [label for _value, label in schema.choices_of(found)]
    if len(words) > CHOICES:
        return _("%(n)s lựa chọn") % {"n": len(words)}
    return _("chọn: %(choices)s") % {"choices": " / ".join(words)} if words else ""
