"""Typing into a draft: at a page's button, as one types, and choosing between two windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.accounts import rescuing
from motcua.catalog.models import ProcedureVersion
from motcua.dossiers.drafting import asides, choosing, late, saving
from motcua.dossiers.drafting.sheets import FormSheet, OfficeSheet, Sheet, sheet_of
from motcua.dossiers.exceptions import TooLate
from motcua.dossiers.http import Applicant
from motcua.dossiers.models import Draft
from motcua.dossiers.views.mine import on_our_draft, refuse_outside
from motcua.periods.clock import VIETNAM

Show = Callable[[Draft, dict[str, Any]], HttpResponse]
"""Renders one kind of page with what is typed into it."""


def opened(request: Applicant, draft: Draft, sheet: Sheet, show: Show) -> HttpResponse:
    """A page as it stands, or with what was typed on it before somebody had to sign in again."""
    waiting = rescuing.waiting(request)
    if waiting is None:
        return show(draft, shown(draft, sheet, sheet.form(draft)))
    if older := late.version_of(draft, sheet.key, waiting):
        return _kept_late(request, draft, older, sheet.key, waiting)
    seen = saving.Seen.of(waiting)
    context = shown(draft, sheet, sheet.form(draft, waiting)) | {"is_rescued": True}
    return show(draft, context | ({"seen": seen} if seen else {}))


def sent(request: Applicant, draft: Draft, sheet: Sheet, show: Show) -> HttpResponse:
    """Keep what was typed; on to the next page where all of it is right."""
    if older := late.version_of(draft, sheet.key, request.POST):
        return _kept_late(request, draft, older, sheet.key, request.POST)
    saved = _keep(request, draft, sheet)
    if saved.contested:
        return redirect(f"{request.path}#hai-noi")
    if saved.form.is_valid():
        return redirect(sheet.after(saved.draft))
    return show(saved.draft, shown(saved.draft, sheet, saved.form))


def opened_late(request: Applicant, draft: Draft, page: str) -> HttpResponse:
    """A page that only an older version had: what waits for it is kept, and the first one shown."""
    waiting = rescuing.waiting(request)
    if waiting is not None and (older := late.version_of(draft, page, waiting)):
        return _kept_late(request, draft, older, page, waiting)
    return redirect(address(draft, ""))


def _kept_late(
    request: Applicant,
    draft: Draft,
    older: ProcedureVersion,
    page: str,
    typed: MultiValueDict[str, str],
) -> HttpResponse:
    """A page of an older version: what was typed is kept, and the page of today is shown."""
    late.keep(draft, older, page, typed)
    rescuing.forget(request, address(draft, page))
    messages.success(
        request, _("Đã lưu những gì bạn gõ. Nội dung thủ tục đã thay đổi; xem bên dưới.")
    )
    return redirect(address(draft, page if page in late.pages_of(draft.version) else ""))


def _keep(request: Applicant, draft: Draft, sheet: Sheet) -> saving.Saved:
    """As its page would be kept, also one of an older version."""
    older = late.version_of(draft, sheet.key, request.POST)
    if older:
        saved = late.keep(draft, older, sheet.key, request.POST)
    else:
        saved = saving.keep(draft, sheet, request.POST)
    rescuing.forget(request, address(draft, sheet.key))
    return saved


@require_POST
@on_our_draft
def autosave(request: Applicant, draft: Draft, page: str = "") -> HttpResponse:
    """The same as one types, for the script of a page: 409 where it was answered elsewhere too."""
    sheet = _sheet(request, draft, page)
    try:
        saved = _keep(request, draft, sheet)
    except TooLate as refusal:
        return JsonResponse({"said": str(refusal)}, status=410)
    seen = saving.seen_after(saved, sheet, request.POST)
    at = timezone.localtime(saved.draft.changed_at, VIETNAM)
    told = {"revision": seen.revision, "shown": seen.written}
    if saved.contested:
        words = _("Chỗ này còn được ghi khác ở cửa sổ hoặc thiết bị khác. Cả hai đều được giữ.")
        return JsonResponse(told | {"said": words, "address": address(draft, page)}, status=409)
    return JsonResponse(told | {"said": _("Đã lưu lúc %(time)s") % {"time": f"{at:%H:%M}"}})


@require_POST
@on_our_draft
def choose(request: Applicant, draft: Draft, page: str = "") -> HttpResponse:
    """Which of two answers stands: one by one, or all of one place."""
    sheet = _sheet(request, draft, page)
    if is_gone(draft, sheet):
        return redirect(address(draft, ""))
    if choosing.choose(draft, sheet, request.POST):
        messages.success(request, _("Đã ghi lựa chọn của bạn."))
    else:
        messages.warning(request, _("Bản nháp vừa thay đổi thêm. Hãy xem lại rồi chọn."))
    return redirect(address(draft, page))


def shown(draft: Draft, sheet: Sheet, form: Any) -> dict[str, Any]:
    """What every page shows that is typed into."""
    beside = draft.aside.get(sheet.key, [])
    where = [draft.version.procedure.code, draft.key, *([sheet.key] if sheet.key else [])]
    return {
        "form": form,
        "page": sheet.key,
        "seen": saving.seen(draft, sheet, form),
        "choices": asides.choices(sheet.form(draft), beside) if beside else [],
        "homeless": asides.homeless(sheet.form(draft), beside) if beside else [],
        "save_address": reverse("apply:autosave", args=where),
        "choose_address": reverse("apply:choose", args=where),
    }


def address(draft: Draft, page: str) -> str:
    """Where a page that is typed into stands."""
    where = [draft.version.procedure.code, draft.key]
    if page:
        return reverse("apply:page", args=[*where, page])
    return reverse("apply:office", args=where)


def sheet_or_404(draft: Draft, page: str) -> FormSheet:
    """The page of the form; one that it does not have, or that is not theirs, is not found.

    One that an older version had is there, as long as the draft came from there.
    """
    refuse_outside(draft, page)
    try:
        return sheet_of(draft, page)
    except KeyError:
        if late.had_page(draft, page):
            return FormSheet(page)
        raise Http404 from None


def is_gone(draft: Draft, sheet: Sheet) -> bool:
    """Whether only an older version had the page."""
    return bool(sheet.key) and sheet.key not in late.pages_of(draft.version)


def _sheet(request: Applicant, draft: Draft, page: str) -> Sheet:
    if page:
        return sheet_or_404(draft, page)
    refuse_outside(draft, page)
    return OfficeSheet(draft.person)
