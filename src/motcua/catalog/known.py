"""Which of the papers of a version has the state already? By data that editors keep."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from motcua.catalog.models import KnownPaper, ProcedureVersion
from motcua.periods.models import since

FILE = Path(__file__).parent / "known_papers.json"


RECORD = re.compile(r"bản ghi thủ tục\s+(?P<code>\d\.\d{6})", re.IGNORECASE)
"""How a basis cites the record of a procedure, which speaks for that procedure alone."""


class Held(NamedTuple):
    """What is said beside a paper that the state has: where, what to do, by which words."""

    holder: str
    advice: str
    basis: str


def of(version: ProcedureVersion, day: date) -> dict[int, Held]:
    """By the key of a component, the first that fits and has its basis here. One query."""
    code = version.procedure.code
    held = [
        (each, Held(each.holder, each.advice, basis))
        for each in KnownPaper.objects.on(day)
        if (basis := basis_for(code, each.basis))
    ]
    papers = [paper for case in version.cases.all() for paper in case.components.all()]
    found = {paper.pk: _first(paper.name, held) for paper in papers}
    return {key: each for key, each in found.items() if each}


def basis_for(code: str, basis: str) -> str:
    """The law and the record of this procedure; what another's record says counts only there."""
    told = [part.strip() for part in basis.split(";")]
    return "; ".join(part for part in told if part and _speaks_for(code, part))


def _speaks_for(code: str, part: str) -> bool:
    cited = RECORD.search(part)
    return cited is None or cited["code"] == code


def _first(name: str, held: Iterable[tuple[KnownPaper, Held]]) -> Held | None:
    return next((said for each, said in held if each.is_named_in(name)), None)


def load(path: Path = FILE) -> int:
    """Enter those of the house that nobody entered yet; how many there are in the file."""
    told = json.loads(path.read_text(encoding="utf-8"))
    there = set(KnownPaper.objects.values_list("words", flat=True))
    for one in told:
        if one["words"] not in there:
            begins = date.fromisoformat(one.pop("from"))
            KnownPaper.objects.create(valid_during=since(begins), **one)
    return len(told)
