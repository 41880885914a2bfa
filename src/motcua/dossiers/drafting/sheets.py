"""Which pages of a draft are typed into, and how is each read and written?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast

from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms.showing import ShownGroup
from motcua.dossiers import steps
from motcua.dossiers.drafting import facts, unread
from motcua.dossiers.drafting.unread import NOTHING, OFFICE_PAGE
from motcua.dossiers.forms.citizen import OfficeForm
from motcua.periods.clock import today

if TYPE_CHECKING:
    from django.forms import BoundField, Form

    from motcua.accounts.models import Person
    from motcua.catalog.forms import PageForm
    from motcua.dossiers.models import Draft
    from motcua.organizations.queries import OrganizationQuerySet


class Sheet(Protocol):
    """One page that is typed into; ``key`` names it, empty for office and contact."""

    key: str

    def form(self, draft: Draft, typed: Mapping | None = None) -> Form:
        """With what stands, or with what was typed."""

    def columns(self, draft: Draft, form: Form) -> dict[str, Any]:
        """What of a form that was sent can be read, for the draft's columns."""

    def unread(self, form: Form) -> dict[str, Any]:
        """What of a form that was sent no column can keep."""

    def names(self, form: Form) -> list[str]:
        """The questions that the page shows."""

    def after(self, draft: Draft) -> str:
        """The address of the page that follows."""


class FormSheet:
    """A page of the procedure's own form."""

    def __init__(self, key: str) -> None:
        self.key = key

    def form(self, draft: Draft, typed: Mapping | None = None) -> Form:
        known = facts.of_draft(draft)
        form = procedure_forms.form_for(draft.version, self.key, draft.data, typed, known)
        return form if typed is not None else unread.explain(form)

    def columns(self, draft: Draft, form: Form) -> dict[str, Any]:
        return {"data": cast("PageForm", form).answers()}

    def unread(self, form: Form) -> dict[str, Any]:
        return {}

    def names(self, form: Form) -> list[str]:
        sections = cast("PageForm", form).sections()
        return [name for section in sections for part in section.parts for name in _names(part)]

    def after(self, draft: Draft) -> str:
        return steps.next_after(draft, "page", self.key)


class OfficeSheet:
    """The first page; ``person`` is whose sign-in fills what nobody typed yet."""

    key = OFFICE_PAGE

    def __init__(self, person: Person, chosen: str | None = None) -> None:
        self.person, self.chosen = person, chosen

    def form(self, draft: Draft, typed: Mapping | None = None) -> Form:
        form = OfficeForm(typed, offices=offices(draft), initial=self._known(draft))
        return form if typed is not None else unread.recall(form, draft.unread.get(self.key, {}))

    def columns(self, draft: Draft, form: Form) -> dict[str, Any]:
        form.is_valid()
        erased = {name: "" for name in form.fields if form[name].data in NOTHING}
        read = {**erased, **form.cleaned_data}
        if "organization" in read:
            read["organization"] = offices(draft).filter(pk=read["organization"] or None).first()
        return read

    def unread(self, form: Form) -> dict[str, Any]:
        return unread.of_form(form)

    def names(self, form: Form) -> list[str]:
        return list(form.fields)

    def after(self, draft: Draft) -> str:
        return steps.next_after(draft, steps.OFFICE)

    def _known(self, draft: Draft) -> dict[str, Any]:
        """What was typed before, else what the sign-in told us."""
        return {
            "organization": self.chosen or draft.organization_id,
            "contact_name": draft.contact_name or self.person.full_name,
            "contact_phone": draft.contact_phone or self.person.phone,
            "contact_email": draft.contact_email or self.person.email,
            "contact_address": draft.contact_address,
        }


def _names(part: BoundField | ShownGroup) -> list[str]:
    """A question, or how many entries a group has and all of theirs."""
    if not isinstance(part, ShownGroup):
        return [part.name]
    inside = [bound.name for entry in part.entries for bound in entry.fields]
    return [part.count.name, *inside]


def offices(draft: Draft) -> OrganizationQuerySet:
    """The offices among which the applicant chooses today."""
    day = today()
    return draft.version.offices_on(day).with_names(day).in_vietnamese_order(day)


def sheet_of(draft: Draft, page: str) -> FormSheet:
    """The page of the form with this key; KeyError where there is none."""
    if page not in {known.key for known in procedure_forms.pages(draft.version)}:
        raise KeyError(page)
    return FormSheet(page)
