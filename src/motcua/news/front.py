"""What does the front page show of the news? The latest, the first of them with its picture."""

from collections.abc import Mapping
from typing import Any

from django.template import Context
from django.utils.translation import get_language

SHOWN = 4


def latest(_page: Context) -> tuple[str, Mapping[str, Any]] | None:
    """The panel: nothing where nothing was published. Two queries."""
    from .models import Article

    readers = Article.objects.shown().in_language(get_language() or "vi")
    articles = list(readers.newest_first().with_pictures()[:SHOWN])
    if not articles:
        return None
    return "news/parts/front.html", {"first": articles[0], "others": articles[1:]}
