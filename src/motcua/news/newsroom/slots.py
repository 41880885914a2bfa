"""What stands on the front page today? What editors put there, then the latest."""

from typing import Any

from django.db.models import OuterRef, Q, Subquery

from motcua.news.models import Article, FrontSlot
from motcua.periods.clock import today

PLACES = len(FrontSlot.Place)


def on_front(count: int, *, language: str = "vi") -> list[Article]:
    """``count`` articles in order: today's slots by place, the rest filled with the newest.

    Two statements, however many articles there are; an article that is not shown to everybody
    leaves its place to the next.
    """
    shown: Any = Article.objects.shown().in_language(language)
    slots = FrontSlot.objects.on(today())
    newest = shown.newest_first().values("pk")[: count + PLACES]
    wanted = shown.filter(Q(pk__in=slots.values("article")) | Q(pk__in=newest))
    place = slots.filter(article=OuterRef("pk")).order_by("place").values("place")[:1]
    found = wanted.with_pictures().newest_first().annotate(place=Subquery(place))
    return sorted(found, key=lambda article: article.place or PLACES + 1)[:count]
