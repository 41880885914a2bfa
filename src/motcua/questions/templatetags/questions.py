"""How are questions written on a page? ``{% load questions %}``."""

from collections.abc import Collection

from django import template
from django.utils.safestring import SafeString

from motcua.search.highlights import highlighted

register = template.Library()


@register.filter
def found_among(text: str, words: Collection[str]) -> SafeString:
    """The text with the words that were looked for."""
    return highlighted(text, words)
