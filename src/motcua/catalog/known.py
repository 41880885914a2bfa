"""Which of the papers of a version has the state already? By data that editors keep."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from motcua.catalog.models import KnownPaper, ProcedureVersion
from motcua.periods.models import since

FILE = Path(__file__).parent / "known_papers.json"


def of(version: ProcedureVersion, day: date) -> dict[int, KnownPaper]:
    """By the key of a component, the first that fits. One query."""
    held = list(KnownPaper.objects.on(day))
    papers = [paper for case in version.cases.all() for paper in case.components.all()]
    found = {
        paper.pk: next((each for each in held if each.is_named_in(paper.name)), None)
        for paper in papers
    }
    return {key: each for key, each in found.items() if each}


def load(path: Path = FILE) -> int:
    """Enter those of the house that nobody entered yet; how many there are in the file."""
    told = json.loads(path.read_text(encoding="utf-8"))
    there = set(KnownPaper.objects.values_list("words", flat=True))
    for one in told:
        if one["words"] not in there:
            begins = date.fromisoformat(one.pop("from"))
            KnownPaper.objects.create(valid_during=since(begins), **one)
    return len(told)
