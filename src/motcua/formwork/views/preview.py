"""The page that a citizen will fill in, shown beside the blocks while they are moved."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from wagtail.admin.views.generic.preview import PreviewOnEdit

from motcua.accounts.http import SignedIn
from motcua.catalog import forms as procedure_forms
from motcua.dossiers import steps
from motcua.dossiers.models import Draft
from motcua.formwork import showing
from motcua.formwork.exceptions import NotInBlocks
from motcua.formwork.forms import EMPTY, ComposeForm
from motcua.formwork.http import draft_of, for_writers
from motcua.formwork.models import FormOfDraft


@method_decorator(for_writers, name="dispatch")
class Preview(PreviewOnEdit):
    """Takes what is in the blocks now, and shows one page of it; the draft stays as it is."""

    permission_required = None

    def get_object(self) -> FormOfDraft:
        version = draft_of(self.kwargs["code"], self.kwargs["number"])
        version.shown_by = page
        return version

    def get_form(self, query_dict: Any) -> ComposeForm:
        try:
            return ComposeForm.of(self.object, query_dict or None)
        except NotInBlocks:
            return ComposeForm(query_dict or None, version=self.object, sheet=EMPTY)


def page(request: SignedIn, version: FormOfDraft, mode: str) -> HttpResponse:
    """One page of the form, in the frame of the way from a procedure to a dossier."""
    found = showing.page_of(version, mode)
    draft = Draft(version=version, person=request.user)
    way = steps.steps_of(draft)
    at = next((n for n, step in enumerate(way) if step.page == found.key), 0)
    shown = {
        "draft": draft,
        "steps": way,
        "step": way[at],
        "number": at + 1,
        "form": procedure_forms.form_for(version, found.key, showing.answers_for(found)),
    }
    return render(request, "formwork/preview.html", shown)
