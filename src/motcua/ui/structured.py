"""How do machines read a page? As schema.org JSON-LD in a data block, which no browser runs."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

HARMLESS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
"""Inside a script element nothing may look like the end of one."""


def data_block(said: Mapping[str, Any]) -> SafeString:
    """What is said of a page, without what is empty; nothing in it can end the block."""
    entered = {name: value for name, value in said.items() if value}
    text = json.dumps(entered, ensure_ascii=False)
    harmless = mark_safe(text.translate(HARMLESS))  # noqa: S308  JSON without <, > and &
    return format_html('<script type="application/ld+json">{}</script>', harmless)
