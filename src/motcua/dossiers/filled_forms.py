"""The form as it was filled in, on paper: of a draft to read and sign, of a dossier to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from motcua.catalog import blank_form, forms
from motcua.catalog.forms import paper
from motcua.paperwork.filled_forms import FilledForm
from motcua.periods.clock import day_of

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier, Draft


def of_draft(draft: Draft) -> FilledForm:
    """As it stands now, personal numbers in full: it is the applicant's own."""
    now = timezone.now()
    office = draft.organization
    return FilledForm(
        code=draft.version.procedure.code,
        organization=office.name_on(day_of(now)) if office else "",
        procedure=blank_form.named(draft.version),
        parts=paper.parts(draft.version, draft.data, masked=False),
        signers=paper.signers(draft.version, draft.contact_name),
        made_at=now.isoformat(timespec="seconds"),
        is_draft=True,
        is_blank=False,
        is_demo=bool(office and office.is_demo),
        **paper.head(draft.version),
    )


def of_dossier(dossier: Dossier, *, masked: bool) -> FilledForm:
    """As it was submitted, with the day, the office and the ages of then."""
    day = day_of(dossier.submitted_at)
    return FilledForm(
        code=dossier.code,
        organization=dossier.organization.name_on(day),
        procedure=blank_form.named(dossier.version),
        parts=paper.parts(dossier.version, dossier.data, masked=masked, day=day),
        signers=paper.signers(dossier.version, dossier.applicant_name),
        made_at=dossier.submitted_at.isoformat(timespec="seconds"),
        is_draft=False,
        is_blank=False,
        is_demo=dossier.organization.is_demo,
        **paper.head(dossier.version),
    )


def summary(dossier: Dossier, *, masked: bool) -> list[forms.SummarySection]:
    """The same answers on a page, with the ages of the day on which it was submitted."""
    day = day_of(dossier.submitted_at)
    return forms.summary(dossier.version, dossier.data, masked=masked, day=day)
