"""The queue of work of which no record tells whose it is: read it, and place several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from motcua.organizations.http import Officer, needs_hat
from motcua.organizations.models import Organization
from motcua.reorganization import hands, placing, unclear
from motcua.reorganization.exceptions import MoveRefused
from motcua.reorganization.forms.placing import PlaceForm, QueueForm
from motcua.reorganization.models import ToPlace

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from motcua.organizations.acting import Acting
    from motcua.reorganization.placing import Placed

PAGE = 50
LATELY = 10
CONFLICT = 409


@require_http_methods(["GET", "POST"])
@needs_hat
def queue(request: Officer) -> HttpResponse:
    """What waits for a human who knows; a stranger, whose office never held any, finds nothing."""
    if not (hands.plans(request.acting) or placing.seen_by(request.acting).exists()):
        raise Http404
    form = PlaceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            placed = _place(request.acting, form)
        except MoveRefused as refusal:
            form.add_error(None, str(refusal))
            return _page(request, form, status=CONFLICT)
        _tell(request, placed, form.cleaned_data["noi_nhan"])
        return redirect(f"{reverse('plans_desk:queue')}?{request.GET.urlencode()}")
    return _page(request, form)


def _place(acting: Acting, form: PlaceForm) -> Placed:
    """Raises NotYoursToPlace where one of them does not exist for ``acting``."""
    said = form.cleaned_data
    rows = placing.seen_by(acting).filter(pk__in=said["viec"]).select_related("plan")
    if len(rows) < len(said["viec"]):
        raise Http404
    return placing.place_all(rows, said["noi_nhan"], by=acting, reason=said["ly_do"])


def _tell(request: Officer, placed: Placed, heir: Organization) -> None:
    """How many were placed; of each that was not, who was faster. Pressing twice is no mishap."""
    name = heir.name
    keys = [row.pk for row in placed.missed]
    missed = _with_hands(ToPlace.objects.filter(pk__in=keys))
    twice = [
        row for row in missed if (row.placed_by, row.placed_in) == (request.acting.person, heir)
    ]
    if count := len(placed.now) + len(twice):
        told = ngettext("Đã xếp %(n)s việc về %(heir)s.", "Đã xếp %(n)s việc về %(heir)s.", count)
        messages.success(request, told % {"n": count, "heir": name})
    for row in missed:
        if row not in twice:
            messages.warning(request, _why_not(row))


def _why_not(row: ToPlace) -> str:
    if row.placed_by is None or row.placed_in is None:
        return _("%s đã kết thúc hoặc đã chuyển đi nơi khác, nên không xếp nữa.") % row.code
    told = {"code": row.code, "who": row.placed_by.full_name, "heir": row.placed_in.name}
    return _("%(code)s đã được %(who)s xếp về %(heir)s trước đó.") % told


def _page(request: Officer, form: PlaceForm, status: int = 200) -> HttpResponse:
    acting = request.acting
    waiting = placing.waiting_for(acting)
    asked = QueueForm(request.GET)
    page = Paginator(unclear.with_work(waiting.filter(**asked.asked)), PAGE).get_page(
        request.GET.get("trang")
    )
    context = {
        "page": page,
        "heaps": unclear.heaps(list(page), acting),
        "form": form,
        "typed_in": request.POST.get("nhom", ""),
        "asked": asked,
        "olds": _olds(waiting),
        "procedures": _procedures(waiting),
        "lately": _with_hands(placing.seen_by(acting).exclude(placed_at=None))[:LATELY],
        "plans": hands.plans(acting),
    }
    return render(request, "reorganization/officer/placing/queue.html", context, status=status)


def _olds(waiting: QuerySet[ToPlace]) -> list[tuple[int, str, int]]:
    """The offices of which something waits, with how much."""
    counted = dict(waiting.order_by().values_list("old").annotate(Count("pk")))
    named = Organization.objects.with_names().in_bulk(counted)
    return sorted(((pk, named[pk].name, n) for pk, n in counted.items()), key=lambda each: each[1])


def _procedures(waiting: QuerySet[ToPlace]) -> list[tuple[str, int]]:
    code = "dossier__version__procedure__code"
    counted = waiting.filter(question=None).order_by().values_list(code).annotate(Count("pk"))
    return sorted(counted)


def _with_hands(rows: QuerySet[ToPlace]) -> QuerySet[ToPlace]:
    """With who placed it, and where; the latest first."""
    hands_ = rows.select_related("dossier", "question", "placed_by")
    there = Prefetch("placed_in", Organization.objects.with_names())
    return hands_.prefetch_related(there).order_by("-placed_at", "pk")
