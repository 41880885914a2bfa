"""How does text look before anything is read from it?"""

from __future__ import annotations

import json
import re
import unicodedata

from motcua.search import folding

SMALL = "a-zđàáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹ"
"""Small letters of Vietnamese, for patterns."""
GLUED = re.compile(rf"(?:(?<=[{SMALL})])|(?<=[A-ZĐ]{{2}}))(?=[^\W\d_{SMALL}][{SMALL}])")
"""Where two columns of a page stand together: *Không thu phíTại Trung tâm*."""
NOTHING = frozenset({"", "không có thông tin", "không có", "không", "-", "--", "null", "none"})
"""What records say where they say nothing."""


def text(value: object) -> str:
    """Composed, visible, with single spaces; paragraphs stay apart. Whatever it is, a string.

    >>> text("Hô\u0323  tịch\\u200b ")
    'Hộ tịch'
    """
    said = value if isinstance(value, str) else _said(value)
    said = said.encode("utf-8", "ignore").decode()  # half of a surrogate pair is no letter
    lines = (" ".join(_composed(line).split()) for line in said.splitlines())
    return "\n".join(line for line in lines if line)


def _composed(line: str) -> str:
    """Once more where something invisible kept two marks apart: clean text is cleaned no further.

    >>> _composed("a\\u0302\\u200b\\u0323") == "ậ"
    True
    """
    return unicodedata.normalize("NFC", folding.nfc(line))


def said(value: object) -> str:
    """The text, or nothing where the record says *Không có thông tin*."""
    cleaned = text(value)
    return "" if says_nothing(cleaned) else cleaned


def says_nothing(words: str) -> bool:
    return words.strip(" .;:").lower() in NOTHING


def one_line(value: object) -> str:
    return " ".join(said(value).split())


def paragraphs(value: object) -> list[str]:
    """The lines of a text; what a list holds stays whole."""
    told = [text(one) for one in value] if isinstance(value, list) else said(value).split("\n")
    return [each for each in told if not says_nothing(each)]


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(text(one) for one in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
