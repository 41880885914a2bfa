"""Which addresses of the newsroom does a search engine find, and which are new?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from motcua.ui import identity
from motcua.ui.sitemaps import Map, printable

from .models import Announcement, Article, Category, Section
from .queries import ArticleQuerySet

NEW = timedelta(hours=48)
"""Google's rule for a news sitemap: articles of the last two days, a thousand at most."""
MOST_NEW = 1000


class ArticleMap(Map):
    """Every article that readers may see, in its own language."""

    limit = 10_000

    def items(self) -> ArticleQuerySet:
        shown: ArticleQuerySet = Article.objects.shown()
        return shown.newest_first().select_related("locale").defer("body")

    def location(self, item: Article) -> str:
        return item.address

    def lastmod(self, item: Article) -> datetime | None:
        return item.last_published_at or item.published_at


class NewArticleMap(ArticleMap):
    """The news sitemap."""

    template_name = "news/sitemap_news.xml"
    limit = MOST_NEW
    max_age = 300

    def items(self) -> Any:
        since = timezone.now() - NEW
        return super().items().filter(published_at__gte=since)[:MOST_NEW]

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        name = identity.today().name
        urls: list[dict[str, Any]] = super().get_urls(*args, **kwargs)
        return [
            url | {"publication": printable(name), "title": printable(url["item"].title)}
            for url in urls
        ]


class CornerMap(Map):
    """Corners and headings."""

    def items(self) -> list[Section | Category]:
        corners = Section.objects.live().select_related("locale")
        return [*corners.order_by("path"), *Category.objects.all()]

    def location(self, item: Section | Category) -> str:
        return item.address if isinstance(item, Section) else item.get_absolute_url()


class AnnouncementMap(Map):
    """What was announced and has not expired."""

    def items(self) -> Any:
        return Announcement.objects.shown(timezone.now()).newest_first()

    def lastmod(self, item: Announcement) -> datetime:
        return item.published_at


MAPS = {
    "tin-tuc": ArticleMap,
    "tin-moi": NewArticleMap,
    "goc-tin": CornerMap,
    "thong-bao": AnnouncementMap,
}
