"""How does an officer prepare a draft? Its head, its articles, its papers, its next version."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.consultations import actions, splitting
from motcua.consultations.exceptions import NothingToSplit, Refused
from motcua.consultations.forms.drafting import ArticleForm, DocumentForm, DraftForm, SplitForm
from motcua.consultations.views.officer import CONFLICT, head, on_my_desk
from motcua.filekeeping.exceptions import FileRefused
from motcua.filekeeping.http import given_out
from motcua.organizations.http import Officer, needs_hat

if TYPE_CHECKING:
    from motcua.consultations.models import Consultation

EDITABLE = require_http_methods(["GET", "HEAD", "POST"])
DETAIL = "consultations_desk:detail"


@EDITABLE
@needs_hat
def prepare(request: Officer) -> HttpResponse:
    """A new one; a double click makes one."""
    form = DraftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            key = form.cleaned_data["key"] or uuid4()
            made = actions.prepare(key, form.told, by=request.acting)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _new_page(request, form, status=CONFLICT)
        return redirect("consultations_desk:split", made.code)
    return _new_page(request, form)


@EDITABLE
@needs_hat
def rewrite(request: Officer, code: str) -> HttpResponse:
    """The head of a draft, as long as it is prepared."""
    found = on_my_desk(request, code)
    columns = ("kind", "title", "number", "lead", "asks", "receiver", "revision")
    initial = {name: getattr(found, name) for name in columns}
    form = DraftForm(request.POST or None, initial=initial)
    return _change(
        request,
        found,
        form,
        "rewrite",
        lambda seen: seen.rewrite(by=request.acting, told=form.told),
    )


@EDITABLE
@needs_hat
def split(request: Officer, code: str) -> HttpResponse:
    """Paste the whole text; look at the articles that it falls into; keep them."""
    found = on_my_desk(request, code)
    text = splitting.joined(map(_piece_of, found.articles.all()))
    form = SplitForm(request.POST or None, initial={"revision": found.revision, "text": text})
    pieces: list[splitting.Piece] = []
    if request.method == "POST" and form.is_valid():
        try:
            pieces = splitting.split(form.cleaned_data["text"])
        except NothingToSplit as refusal:
            form.add_error("text", str(refusal))
    if pieces and "giu" in request.POST:
        return _change(
            request,
            found,
            form,
            "split",
            lambda seen: seen.put_articles(pieces, by=request.acting),
        )
    context = head(found) | {"form": form, "pieces": pieces}
    return render(request, "consultations/officer/split.html", context)


@EDITABLE
@needs_hat
def article(request: Officer, code: str, position: int) -> HttpResponse:
    """Mend one article."""
    found = on_my_desk(request, code)
    one = get_object_or_404(found.articles, position=position)
    columns = ("chapter", "number", "heading", "text")
    initial = {name: getattr(one, name) for name in columns} | {"revision": found.revision}
    form = ArticleForm(request.POST or None, initial=initial)
    return _change(
        request,
        found,
        form,
        "article",
        lambda seen: seen.rewrite_article(one, by=request.acting, told=form.told),
    )


@require_POST
@needs_hat
def attach(request: Officer, code: str) -> HttpResponse:
    """Keep a paper; a refused one says why."""
    found = on_my_desk(request, code)
    form = DocumentForm(request.POST, request.FILES)
    if not form.is_valid():
        errors = (error for each in form.errors.values() for error in each)
        messages.error(request, " ".join(map(str, errors)))
        return redirect(_papers(code))
    file, kind = form.cleaned_data["file"], form.cleaned_data["kind"]
    seen = found.as_seen(form.cleaned_data["revision"])
    try:
        seen.attach(file, name=file.name or "", kind=kind, by=request.acting)
    except (Refused, FileRefused) as refusal:
        messages.error(request, f"{file.name}: {refusal}")
    return redirect(_papers(code))


@require_safe
@needs_hat
def document(request: Officer, code: str, pk: int) -> HttpResponseBase:
    """A paper, before and after the opening."""
    found = on_my_desk(request, code)
    paper = get_object_or_404(found.documents.select_related("file"), pk=pk)
    return given_out(request, paper, back=_papers(code))


@require_POST
@needs_hat
def remove_document(request: Officer, code: str, pk: int) -> HttpResponse:
    found = on_my_desk(request, code)
    paper = get_object_or_404(found.documents, pk=pk)
    try:
        found.remove_document(paper, by=request.acting)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(_papers(code))


@require_POST
@needs_hat
def next_round(request: Officer, code: str) -> HttpResponse:
    """Another round about a changed draft."""
    found = on_my_desk(request, code)
    try:
        made = actions.begin_next_round(found, by=request.acting, form_key=uuid4())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(DETAIL, code)
    messages.success(request, _("Đã tạo đợt mới từ bản cũ. Hãy dán nội dung đã sửa."))
    return redirect("consultations_desk:split", made.code)


def _change(
    request: Officer,
    found: Consultation,
    form: forms.Form,
    page: str,
    change: Callable[[Consultation], Any],
) -> HttpResponse:
    """Show the form, or change the draft as it was seen; what was typed stays where it fails."""
    status = 200
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data.get("revision")
        try:
            change(found.as_seen(found.revision if seen is None else seen))
            messages.success(request, _("Đã lưu."))
            return redirect(DETAIL, found.code)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = CONFLICT
    context = head(found) | {"form": form}
    return render(request, f"consultations/officer/{page}.html", context, status=status)


def _new_page(request: Officer, form: DraftForm, *, status: int = 200) -> HttpResponse:
    return render(request, "consultations/officer/prepare.html", {"form": form}, status=status)


def _piece_of(article: Any) -> splitting.Piece:
    return splitting.Piece(article.number, article.heading, article.text, article.chapter)


def _papers(code: str) -> str:
    return reverse(DETAIL, args=[code]) + "#tai-lieu"
