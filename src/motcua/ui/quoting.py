"""Which words are quoted, and so stay in their own language on a page in another?

Records and laws are Vietnamese; the words of the portal are translated. A reader aloud must be told
which is which (WCAG 2.2, 3.1.2), so words of a record say so and are marked on the page.
"""

from __future__ import annotations

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

SOURCE = "vi"
"""The language of records."""


class Quoted(str):
    """Words of a record: Vietnamese, whatever the page speaks."""

    __slots__ = ()


def marked(words: str) -> SafeString:
    """The words, with their language where the page speaks another."""
    if words and isinstance(words, Quoted) and get_language() != SOURCE:
        return format_html('<bdi lang="{}">{}</bdi>', SOURCE, words)
    return conditional_escape(words)
