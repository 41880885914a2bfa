"""An officer declares who is near to them, and sees what they declared."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from motcua.dossiers.forms.relatives import RelativeForm
from motcua.dossiers.models import DeclaredRelative
from motcua.organizations.http import Officer, needs_hat
from motcua.periods.clock import today


@sensitive_post_parameters("number")
@require_http_methods(["GET", "POST"])
@needs_hat
def relatives(request: Officer) -> HttpResponse:
    """The officer's own declarations, those that ended last; and a form for another one."""
    form = RelativeForm(request.POST or None, officer=request.user)
    if form.is_valid() and (declared := form.declare()):
        messages.success(
            request,
            _("Đã khai %(name)s. Hồ sơ của người này từ nay không lên bàn làm việc của bạn.")
            % {"name": declared.name},
        )
        return redirect("desk:relatives")
    mine = DeclaredRelative.objects.filter(officer=request.user).order_by("-pk")
    page = {"form": form, "mine": [(each, each.holds_on(today())) for each in mine]}
    return render(request, "dossiers/officer/relatives.html", page)


@require_POST
@needs_hat
def end(request: Officer, pk: int) -> HttpResponse:
    """A declaration ends today; it counts on for a year."""
    mine = DeclaredRelative.objects.filter(officer=request.user).on(today())
    get_object_or_404(mine, pk=pk).end(today())
    messages.success(request, _("Lời khai kết thúc hôm nay và còn được tính thêm 12 tháng."))
    return redirect("desk:relatives")
