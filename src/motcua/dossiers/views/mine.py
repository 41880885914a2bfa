"""Whose draft is it? Every page of a draft fetches it here, through the person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from motcua.dossiers import steps
from motcua.dossiers.drafting import confirming, keeping, moving, news, sharing
from motcua.dossiers.drafting.unread import OFFICE_PAGE
from motcua.dossiers.http import Applicant, for_applicants
from motcua.dossiers.models import Draft
from motcua.dossiers.parts import WHOLE
from motcua.filekeeping.exceptions import Refused


def on_my_draft(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view of the applicant's own draft; one that is a dossier by now, or gone, says so."""
    return _on(my_draft, view)


def on_our_draft(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The same for whoever writes along, who sees it as ``draft.part`` says."""
    return _on(our_draft, view)


def on_whole_draft(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The same for what belongs to no page of the form, such as papers: not for a part of it."""

    @wraps(view)
    def with_whole(request: Applicant, draft: Draft, **where: Any) -> HttpResponseBase:
        refuse_outside(draft, OFFICE_PAGE)
        return view(request, draft, **where)

    return _on(our_draft, with_whole)


def _on(
    fetch: Callable[..., Draft], view: Callable[..., HttpResponseBase]
) -> Callable[..., HttpResponseBase]:
    @for_applicants
    @wraps(view)
    def with_draft(request: Applicant, code: str, key: UUID, **where: Any) -> HttpResponseBase:
        draft = fetch(request, code, key)
        if draft.is_submitted:
            return redirect("dossiers:detail", draft.dossier.code)
        try:
            moving.catch_up(draft)
            return view(request, draft, **where)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("dossiers:list")

    return with_draft


def my_draft(request: Applicant, code: str, key: UUID) -> Draft:
    """The applicant's own."""
    mine = Draft.objects.of(request.user).with_version()
    return get_object_or_404(mine, key=key, version__procedure__code=code)


def our_draft(request: Applicant, code: str, key: UUID) -> Draft:
    """Theirs, or one in which they write along: with the part of it that they see."""
    found = Draft.objects.with_version().filter(key=key, version__procedure__code=code)
    draft = get_object_or_404(found)
    part = sharing.part_of(draft, request.user)
    if part is None:
        raise Http404
    draft.part = part
    return draft


def refuse_outside(draft: Draft, page: str) -> None:
    """404 for a page that is not of their part; the first page and the papers are of the whole."""
    if not draft.part.sees(page):
        raise Http404


def listed(request: Applicant, drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts for a list: until when each is kept, what of it they see, where they go on."""
    shown = keeping.with_last_days(drafts)
    beside = news.beside(shown, request.user)
    for draft in shown:
        draft.news = beside.get(draft.pk)
        draft.part = sharing.part_of(draft, request.user) or WHOLE
        draft.first_page = steps.steps_of(draft)[0].address
        draft.awaits, draft.about = confirming.awaits(draft), steps.about(draft)
    return shown
