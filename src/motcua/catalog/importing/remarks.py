"""What was kept as it stood, and why?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext_noop as _

from . import cleaning

LONGEST = 300
"""Letters of a source's words that a remark quotes."""
STRANGE = _("trường lạ, không dùng")
ODD_ROW = _("dòng không đúng dạng, không nhận")


class Remark(NamedTuple):
    """A part of a record that was not fully understood: field, reason, the source's own words."""

    field: str
    why: str
    raw: str

    def __str__(self) -> str:
        return f"{self.field}: {self.why}: “{self.raw}”"


Noting = Callable[[str, str], None]
"""Takes a reason and the words of the source."""


def tell_strange(row: Mapping[str, Any], known: Iterable[str], note: Noting) -> None:
    """Say which keys of a row nobody reads, where they hold anything."""
    for key in sorted(set(map(str, row)) - set(known)):
        if words := cleaning.said(row.get(key)):
            note(STRANGE, f"{cleaning.one_line(key)}: {words}")


class Remarks(list[Remark]):
    """All remarks of one record, in the order of its parts."""

    def on(self, field: str) -> Noting:
        """What a parser calls for whatever it leaves as it stands."""

        def note(why: str, raw: str) -> None:
            short = raw if len(raw) <= LONGEST else f"{raw[:LONGEST]}…"
            remark = Remark(field, str(why), short)
            if remark not in self:
                self.append(remark)

        return note
