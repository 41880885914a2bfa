"""What must everybody know? The list of announcements, and each."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from motcua.news.models import Announcement

ON_A_PAGE = 20


@login_not_required
@require_safe
def announcements(request: HttpRequest) -> HttpResponse:
    """Everything that was announced and has not expired, newest first."""
    now = timezone.now()
    found = Announcement.objects.shown(now).with_owner().newest_first()
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("trang"))
    shown = {"page": page, "now": now}
    return render(request, "news/announcements/list.html", shown)


@login_not_required
@require_safe
def announcement(request: HttpRequest, slug: str) -> HttpResponse:
    """One announcement, as long as it is shown."""
    now = timezone.now()
    found = get_object_or_404(Announcement.objects.shown(now).with_owner(), slug=slug)
    shown = {"announcement": found, "is_going_on": found.is_going_on(now)}
    return render(request, "news/announcements/announcement.html", shown)
