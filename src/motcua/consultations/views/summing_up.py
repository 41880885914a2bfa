"""How does an officer answer comments and take them away? By article, several at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.consultations import desks, export, reading
from motcua.consultations.exceptions import Refused
from motcua.consultations.forms.comments import AnswerForm, ReportForm
from motcua.consultations.models import Consultation, Reading
from motcua.consultations.views.officer import CONFLICT, head, on_my_desk
from motcua.consultations.views.public import article_of
from motcua.organizations.http import Officer, needs_hat

EDITABLE = require_http_methods(["GET", "HEAD", "POST"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST = 200
"""So many comments of one article are chosen from at once; the others come after them."""


@EDITABLE
@needs_hat
def workbench(request: Officer, code: str) -> HttpResponse:
    """The comments of one article or of the whole that have no answer, to answer some of them."""
    found = on_my_desk(request, code)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        article = article_of(found, request.GET.get("dieu", ""))
        try:
            found.answer(
                _chosen(request),
                by=request.acting,
                verdict=form.cleaned_data["verdict"],
                told={**form.told, "article": article},
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _workbench(request, found, form, status=CONFLICT)
        messages.success(request, _("Đã ghi trả lời."))
        return redirect(request.get_full_path())
    return _workbench(request, found, form)


@EDITABLE
@needs_hat
def answer(request: Officer, code: str, pk: int) -> HttpResponse:
    """Say an answer better."""
    found = on_my_desk(request, code)
    given = get_object_or_404(found.answers.select_related("article"), pk=pk)
    begin = {"verdict": given.verdict, "gist": given.gist, "reason": given.reason}
    form, status = AnswerForm(request.POST or None, initial=begin), 200
    if request.method == "POST" and form.is_valid():
        verdict = form.cleaned_data["verdict"]
        try:
            found.rewrite_answer(given, by=request.acting, verdict=verdict, told=form.told)
            return redirect("consultations_desk:workbench", code)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = CONFLICT
    context = head(found) | {"form": form, "answer": given, "comments": given.comments.all()}
    return render(request, "consultations/officer/answer.html", context, status=status)


@require_POST
@needs_hat
def take_back(request: Officer, code: str, pk: int) -> HttpResponse:
    """Its comments wait again."""
    found = on_my_desk(request, code)
    given = get_object_or_404(found.answers, pk=pk)
    try:
        found.take_back_answer(given, by=request.acting)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("consultations_desk:workbench", code)


@EDITABLE
@needs_hat
def report(request: Officer, code: str) -> HttpResponse:
    """Keep the general part of the report for later."""
    found = on_my_desk(request, code)
    begin = {"summary": found.summary, "revision": found.revision}
    form, status = ReportForm(request.POST or None, initial=begin), 200
    if request.method == "POST" and form.is_valid():
        seen = found.as_seen(form.cleaned_data["revision"])
        try:
            seen.write_summary(by=request.acting, summary=form.cleaned_data["summary"])
            messages.success(request, _("Đã lưu bản nháp."))
            return redirect("consultations_desk:detail", code)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = CONFLICT
    context = head(found) | {"form": form, "report": reading.report(found)}
    return render(request, "consultations/officer/report.html", context, status=status)


@require_safe
@needs_hat
def as_csv(request: Officer, code: str) -> HttpResponse:
    """Everything that came, for a spreadsheet."""
    found = _taken_away(request, code)
    return _file(export.as_csv(found), "text/csv; charset=utf-8", f"gop-y-{code}.csv")


@require_safe
@needs_hat
def as_xlsx(request: Officer, code: str) -> HttpResponse:
    """Everything that came, as a sheet with wrapped cells."""
    found = _taken_away(request, code)
    return _file(export.as_xlsx(found), XLSX, f"gop-y-{code}.xlsx")


def _taken_away(request: Officer, code: str) -> Consultation:
    """Who takes all comments with their writers away is on record."""
    found = on_my_desk(request, code)
    found.note_reading(by=request.acting, what=Reading.What.EXPORT)
    return found


def _file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _workbench(
    request: Officer, found: Consultation, form: AnswerForm, *, status: int = 200
) -> HttpResponse:
    article = article_of(found, request.GET.get("dieu", ""))
    waiting = found.comments.unanswered().filter(article=article).oldest_first()
    here = reverse("consultations_desk:workbench", args=[found.code])
    context = head(found) | {
        "form": form,
        "article": article,
        "action": f"{here}?dieu={article.position}" if article else here,
        "waiting": waiting[:MOST],
        "chosen": _chosen(request),
        "lines": reading.unanswered_lines(found),
        "report": reading.report(found),
        "counts": reading.counts(found),
        "may": found.takes_answers and bool(desks.roles_of(found, request.acting)),
    }
    return render(request, "consultations/officer/workbench.html", context, status=status)


def _chosen(request: Officer) -> list[int]:
    asked = request.POST.getlist("gop-y")[:MOST]
    return [int(one) for one in asked if one.isascii() and one.isdigit() and len(one) < 18]
