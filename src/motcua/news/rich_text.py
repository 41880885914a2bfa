"""What does an editor's browser send as rich text? A tree in JSON, read before it is believed."""

import re
from typing import Any, Final

from django.core.exceptions import BadRequest
from draftjs_exporter.error import ExporterException
from wagtail.admin.rich_text import DraftailRichTextArea

UNREADABLE: Final = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RecursionError,
    ExporterException,
)
"""How Wagtail's reader fails at a tree that its own page never sends."""
MARK = re.compile(r"""<(?:a|embed)\b[^>]*\bid="([^"]*)\"""")
"""What a link or a picture in the text names by its number."""
NUMBER = re.compile(r"[0-9]{1,18}")


class RichTextArea(DraftailRichTextArea):
    """Wagtail's, but a tree that was tampered with is a bad request and no failure of ours."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        try:
            html = super().value_from_datadict(data, files, name)
        except UNREADABLE as failure:
            raise BadRequest from failure
        if html and not all(map(NUMBER.fullmatch, MARK.findall(html))):
            raise BadRequest
        # JSON may hold one half of a character (\ud800), which no database takes.
        return html and html.encode(errors="ignore").decode()
