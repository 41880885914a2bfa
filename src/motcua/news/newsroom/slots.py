"""What stands on the front page today? What editors put there, then the latest."""

from typing import Any

from motcua.news.models import Article, FrontSlot
from motcua.periods.clock import today


def on_front(count: int, *, language: str = "vi") -> list[Article]:
    """``count`` articles in order: today's slots by place, the rest filled with the newest.

    Two statements; an article that is not shown to everybody leaves its place to the next.
    """
    articles: Any = Article.objects.shown().in_language(language).with_pictures()
    places = FrontSlot.objects.on(today()).values_list("article_id", "place")
    by_article = dict(places)
    chosen = sorted(articles.filter(pk__in=by_article), key=lambda each: by_article[each.pk])
    rest = articles.exclude(pk__in=[each.pk for each in chosen]).newest_first()
    return [*chosen[:count], *rest[: max(0, count - len(chosen))]]
