"""What does everyone see first?"""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.home import life_events, most_used, shelves
from motcua.periods import clock

EXAMPLES = ("khai sinh", "dang ky ket hon", "hộ kinh doanh", "giấy phép lái xe", "1.004222")
"""With and without accents, and by code: what the search box takes."""


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What do you need to do? The search, the look-up, what happens in a life, every sector."""
    today = clock.today()
    on_shelves = shelves.shelves(today)
    shown = {
        "events": life_events.offered(today),
        "usual": most_used.usual(today),
        "shelves": on_shelves,
        "total": sum(shelf.count for shelf in on_shelves),
        "examples": EXAMPLES,
    }
    return render(request, "home/front.html", shown)


@login_not_required
@require_safe
def life_event(request: HttpRequest, slug: str) -> HttpResponse:
    """What happened? The procedures that it may take, in their order."""
    event = life_events.called(slug)
    if event is None:
        raise Http404
    shown = {
        "event": event,
        "versions": life_events.versions(event, clock.today()),
        "others": [other for other in life_events.EVENTS if other is not event],
    }
    return render(request, "home/life_event.html", shown)


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What everyone can use here, and what is not good enough yet."""
    return render(request, "home/accessibility.html")


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Which personal data we keep, why and by which law."""
    return render(request, "home/privacy.html")
