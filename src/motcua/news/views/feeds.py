"""What does a feed reader ask for? Everything, one category, or one corner, as RSS or Atom."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from motcua.news import feeds
from motcua.news.feeds import Channel
from motcua.news.models import Article, Category, Section
from motcua.news.queries import ArticleQuerySet

FRESH = 300
"""Seconds for which a reader may keep a feed."""


@login_not_required
@require_safe
@cache_control(max_age=FRESH, public=True)
def latest(request: HttpRequest, kind: str) -> HttpResponse:
    """The latest of everything."""
    return _answer(request, kind, _("Tin tức"), reverse("news:index"), _articles())


@login_not_required
@require_safe
@cache_control(max_age=FRESH, public=True)
def category(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The latest under one heading."""
    found = get_object_or_404(Category, slug=slug)
    articles = _articles().filter(category=found)
    return _answer(request, kind, found.label, found.get_absolute_url(), articles)


@login_not_required
@require_safe
@cache_control(max_age=FRESH, public=True)
def section(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The latest of one corner."""
    corners = Section.objects.live().filter(locale__language_code=_language())
    found = get_object_or_404(corners.select_related("locale"), slug=slug)
    return _answer(request, kind, found.title, found.address, _articles().within(found))


def _language() -> str:
    return get_language() or "vi"


def _articles() -> ArticleQuerySet:
    """Only those in the feed's own language, since it says which that is."""
    shown: ArticleQuerySet = Article.objects.shown()
    return shown.filter(locale__language_code=_language())


def _answer(
    request: HttpRequest, kind: str, title: str, page: str, articles: ArticleQuerySet
) -> HttpResponse:
    channel = Channel(title=title, page=page, own=request.path, language=_language())
    found = articles.newest_first().with_pictures()[: feeds.LATEST]
    text = feeds.written(kind, channel, found)
    return HttpResponse(text, content_type=feeds.MEDIA_TYPES[kind])
