"""What does everyone see first?"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from motcua.home import life_events, most_used, shelves
from motcua.periods import clock

MOVED = {"di-hoc-xin-viec": "xin-viec"}
"""Events whose guide has another address than the event had."""
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
    """An address of before: its guide stands among the public services now."""
    return redirect("guides:guide", MOVED.get(slug, slug), permanent=True)


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
