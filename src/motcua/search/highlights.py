"""Show in a text which of its words were looked for."""

from collections.abc import Collection

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .folding import WORD
from .words import loose


def highlighted(text: str, words: Collection[str]) -> SafeString:
    """The text as HTML with ``<mark>`` around each word that is, without marks, among ``words``."""
    parts, end = [], 0
    for found in WORD.finditer(text):
        if "".join(loose(found[0])) not in words:
            continue
        parts += [conditional_escape(text[end : found.start()]), _marked(found[0])]
        end = found.end()
    return mark_safe("".join([*parts, conditional_escape(text[end:])]))  # noqa: S308  all escaped


def _marked(word: str) -> SafeString:
    return format_html("<mark>{}</mark>", word)
