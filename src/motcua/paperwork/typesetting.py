"""How does a paper get onto the page? Typst with our own templates and our own fonts.

Data reaches a template as JSON in one input and is never spliced into its source: a name that
looks like markup is printed as it is.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from . import filled_forms, glyphs, one_sheets, receipts, reports
from .exceptions import UnknownPaper

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates" / "typst"
FONTS = HERE / "fonts"

PAPERS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "form": filled_forms.printable,
    "receipt": receipts.printable,
    "report": reports.printable,
    "one_sheet": one_sheets.printable,
}
"""Each template, and what turns its data into the words that it prints."""


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """The paper as a tagged PDF with embedded fonts, for example ``typeset("receipt", data)``.

    The same data gives the same bytes: the date of the file is ``made_at`` of the printable data.
    Raises ``UnknownPaper`` for a template that is not ours.
    """
    name = template.removesuffix(".typ")
    if name not in PAPERS:
        raise UnknownPaper(name)
    printed = glyphs.printable(PAPERS[name](data))
    return typst.compile(
        TEMPLATES / f"{name}.typ",
        root=TEMPLATES,
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"data": json.dumps(printed, ensure_ascii=False)},
        # UA-1: tagged, titled, in a stated language. A-2a: readable after decades of storage.
        pdf_standards=["ua-1", "a-2a"],
        timestamp=datetime.fromisoformat(printed["made_at"]),
    )


@cache
def _fonts() -> typst.Fonts:
    """Our fonts and no others: not the machine's, not the ones inside typst."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
