"""The editor's pages: drafts whose form can be built, the builder, and forms as files."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import PreviewSidePanel

from motcua.catalog.exceptions import Refused, TooLate
from motcua.catalog.models import ProcedureVersion
from motcua.formwork import files
from motcua.formwork.exceptions import NotInBlocks
from motcua.formwork.forms import ComposeForm, FileForm
from motcua.formwork.http import draft_of, for_writers
from motcua.formwork.models import FormOfDraft
from motcua.organizations.http import Officer

CONFLICT = 409
ON_A_PAGE = 50


@require_safe
@for_writers
def drafts(request: Officer) -> HttpResponse:
    """What waits and may be changed, the newest first."""
    found: Any = FormOfDraft.objects.waiting().select_related("procedure")
    page = Paginator(found.order_by("-entered_at", "-pk"), ON_A_PAGE).get_page(request.GET.get("p"))
    return render(request, "formwork/drafts.html", {"page": page})


@require_http_methods(["GET", "POST"])
@for_writers
def compose(request: Officer, code: str, number: int) -> HttpResponse:
    """The form of a draft in blocks; saving gives it to the draft."""
    version = draft_of(code, number)
    try:
        form = ComposeForm.of(version, request.POST or None)
    except NotInBlocks as closed:
        return render(request, "formwork/closed.html", {"version": version, "said": str(closed)})
    if request.method == "POST" and form.is_valid():
        return _write(request, form)
    return _builder(request, form)


def _write(request: Officer, form: ComposeForm) -> HttpResponse:
    try:
        changed = form.write(by=request.acting)
    except TooLate:
        return _builder(request, _again(request, form), status=CONFLICT)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _builder(request, form, status=CONFLICT)
    said = _("Đã lưu biểu mẫu vào bản nháp.") if changed else _("Biểu mẫu không có gì thay đổi.")
    messages.success(request, said)
    return redirect("formwork_compose", *where(form.version))


def _again(request: Officer, form: ComposeForm) -> ComposeForm:
    """What was typed, against the draft as it is now: saving again replaces what came between."""
    now = draft_of(*where(form.version))
    typed = request.POST.copy()
    typed["revision"] = str(now.revision)
    again = ComposeForm(typed, version=now, sheet=form.sheet)
    again.add_error(None, came_between(now))
    return again


def came_between(version: ProcedureVersion) -> str:
    """Who changed it meanwhile, and what to do about it."""
    last = version.events.select_related("person").order_by("-pk").first()
    said = _(
        "%(who)s đã thay đổi bản nháp này lúc %(when)s, sau khi bạn mở trang. Bản của bạn chưa "
        "được ghi và còn nguyên dưới đây. Hãy mở bản ấy ở thẻ khác để so; bấm Lưu lần nữa thì bản "
        "của bạn thay bản ấy."
    )
    when = date_format(localtime(last.at), "H:i d/m/Y") if last else ""
    return said % {"who": last.person.full_name if last else _("Người khác"), "when": when}


@require_safe
@for_writers
def export(request: Officer, code: str, number: int) -> HttpResponse:
    """The form as a file."""
    version = draft_of(code, number)
    content = files.written(version.form or {}, version.form_layout or {})
    answer = HttpResponse(content, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="bieu-mau-{code}-{number}.json"'
    return answer


@require_http_methods(["GET", "POST"])
@for_writers
def bring(request: Officer, code: str, number: int) -> HttpResponse:
    """A form from a file, shown in the builder; nothing is written until it is saved there."""
    version = draft_of(code, number)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        messages.info(request, _("Đã đọc tệp, chưa ghi gì. Hãy xem lại rồi bấm “Lưu biểu mẫu”."))
        return _builder(request, ComposeForm(version=version, sheet=form.sheet), is_new=True)
    return render(request, "formwork/bring.html", {"version": version, "form": form})


# --- Wagtail's furniture ------------------------------------------------------------------------


def where(version: ProcedureVersion) -> tuple[str, int]:
    """Code and number, as addresses name it."""
    return version.procedure.code, version.number


def _builder(
    request: Officer, form: ComposeForm, *, status: int = 200, is_new: bool = False
) -> HttpResponse:
    version, at = form.version, where(form.version)
    preview = PreviewSidePanel(version, request, preview_url=reverse("formwork_preview", args=at))
    panels = MediaContainer([preview])
    shown = {
        "form": form,
        "version": version,
        "media": form.media + panels.media,
        "side_panels": panels,
        "action_url": reverse("formwork_compose", args=at),
        "has_unsaved_changes": is_new or form.is_bound,
        "submit_button_label": _("Lưu biểu mẫu"),
        "submit_button_active_label": _("Đang lưu…"),
        "breadcrumbs_items": crumbs(version),
        "header_title": f"{_('Biểu mẫu')} {version.procedure.code}",
        "header_icon": "form",
        "page_title": version.name,
    }
    return render(request, "formwork/compose.html", shown, status=status)


def crumbs(version: ProcedureVersion) -> list[dict[str, Any]]:
    """The way to it in Wagtail's head."""
    return [
        {"url": reverse("wagtailadmin_home"), "label": _("Trang chủ")},
        {"url": reverse("formwork_drafts"), "label": _("Biểu mẫu")},
        {"url": "", "label": f"{version.procedure.code}, {version.number}"},
    ]
