"""Which procedures does a version name beside itself, and do they lead anywhere?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from motcua.catalog.models import Procedure, ProcedureVersion
from motcua.catalog.models.procedures import CODE
from motcua.periods import clock

CODES = re.compile(rf"(?<![\d.]){CODE}(?!\d)")


class Related(NamedTuple):
    """A line of the record; where it names one procedure of the portal, its name and address."""

    words: str
    name: str = ""
    code: str = ""
    address: str = ""


def codes_in(lines: Iterable[str]) -> list[str]:
    """The codes that the lines name, each once."""
    return list(dict.fromkeys(code for line in lines for code in CODES.findall(line)))


def unknown(codes: Sequence[str]) -> list[str]:
    """Those of which the portal has no procedure."""
    if not codes:
        return []
    there = set(Procedure.objects.filter(code__in=codes).values_list("code", flat=True))
    return [code for code in codes if code not in there]


def of(version: ProcedureVersion) -> list[Related]:
    """What stands under *Thủ tục liên quan*; one question, none where nothing is named."""
    codes = codes_in(version.related)
    names = _names(codes) if codes else {}
    return [_related(line, names) for line in version.related]


def _names(codes: Sequence[str]) -> dict[str, str]:
    today = ProcedureVersion.objects.published().on(clock.today())
    return dict(today.filter(procedure__code__in=codes).values_list("procedure__code", "name"))


def _related(line: str, names: dict[str, str]) -> Related:
    named = codes_in([line])
    if len(named) != 1 or named[0] not in names:
        return Related(line)
    code = named[0]
    return Related(line, names[code], code, Procedure(code=code).get_absolute_url())
