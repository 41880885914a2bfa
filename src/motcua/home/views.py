"""What does everyone see first?"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.home import shelves
from motcua.periods import clock

EXAMPLES = ("khai sinh", "dang ky ket hon", "hộ kinh doanh", "giấy phép lái xe", "1.004222")
"""With and without accents, and by code: what the search box takes."""


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What do you need to do? The search, the look-up, and procedures by sector."""
    on_shelves = shelves.shelves(clock.today())
    total = sum(shelf.count for shelf in on_shelves)
    return render(
        request,
        "home/front.html",
        {"shelves": on_shelves, "total": total, "examples": EXAMPLES},
    )


@login_not_required
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Questions and answers: opens soon."""
    return render(request, "home/questions.html")


@login_not_required
@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """News: opens soon."""
    return render(request, "home/news.html")


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
