"""What stands around an article on its page? All of it fetched at once, whatever the body holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language

from . import bodies
from .shapes import shared

if TYPE_CHECKING:
    from .models import Article, Section
    from .queries import ArticleQuerySet

BESIDE = 5
"""Related articles at most."""
NEIGHBORS = 3
"""Newer and older ones of the category, of each at most."""
ENOUGH = 4
"""With fewer others named than so many, the latest of any category follow."""


def everything(article: Article) -> dict[str, Any]:
    """For the page's template; about a dozen queries."""
    pictures = article.pictures()
    prefetch_related_objects(pictures, "renditions")
    related = _related(article)
    return {
        "section": _section(article),
        "topics": list(article.topics.all()),
        "tags": article.tag_names,
        "related": related,
        "neighbors": _neighbors(article, related),
        "translations": _translations(article),
        "procedures": bodies.procedures(article.body),
        "organizations": bodies.organizations(article.body),
        "conclusions": bodies.conclusions(article.body),
        "shared_picture": shared(article.picture) if article.picture else None,
    }


def _shown(article: Article) -> ArticleQuerySet:
    readers = type(article).objects.shown().in_language(get_language() or article.language)
    return readers.exclude(translation_key=article.translation_key).select_related("locale")


def _section(article: Article) -> Section:
    from .models import Section

    above = article.path[: -article.steplen]
    return Section.objects.select_related("locale").get(path=above)


def _related(article: Article) -> list[Article]:
    if article.pk is None:  # a preview of what was never kept
        return []
    close = article.relations.filter(other__live=True).select_related("other__locale")
    return [relation.other for relation in close[:BESIDE]]


def _neighbors(article: Article, related: list[Article]) -> list[Article]:
    """The nearest newer and older ones of its category, newest first; none said already."""
    if article.published_at is None:
        return []
    others = _shown(article).exclude(pk__in=[each.pk for each in related])
    same = others.filter(category=article.category_id)
    newer = same.newer_than(article).order_by("published_at", "pk")[:NEIGHBORS]
    older = same.older_than(article).newest_first()[:NEIGHBORS]
    nearest = [*reversed(newer), *older]
    return nearest + _latest(others, nearest) if len(nearest) < ENOUGH else nearest


def _latest(others: ArticleQuerySet, nearest: list[Article]) -> list[Article]:
    """Of any category, where the own one has few."""
    rest = others.exclude(pk__in=[each.pk for each in nearest]).newest_first()
    return list(rest[: ENOUGH + 1 - len(nearest)])


def _translations(article: Article) -> list[Article]:
    others = article.get_translations().live().select_related("locale")
    return [each for each in others if each.language != article.language]
