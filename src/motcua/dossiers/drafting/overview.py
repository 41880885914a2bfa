"""How are answers laid out to be looked over? Page by page, what is empty in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms.schema import name_of
from motcua.dossiers import steps
from motcua.dossiers.drafting import facts
from motcua.dossiers.drafting.unread import NOTHING
from motcua.dossiers.forms.citizen import OfficeForm

if TYPE_CHECKING:
    from motcua.catalog.forms import SummarySection
    from motcua.catalog.models import ProcedureVersion
    from motcua.dossiers.models import Draft


@dataclass(frozen=True, slots=True)
class Overlooked:
    """One page of a form: its answers section by section, and where to change them."""

    title: str
    sections: Sequence[SummarySection]
    address: str = ""
    empty: Sequence[str] = ()
    """The questions that nobody answered."""


def by_page(
    version: ProcedureVersion,
    sections: Iterable[SummarySection],
    *,
    addresses: Mapping[str, str] | None = None,
    empty: Mapping[str, Sequence[str]] | None = None,
) -> list[Overlooked]:
    """The answers under the pages on which they stand; of pages without any only what is empty."""
    there: dict[str, list[SummarySection]] = {}
    for one in sections:
        there.setdefault(one.page, []).append(one)
    where, left = addresses or {}, empty or {}
    return [
        Overlooked(
            page.title, there.get(page.key, []), where.get(page.key, ""), left.get(page.key, ())
        )
        for page in procedure_forms.pages(version)
        if page.key in there or left.get(page.key)
    ]


def of_draft(draft: Draft) -> list[Overlooked]:
    """What whoever opened the draft sees of it, each page with its address."""
    version, answers = draft.version, draft.data
    told = procedure_forms.summary(version, answers, known=facts.of_draft(draft))
    addresses = {step.page: step.address for step in steps.steps_of(draft) if step.page}
    empty = procedure_forms.left_empty(version, answers)
    return by_page(
        version,
        [one for one in told if one.page in addresses],
        addresses=addresses,
        empty={page: labels for page, labels in empty.items() if page in addresses},
    )


@dataclass(frozen=True, slots=True)
class Doubt:
    """An answer that may be right and looks wrong, and where it stands."""

    label: str
    page: str
    address: str


def doubts(pages: Iterable[Overlooked]) -> list[Doubt]:
    """Everything to look at again, in the order of the pages."""
    return [
        Doubt(row.label, page.title, f"{page.address}#id_{name_of(row.path)}")
        for page in pages
        for section in page.sections
        for row in section.rows
        if row.warning
    ]


def empty_contact(draft: Draft) -> list[str]:
    """The questions of the first page that nobody answered, in words."""
    asked = OfficeForm.base_fields.items()
    return [str(field.label) for name, field in asked if getattr(draft, name) in NOTHING]
