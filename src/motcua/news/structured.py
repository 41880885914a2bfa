"""How do machines read an article? As a schema.org NewsArticle, and as what other sites preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from motcua.ui import identity
from motcua.ui.sitemaps import absolute
from motcua.ui.structured import data_block

from . import shapes

if TYPE_CHECKING:
    from .models import Article

HEADLINE = 110
"""Characters that Google shows of a headline."""


def news_article(article: Article) -> SafeString:
    """JSON-LD in a data block, which no browser runs; only what is entered."""
    return data_block(_said(article))


def _said(article: Article) -> dict[str, Any]:
    address = absolute(article.address)
    publisher = _publisher()
    changed = article.last_published_at or article.published_at
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title[:HEADLINE],
        "description": article.lead,
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "datePublished": article.published_at.isoformat() if article.published_at else "",
        "dateModified": changed.isoformat() if changed else "",
        "inLanguage": article.language,
        "articleSection": article.category.label if article.category else "",
        "keywords": article.tag_names,
        "wordCount": article.words,
        "image": picture_address(article),
        "author": [_author(article, publisher)],
        "publisher": publisher,
        "isAccessibleForFree": True,
        "correction": [_correction(each) for each in article.notices],
    }


def _author(article: Article, publisher: dict[str, str]) -> dict[str, str]:
    """A person where the article names one; else whoever publishes it."""
    return {"@type": "Person", "name": article.byline} if article.byline else publisher


def _publisher() -> dict[str, str]:
    site = identity.today()
    name = site.managing_body or site.name
    return {"@type": "GovernmentOrganization", "name": name, "url": absolute("/")}


def _correction(correction: Any) -> dict[str, str]:
    return {
        "@type": "CorrectionComment",
        "text": correction.note,
        "datePublished": correction.made_at.isoformat(),
    }


def picture_address(article: Article) -> str:
    """Of the picture that other sites show, absolute; the original until it is made."""
    if article.picture is None:
        return ""
    made = shapes.shared(article.picture)
    return absolute((made or article.picture).file.url)


def shared(article: Article) -> SafeString:
    """Open Graph and the canonical address, for the head of the page."""
    site = identity.today()
    facts = {
        "og:type": "article",
        "og:title": article.title,
        "og:description": article.lead,
        "og:url": absolute(article.address),
        "og:site_name": site.name,
        "og:locale": {"vi": "vi_VN", "en": "en_US"}.get(article.language, ""),
        "og:image": picture_address(article),
        "og:image:alt": article.picture.description if article.picture else "",
        "article:published_time": article.published_at.isoformat() if article.published_at else "",
        "article:section": article.category.label if article.category else "",
    }
    rows = [(name, value) for name, value in facts.items() if value]
    rows += [("article:tag", name) for name in article.tag_names]
    canonical = format_html('<link rel="canonical" href="{}">\n', absolute(article.address))
    return canonical + format_html_join("\n", '<meta property="{}" content="{}">', rows)
