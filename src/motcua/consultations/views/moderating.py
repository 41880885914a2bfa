"""How does an officer look at comments? One after the other: everybody may read it, or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.consultations import desks, moderation, queues
from motcua.consultations.exceptions import Refused
from motcua.consultations.forms.comments import ShowForm, WithholdForm
from motcua.consultations.forms.desk import CommentsForm
from motcua.consultations.models import Comment, Consultation, Reading
from motcua.consultations.views.officer import CONFLICT, heaps
from motcua.filekeeping.http import given_out
from motcua.organizations.http import Officer, needs_hat

EDITABLE = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@needs_hat
def comments(request: Officer) -> HttpResponse:
    """What waits for a look, oldest first; other heaps beside it."""
    form = CommentsForm(request.GET)
    asked = form.asked
    rows, following = queues.comments(asked, request.acting)
    ours = Consultation.objects.handled_by(request.acting).public().latest_first()
    context = heaps(request) | {
        "form": form,
        "asked": asked,
        "rows": rows,
        "following": following,
        "rounds": ours.values_list("code", "title")[:100],
    }
    return render(request, "consultations/officer/comments.html", context)


@require_safe
@needs_hat
def comment(request: Officer, code: str) -> HttpResponse:
    """One comment with its writer, and what everybody would read of it."""
    found = _on_my_desk(request, code)
    found.note_reading(by=request.acting, what=Reading.What.COMMENT)
    return _page(request, code)


@EDITABLE
@needs_hat
def show(request: Officer, code: str) -> HttpResponse:
    """Let everybody read it."""
    form = ShowForm(request.POST or None)

    def decide(seen: Comment) -> None:
        said = form.cleaned_data
        seen.show(by=request.acting, text=said["text"], name=said["name"])

    return _decide(request, code, form, "show_form", decide)


@EDITABLE
@needs_hat
def withhold(request: Officer, code: str) -> HttpResponse:
    """Let nobody but the office read it."""
    form = WithholdForm(request.POST or None)

    def decide(seen: Comment) -> None:
        said = form.cleaned_data
        seen.withhold(by=request.acting, why=said["why"], note=said["note"])

    return _decide(request, code, form, "withhold_form", decide)


@require_safe
@needs_hat
def attachment(request: Officer, code: str) -> HttpResponseBase:
    """The file that came with it."""
    found = _on_my_desk(request, code)
    paper = found.attachment
    if paper is None:
        raise Http404
    found.note_reading(by=request.acting, what=Reading.What.FILE)
    back = reverse("consultations_desk:comment", args=[code])
    return given_out(request, paper, back=back)


def _decide(
    request: Officer,
    code: str,
    form: Form,
    name: str,
    decide: Callable[[Comment], None],
) -> HttpResponse:
    """Decide on the comment as it was seen, and go on to the next that waits."""
    found = _on_my_desk(request, code)
    if request.method != "POST":
        return redirect("consultations_desk:comment", code)
    if not form.is_valid():
        return _page(request, code, forms={name: form})
    try:
        decide(found.as_seen(form.cleaned_data["revision"]))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, code, status=CONFLICT, forms={name: form})
    messages.success(request, _("%(code)s: đã ghi.") % {"code": code})
    return _to_the_next(request, found)


def _to_the_next(request: Officer, done: Comment) -> HttpResponse:
    waiting = Comment.objects.handled_by(request.acting).filter(showing=Comment.Showing.NEW)
    here = waiting.filter(consultation=done.consultation_id).oldest_first()
    following = here.values_list("code", flat=True).first()
    if following:
        return redirect("consultations_desk:comment", following)
    return redirect("consultations_desk:comments")


def _page(
    request: Officer,
    code: str,
    *,
    status: int = 200,
    forms: Mapping[str, Form] | None = None,
) -> HttpResponse:
    """The comment as it is now, even where a colleague was first."""
    found = _on_my_desk(request, code)
    text, name = found.public_text, found.public_name
    begin: dict[str, Any] = {
        "revision": found.revision,
        "text": text or moderation.suggested(found),
        "name": name or ("" if text else moderation.suggested_name(found)),
    }
    context: dict[str, Any] = {
        "comment": found,
        "pieces": moderation.marked(found),
        "show_form": ShowForm(initial=begin),
        "withhold_form": WithholdForm(initial={"revision": found.revision, "why": found.why_not}),
        "may": _may(found, request),
        "history": found.events.with_hands(),
    } | dict(forms or {})
    return render(request, "consultations/officer/comment.html", context, status=status)


def _may(found: Comment, request: Officer) -> bool:
    return found.consultation.takes_answers and bool(
        desks.roles_of(found.consultation, request.acting)
    )


def _on_my_desk(request: Officer, code: str) -> Comment:
    """A comment to another office does not exist, and neither does one's own."""
    mine = Comment.objects.handled_by(request.acting)
    return get_object_or_404(
        mine.select_related("consultation", "article", "person", "file"), code=code
    )
