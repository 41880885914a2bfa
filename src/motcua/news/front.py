"""What does the front page show of the news? The latest, the first of them with its picture."""

from collections.abc import Mapping
from typing import Any

from django.template import Context
from django.utils.translation import get_language

SHOWN = 4


def latest(_page: Context) -> tuple[str, Mapping[str, Any]] | None:
    """The panel: what editors put there, then the latest; nothing where nothing was published."""
    from .newsroom import slots

    articles = slots.on_front(SHOWN, language=get_language() or "vi")
    if not articles:
        return None
    return "news/parts/front.html", {"first": articles[0], "others": articles[1:]}
