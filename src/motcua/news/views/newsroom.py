"""The newsroom's own pages inside ``/bien-tap/``: the calendar and the corrections."""

from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.permission_policies.pages import PagePermissionPolicy

from motcua.news.models import Article, Correction
from motcua.news.newsroom import calendar as editorial
from motcua.periods.clock import today

A_PAGE = 50


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """What goes live and ends in the week of ``?ngay=``, in the corners one may see."""
    week = editorial.week_of(_asked(request), _visible(request))
    return render(request, "news/newsroom/calendar.html", {"week": week})


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Every change after publication in the corners one may see, newest first."""
    found = Correction.objects.filter(article__in=_visible(request)).order_by("-made_at", "-pk")
    pages = Paginator(found.select_related("article", "by"), A_PAGE)
    shown = {"corrections": pages.get_page(request.GET.get("p"))}
    return render(request, "news/newsroom/corrections.html", shown)


def _visible(request: HttpRequest) -> QuerySet[Article]:
    policy = PagePermissionPolicy(Article)
    return policy.instances_user_has_any_permission_for(request.user, {"add", "change", "publish"})


def _asked(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        return today()
