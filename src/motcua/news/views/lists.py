"""Which articles does a reader find? By newest, category, topic and month, each list with ?q=."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from motcua.news import lists, months
from motcua.news.models import Article, Category, NewsIndex, Section, Topic
from motcua.news.queries import ArticleQuerySet

FIRST_YEAR, LAST_YEAR = 1990, 2200
"""Months that an archive may be asked for."""


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The latest of everything."""
    found = NewsIndex.objects.live().filter(locale__language_code=get_language()).first()
    return _list(request, "news/index.html", _articles(), {"index": found})


@login_not_required
@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """The latest under one heading."""
    found = get_object_or_404(Category, slug=slug)
    return _list(
        request, "news/category.html", _articles().filter(category=found), {"category": found}
    )


@login_not_required
@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """One story, as an editor gathered it."""
    found = get_object_or_404(Topic.objects.select_related("picture"), slug=slug)
    return _list(request, "news/topic.html", _articles().filter(topics=found), {"topic": found})


@login_not_required
@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """What was published in one month."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        raise Http404
    asked = months.Month(year, month)
    articles = _articles().between(asked.start, asked.next.start)
    return _list(request, "news/month.html", articles, {"month": asked})


def section(request: HttpRequest, found: Section) -> HttpResponse:
    """An organization's corner."""
    return _list(request, "news/section.html", _articles().within(found), {"section": found})


def _articles() -> ArticleQuerySet:
    return Article.objects.shown().in_language(get_language() or "vi")


def _list(
    request: HttpRequest, template: str, articles: ArticleQuerySet, shown: dict[str, Any]
) -> HttpResponse:
    beside = {
        "categories": Category.objects.all(),
        "months": months.latest(_articles()),
        "listed": lists.listed(articles, request.GET),
    }
    return render(request, template, shown | beside)
