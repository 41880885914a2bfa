"""What does an officer do with pilots, in the post that is chosen?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from motcua.organizations.http import Officer, needs_hat
from motcua.periods.clock import today
from motcua.reorganization import pilot_choosing, pilot_desks, pilot_reading
from motcua.reorganization.forms.pilot_moves import PilotMoveForm
from motcua.reorganization.forms.pilots import AmendPilotForm, EnterPilotForm
from motcua.reorganization.models import Pilot, Side
from motcua.reorganization.pilot_exceptions import PilotRefused

CONFLICT = 409
ON_A_PAGE = 30


@require_safe
@needs_hat
def pilots(request: Officer) -> HttpResponse:
    """Those that one keeps, and those in which one's own office takes part."""
    wish, day = pilot_choosing.Wish.read(request.GET.dict()), today()
    mine = Pilot.objects.before(request.acting)
    found = wish.among(mine, day).for_pages().latest_first()
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "wish": wish,
        "groups": pilot_choosing.ON_THE_DESK,
        "page": page,
        "rows": pilot_reading.rows(page.object_list, day),
        "may_enter": bool(pilot_desks.keeps(request.acting)),
    }
    return render(request, "reorganization/officer/pilots.html", context)


@require_safe
@needs_hat
def detail(request: Officer, code: str) -> HttpResponse:
    """Everything about one pilot, and the moves that are possible now."""
    pilot = on_my_desk(request, code)
    may = {move.verb for move in pilot.moves_for(request.acting)}
    context = head(pilot) | {
        "may": may,
        "may_hold": "hold_review" in may,
        "laws": pilot.laws.all(),
        "members": pilot_reading.members(pilot, Side.CONCERNED),
        "compared": pilot_reading.members(pilot, Side.COMPARISON),
        "seats": pilot_reading.seats(pilot),
        "history": pilot_reading.history(pilot),
    }
    return render(request, "reorganization/officer/pilot.html", context)


@require_http_methods(["GET", "POST"])
@needs_hat
def enter(request: Officer) -> HttpResponse:
    """Take a pilot in; nobody outside sees it yet."""
    form = EnterPilotForm(request.POST or None, by=request.acting)
    if request.method == "POST" and form.is_valid():
        pilot = form.enter(by=request.acting)
        messages.success(
            request, _("Đã lưu %(code)s. Chưa ai khác xem được.") % {"code": pilot.code}
        )
        return redirect("pilots_desk:detail", pilot.code)
    may = bool(pilot_desks.keeps(request.acting))
    return render(request, "reorganization/officer/pilot_enter.html", {"form": form, "may": may})


@require_http_methods(["GET", "POST"])
@needs_hat
def amend(request: Officer, code: str) -> HttpResponse:
    """Write it anew; what was typed stays where it fails."""
    pilot = i_keep(request, code)
    form = AmendPilotForm(request.POST or None, pilot=pilot)
    if request.method == "POST" and form.is_valid():
        try:
            form.amend(by=request.acting)
        except PilotRefused as refusal:
            form.add_error(None, str(refusal))
            return _page(request, "amend", form, code, CONFLICT)
        messages.success(request, _("Đã lưu thay đổi."))
        return redirect("pilots_desk:detail", code)
    return _page(request, "amend", form, code)


@require_http_methods(["GET", "POST"])
@needs_hat
def make_move(request: Officer, code: str, form_of: type[PilotMoveForm]) -> HttpResponse:
    """Ask for what the move needs, and make it."""
    form = form_of(request.POST or None, pilot=i_keep(request, code))
    if request.method == "POST" and form.is_valid():
        try:
            form.make(by=request.acting)
        except PilotRefused as refusal:
            form.add_error(None, str(refusal))
            return _page(request, "move", form, code, CONFLICT)
        messages.success(request, _("%(move)s: xong.") % {"move": form.move.label})
        return redirect("pilots_desk:detail", code)
    return _page(request, "move", form, code)


def on_my_desk(request: Officer, code: str) -> Pilot:
    """A pilot that one neither keeps nor takes part in does not exist."""
    return get_object_or_404(Pilot.objects.before(request.acting).for_pages(), code=code)


def i_keep(request: Officer, code: str) -> Pilot:
    """One of an organization for which one does not keep cannot be changed: it does not exist."""
    return get_object_or_404(Pilot.objects.kept_by(request.acting).for_pages(), code=code)


def head(pilot: Pilot) -> dict[str, Any]:
    return {"pilot": pilot, "row": pilot_reading.row(pilot, today())}


def _page(request: Officer, name: str, form: Form, code: str, status: int = 200) -> HttpResponse:
    """The form on the pilot as it is now, even where somebody else just changed it."""
    pilot = i_keep(request, code)
    move: Any = getattr(form, "move", None)
    may = move is None or move in pilot.moves_for(request.acting)
    context = head(pilot) | {"form": form, "move": move, "may": may}
    return render(request, f"reorganization/officer/pilot_{name}.html", context, status=status)
