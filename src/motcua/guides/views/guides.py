"""What does somebody see to whom something happened? One question a page, then what to do."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from motcua.guides import plans, ways
from motcua.guides.models import Edition
from motcua.periods import clock


@login_not_required
@require_safe
def guides(request: HttpRequest) -> HttpResponse:
    """What happened? Everything there is a guide for."""
    editions = Edition.objects.on(clock.today()).in_order()
    return render(request, "guides/list.html", {"editions": editions})


@login_not_required
@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """The next question, or everything that is to do."""
    day = clock.today()
    edition = get_object_or_404(Edition.objects.on(day).in_order(), event__slug=slug)
    way = ways.walk(edition.told(), request.GET)
    shown = {
        "edition": edition,
        "way": way,
        "lines": [] if way.asked else plans.lines(way, day),
        "address": request.build_absolute_uri(),
    }
    return render(request, "guides/guide.html", shown)
