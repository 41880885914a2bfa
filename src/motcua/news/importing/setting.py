"""How does a story's body become blocks? Each piece as the value that StreamField keeps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from motcua.catalog.models import Procedure
from motcua.directives.models import Conclusion
from motcua.organizations.models import Organization

from .keeping import Drawer
from .stories import (
    FoundPicture,
    Gallery,
    Heading,
    Mention,
    Paper,
    Paragraphs,
    Piece,
    Quotation,
    Recording,
    Story,
    Table,
    Trouble,
)

FIGURE = re.compile(r"-?\d{1,15}(\.\d+)?")
Block = dict[str, Any]


def body(story: Story, drawer: Drawer) -> list[Block]:
    """What StreamField keeps; a piece whose file or code is not there is left out and noted."""
    return [block for piece in story.body for block in _blocks(piece, story, drawer)]


def _blocks(piece: Piece, story: Story, drawer: Drawer) -> Iterator[Block]:
    if isinstance(piece, FoundPicture):
        yield from _picture(piece, story, drawer)
    elif isinstance(piece, Gallery):
        yield from _gallery(piece, story, drawer)
    elif isinstance(piece, Recording):
        yield from _file("media", drawer.recording(piece, story))
    elif isinstance(piece, Paper):
        yield from _file("document", drawer.paper(piece, story))
    elif isinstance(piece, Mention):
        yield from _mention(piece, story)
    else:
        yield WORDS[type(piece)](piece)


def _picture(piece: FoundPicture, story: Story, drawer: Drawer) -> Iterator[Block]:
    kept = drawer.picture(piece, story)
    if kept is not None:
        yield {"type": "picture", "value": _shown(piece, kept)}


def _shown(piece: FoundPicture, kept: Any) -> dict[str, Any]:
    return {"picture": _number(kept), "caption": piece.caption, "credit": piece.credit}


def _gallery(piece: Gallery, story: Story, drawer: Drawer) -> Iterator[Block]:
    """A gallery of which one picture is left is that picture."""
    held = [(each, drawer.picture(each, story)) for each in piece.pictures]
    shown = [_shown(each, kept) for each, kept in held if kept is not None]
    if len(shown) > 1:
        value = {"title": piece.title, "pictures": shown}
        yield {"type": "gallery", "value": value}
    else:
        yield from ({"type": "picture", "value": each} for each in shown)


def _file(kind: str, kept: Any) -> Iterator[Block]:
    if kept is not None:
        yield {"type": kind, "value": _number(kept)}


def _number(kept: Any) -> int | None:
    """Its number; nothing in a dry run, which keeps none."""
    return getattr(kept, "pk", None)


def _mention(piece: Mention, story: Story) -> Iterator[Block]:
    known: Any = {
        "procedure": Procedure.objects.filter(code=piece.code),
        "organization": Organization.objects.filter(identifier=piece.code),
        "conclusion": Conclusion.objects.public().filter(code=piece.code),
    }
    if known[piece.kind].exists():
        yield {"type": piece.kind, "value": piece.code}
    else:
        story.note(Trouble.UNKNOWN_CODE, piece.code)


# --- Words -------------------------------------------------------------------------------------


def _paragraphs(piece: Paragraphs) -> Block:
    return {"type": "paragraph", "value": piece.html}


def _heading(piece: Heading) -> Block:
    return {"type": "heading", "value": {"text": piece.text, "level": piece.level}}


def _quotation(piece: Quotation) -> Block:
    value = {"text": piece.text, "speaker": piece.speaker, "post": piece.post}
    return {"type": "quotation", "value": value}


def _table(piece: Table) -> Block:
    figures = [
        all(FIGURE.fullmatch(row[column]) or not row[column] for row in piece.rows)
        and any(row[column] for row in piece.rows)
        for column in range(len(piece.head))
    ]
    table = {
        "columns": [
            {"type": "number" if is_figure else "text", "heading": heading}
            for heading, is_figure in zip(piece.head, figures, strict=True)
        ],
        "rows": [
            {"values": [_cell(*cell) for cell in zip(row, figures, strict=True)]}
            for row in piece.rows
        ],
        "caption": "",
    }
    value = {
        "caption": piece.caption,
        "first_column_is_header": piece.is_named,
        "table": table,
    }
    return {"type": "table", "value": value}


def _cell(words: str, is_figure: bool) -> str | None:
    return None if is_figure and not words else words


WORDS: dict[type, Callable[[Any], Block]] = {
    Paragraphs: _paragraphs,
    Heading: _heading,
    Quotation: _quotation,
    Table: _table,
}
