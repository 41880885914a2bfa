"""What is wrong with a form that was built, and at which block?"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext as _

Place = tuple[int | str, ...]
"""The way to a field of a block: ``(0, "sections", 2, "questions", 1, "name")``; empty: all."""
NAMES = {
    "sections": lambda number: _("mục %(n)d") % {"n": number},
    "questions": lambda number: _("câu %(n)d") % {"n": number},
    "conditions": lambda number: _("điều kiện %(n)d") % {"n": number},
}


class Problem(NamedTuple):
    """One thing to mend: where, and the sentence."""

    place: Place
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}" if self.place else self.sentence

    @property
    def where(self) -> str:
        """*Trang 1, mục 3, câu 2*."""
        page, *rest = self.place
        said = [_("Trang %(n)d") % {"n": int(page) + 1}]
        for name, number in pairwise(rest):
            if name in NAMES and isinstance(number, int):
                said.append(NAMES[str(name)](number + 1))
        return ", ".join(said)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """As one reads the form; each is said once."""
    return sorted(dict.fromkeys(problems), key=lambda each: [str(step) for step in each.place])
