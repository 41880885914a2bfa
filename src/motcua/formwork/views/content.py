"""The page on which the content of a draft is changed: everything but its form."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.catalog.exceptions import Refused, TooLate
from motcua.formwork.content_forms import ContentForm
from motcua.formwork.http import draft_of, for_writers
from motcua.formwork.views.editor import CONFLICT, came_between, crumbs, where
from motcua.organizations.http import Officer


@require_http_methods(["GET", "POST"])
@for_writers
def write(request: Officer, code: str, number: int) -> HttpResponse:
    """Name, days, channels, papers, law and results of a draft."""
    form = ContentForm(request.POST or None, version=draft_of(code, number))
    if request.method == "POST" and form.is_valid():
        return _write(request, form)
    return _page(request, form)


def _write(request: Officer, form: ContentForm) -> HttpResponse:
    at = form.version.procedure.code, form.version.number
    try:
        changed = form.write(by=request.acting)
    except TooLate:
        return _page(request, _again(request, form), CONFLICT)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, form, CONFLICT)
    said = _("Đã lưu nội dung vào bản nháp.") if changed else _("Nội dung không có gì thay đổi.")
    messages.success(request, said)
    return redirect("catalog_desk:draft", *at)


def _again(request: Officer, form: ContentForm) -> ContentForm:
    """What was typed, against the draft as it is now."""
    now = draft_of(form.version.procedure.code, form.version.number)
    typed = request.POST.copy()
    typed["revision"] = str(now.revision)
    again = ContentForm(typed, version=now)
    again.add_error(None, came_between(now))
    return again


def _page(request: Officer, form: ContentForm, status: int = 200) -> HttpResponse:
    version = form.version
    shown = {
        "form": form,
        "version": version,
        "media": form.media,
        "action_url": reverse("formwork_content", args=where(version)),
        "has_unsaved_changes": form.is_bound,
        "submit_button_label": _("Lưu nội dung"),
        "submit_button_active_label": _("Đang lưu…"),
        "breadcrumbs_items": crumbs(version),
        "header_title": f"{_('Nội dung')} {version.procedure.code}",
        "header_icon": "doc-full",
        "page_title": version.name,
    }
    return render(request, "formwork/content.html", shown, status=status)
