"""What does an officer do with drafts of procedures? See them, compare, publish or discard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.catalog import actions, differences, facts, rights, turns
from motcua.catalog.exceptions import Refused
from motcua.catalog.http import for_keepers
from motcua.catalog.models import ProcedureVersion
from motcua.catalog.views import public
from motcua.catalog.workflow import Role
from motcua.organizations.http import Officer

if TYPE_CHECKING:
    from motcua.catalog.desk_forms import MoveForm

CONFLICT = 409
ON_A_PAGE = 30


@require_safe
@for_keepers
def drafts(request: Officer) -> HttpResponse:
    """What waits, the oldest first."""
    waiting = ProcedureVersion.objects.waiting().select_related("procedure")
    page = Paginator(waiting.order_by("entered_at", "pk"), ON_A_PAGE)
    shown = {
        "page": page.get_page(request.GET.get("trang")),
        "may_write": rights.may_write(request.acting),
        "may_end": Role.PUBLISHER in rights.roles_of(request.acting),
    }
    return render(request, "catalog/officer/drafts.html", shown)


@require_safe
@for_keepers
def draft(request: Officer, code: str, number: int) -> HttpResponse:
    """A draft against what is in force, its history, and the moves that are possible now."""
    version = _draft(code, number)
    in_force = _newest(version)
    context = _head(request, version, in_force) | {
        "difference": differences.between(in_force, version),
        "history": version.events.with_hands(),
        "turn": turns.of(version),
        "amounts_in_doubt": facts.amounts_in_doubt(version),
    }
    return render(request, "catalog/officer/draft.html", context)


@require_safe
@for_keepers
def preview(request: Officer, code: str, number: int) -> HttpResponse:
    """The page as the citizen would see it."""
    return public.page(request, _draft(code, number), is_preview=True)


@require_http_methods(["GET", "POST"])
@for_keepers
def make_move(request: Officer, code: str, number: int, form_of: type[MoveForm]) -> HttpResponse:
    """Ask for what the move needs, and make it."""
    version = _draft(code, number)
    form = form_of(request.POST or None, version=version, in_force=_number(_newest(version)))
    if request.method == "POST" and form.is_valid():
        try:
            form.make(by=request.acting)
        except Refused as refused:
            form.add_error(None, str(refused))
            return _ask(request, _draft(code, number), form, CONFLICT)
        messages.success(request, _("%(move)s: xong.") % {"move": form.move.label})
        return redirect("catalog_desk:draft", code, number)
    return _ask(request, version, form)


def _ask(
    request: Officer, version: ProcedureVersion, form: MoveForm, status: int = 200
) -> HttpResponse:
    context = _head(request, version, _newest(version)) | {"form": form, "move": form.move}
    context["may_now"] = form.move in context["moves"]
    return render(request, "catalog/officer/move.html", context, status=status)


def _head(
    request: Officer, version: ProcedureVersion, in_force: ProcedureVersion | None
) -> dict[str, Any]:
    return {
        "version": version,
        "in_force": in_force,
        "is_overtaken": _number(in_force) > version.number,
        "moves": actions.moves_for(version, request.acting),
        "may_change": actions.may_change(version, request.acting),
        "hindrances": actions.hindrances(version, request.acting),
    }


def _draft(code: str, number: int) -> ProcedureVersion:
    """A version that came as a draft: waiting, discarded, or published since."""
    versions = ProcedureVersion.objects.with_parts()
    return get_object_or_404(versions, procedure__code=code, number=number)


def _newest(version: ProcedureVersion) -> ProcedureVersion | None:
    """The newest published version other than this one."""
    others = ProcedureVersion.objects.published().filter(procedure=version.procedure_id)
    return others.exclude(pk=version.pk).with_parts().order_by("-number").first()


def _number(version: ProcedureVersion | None) -> int:
    return version.number if version else 0
