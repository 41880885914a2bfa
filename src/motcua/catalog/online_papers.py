"""Which of a procedure's papers are asked for when one applies online?

Told only where the record says it in so many words; a paper about which there is any doubt is
asked for, and everybody may send any paper (NĐ 61/2018/NĐ-CP, Điều 17: the clerk checks).
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from motcua.search.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from motcua.catalog.models import Component

BEFORE = (
    "(?:(?:chi|khi|neu|truong hop|nguoi|co|yeu cau|lua chon|ban|ho so|nop|gui|den|lam|thu tuc"
    "|hinh thuc|theo|bang|qua|tai|he thong) )*"
)
"""Words that say nothing but that a way follows."""
OTHER_WAY = "(?:truc tiep|buu chinh|buu dien)"
BY_OTHER_WAYS = re.compile(f"{BEFORE}{OTHER_WAY}(?:,?(?: hoac)? {BEFORE}{OTHER_WAY})*")
"""A condition that names other ways of handing in and nothing else."""
ONLINE = re.compile(f"{BEFORE}truc tuyen")
"""The same of the way that one is on."""
INTERACTIVE = re.compile("(?:bieu )?mau (?:ho tich )?dien tu tuong tac")
"""What the records call the form that is filled in on the portal itself (NĐ 87/2020/NĐ-CP)."""


class Need(Enum):
    """What a paper is to somebody who applies online."""

    ASKED = "asked"
    IN_SOME_CASES = "in some cases"
    FILLED_IN = "filled in"
    ELSEWHERE = "elsewhere"


def need(paper: Component, *, has_form: bool, stands_for: Iterable[str] = ()) -> Need:
    """``has_form``: whether the portal asks the questions of the procedure's own form.

    ``stands_for``: how papers begin in whose place that form is filled in.
    """
    if has_form and _is_form(fold(paper.name), stands_for):
        return Need.FILLED_IN
    said = fold(paper.condition).strip(" .")
    if not said or ONLINE.fullmatch(said):
        return Need.ASKED
    return Need.ELSEWHERE if BY_OTHER_WAYS.fullmatch(said) else Need.IN_SOME_CASES


def _is_form(name: str, stands_for: Iterable[str]) -> bool:
    return bool(INTERACTIVE.search(name)) or any(name.startswith(fold(one)) for one in stands_for)
