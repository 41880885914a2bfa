"""What does a feed reader get? The latest articles as RSS 2.0 or Atom, with absolute addresses."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import feedgenerator
from django.utils.translation import gettext as _

from motcua.ui import identity
from motcua.ui.sitemaps import absolute, printable

from . import shapes

if TYPE_CHECKING:
    from .models import Article, Picture

LATEST = 30
"""How many a feed holds."""
KINDS: dict[str, type[feedgenerator.SyndicationFeed]] = {
    "rss": feedgenerator.Rss201rev2Feed,
    "atom": feedgenerator.Atom1Feed,
}
MEDIA_TYPES = {kind: f"application/{kind}+xml; charset=utf-8" for kind in KINDS}


@dataclass(frozen=True)
class Channel:
    """What a feed says of itself."""

    title: str
    page: str
    """The path of the page with the same articles."""
    own: str
    """The path of the feed."""
    language: str
    description: str = ""


def written(kind: str, channel: Channel, articles: Iterable[Article]) -> str:
    """The feed as text; ``articles`` come with their pictures."""
    site, own = printable(identity.today().name), printable(channel.title)
    feed = KINDS[kind](
        title=f"{own} – {site}" if own else site,
        link=absolute(channel.page),
        description=channel.description or _("Tin mới của %s") % site,
        language=channel.language,
        feed_url=absolute(channel.own),
        author_name=site,
        ttl=30,
    )
    for article in articles:
        _add(feed, article)
    return feed.writeString("utf-8")


def _add(feed: feedgenerator.SyndicationFeed, article: Article) -> None:
    address = absolute(article.address)
    feed.add_item(
        title=printable(article.title),
        link=address,
        description=printable(article.lead),
        unique_id=address,
        unique_id_is_permalink=True,
        author_name=printable(article.byline) or None,
        pubdate=article.published_at,
        updateddate=article.last_published_at or article.published_at,
        categories=[printable(article.category.name)] if article.category else [],
        enclosures=_enclosures(article.picture) if article.picture else [],
    )


def _enclosures(picture: Picture) -> list[feedgenerator.Enclosure]:
    """The picture for other sites, or the original until it is made; none whose file is lost."""
    made = shapes.shared(picture)
    file = (made or picture).file
    try:
        size = file.size
    except OSError:
        return []
    media_type, _encoding = mimetypes.guess_type(file.name)
    return [feedgenerator.Enclosure(absolute(file.url), str(size), media_type or "image/jpeg")]
