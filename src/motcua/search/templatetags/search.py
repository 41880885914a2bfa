"""How are results written on a page? ``{% load search %}``."""

from django import template
from django.utils.safestring import SafeString

from motcua.search.highlights import highlighted
from motcua.search.results import Result

register = template.Library()


@register.filter
def title_of(result: Result) -> SafeString:
    """The title with the words that were looked for."""
    return highlighted(result.hit.title, result.hit.words)
