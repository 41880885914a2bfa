"""How does the newsroom show pictures and lists? ``{% load news %}``."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from motcua.directives.reading import Told
from motcua.news import shapes
from motcua.news.models import Picture
from motcua.search.highlights import highlighted

register = template.Library()


@register.inclusion_tag("news/parts/picture.html")
def picture(shown: Picture, shape: str = "whole", **how: bool) -> dict[str, Any]:
    """A picture in one of the shapes; ``first=True`` at the head of a page, ``silent=True`` beside
    a title that says everything."""
    return {
        "offer": shapes.offer(shown, shapes.SHAPES[shape]),
        "alt": "" if how.get("silent") else shown.description,
        "first": how.get("first", False),
    }


@register.filter
def plain(shown: Picture) -> str:
    """The address of a picture where only one fits, such as before a video begins."""
    return shapes.offer(shown, shapes.WHOLE).src


@register.filter
def found_among(text: str, words: frozenset[str]) -> SafeString | str:
    """The text with the words that were looked for."""
    return highlighted(text, words) if words else text


@register.filter
def size_of(number: int) -> str:
    """214 KB, 3,2 MB, as files are measured in shops."""
    return f"{number // 1000} KB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB"


@register.filter
def told(conclusions: dict[str, Told] | None, code: str) -> Told | None:
    """A public conclusion with its tasks; nothing where it is not public (any more)."""
    return (conclusions or {}).get(code)


@register.filter
def named(names: dict[str, str] | None, code: str) -> str:
    """What the thing with this code is called today; nothing where it no longer is."""
    return (names or {}).get(code, "")
