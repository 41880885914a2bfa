"""Is this a complaint or a denunciation? Those have a law and a way of their own.

A complaint (khiếu nại) asks an authority to look again at its own decision or act (Luật Khiếu nại
2011, Art 2.1); a denunciation (tố cáo) reports a breach of law by somebody (Luật Tố cáo 2018, Art
2.1). NĐ 20/2008/NĐ-CP keeps both out of petitions. Words only hint at it, so whoever wrote them may
say that it is neither, and go on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from motcua.search import folding
from motcua.search.words import plain

DATA = Path(__file__).parent / "data" / "complaints.json"


class Matter(StrEnum):
    """What a text seems to be."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"


@dataclass(frozen=True, slots=True)
class Recognized:
    """What it seems to be, and the words that say so."""

    matter: Matter
    words: str

    @property
    def is_denunciation(self) -> bool:
        return self.matter is Matter.DENUNCIATION


def recognized(*texts: str) -> Recognized | None:
    """What the texts seem to be; nothing where they only ask.

    >>> recognized("Tôi khiếu nại quyết định thu hồi đất.").matter.value
    'complaint'
    >>> recognized("Thời hạn giải quyết khiếu nại là bao lâu?")
    """
    found = [one for text in texts if (one := _recognized(_words(text)))]
    return next((one for one in found if one.is_denunciation), found[0] if found else None)


def _recognized(said: str) -> Recognized | None:
    is_marked = said != folding.fold(said)
    phrases = _phrases(is_marked)
    for harmless in phrases["harmless"]:
        said = said.replace(f" {harmless} ", " ")
    for matter in (Matter.DENUNCIATION, Matter.COMPLAINT):
        for phrase, shown in phrases[matter].items():
            if f" {phrase} " in said:
                return Recognized(matter, shown)
    return None


@lru_cache(maxsize=2)
def _phrases(is_marked: bool) -> dict[str, dict[str, str]]:
    """The phrases by matter, as they are looked for and as they are shown.

    In a text without any mark the phrases lose theirs; in a marked one *to cao* is not *tố cáo*.
    """
    written = json.loads(DATA.read_text(encoding="utf-8"))
    matters = [*Matter, "harmless"]
    return {matter: {_key(one, is_marked): one for one in written[matter]} for matter in matters}


def _key(phrase: str, is_marked: bool) -> str:
    return plain(folding.accented(phrase) if is_marked else folding.fold(phrase))


def _words(text: str) -> str:
    return f" {plain(folding.accented(text))} "
