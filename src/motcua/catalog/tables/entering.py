"""What would come of a workbook, and what does come of it? The same writing as of JSON records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from django.db import transaction

from motcua.catalog.exceptions import RecordRefused
from motcua.catalog.importing import storing, translating
from motcua.catalog.importing.translating import Understood
from motcua.operations.batching import batches

from . import reading
from .columns import PROCEDURES
from .reading import Problem, Said

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

Outcomes = dict[str, str]
AT_ONCE = 100
"""Records that are written together."""


@dataclass
class Checked:
    """The records of a workbook as they were understood, and everything to be mended."""

    records: list[Understood] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    """What was kept as it stands; nothing stands against it."""


def check(content: IO[bytes]) -> Checked:
    """Nothing is written. Raises WorkbookRefused for what is no workbook."""
    said = reading.read(content)
    checked = Checked(problems=said.problems)
    for code in said.raws:
        _understand(code, said, checked)
    return checked


def _understand(code: str, said: Said, checked: Checked) -> None:
    row = said.rows[code]
    try:
        told = translating.understand(said.raws[code])
    except RecordRefused as refused:
        found = [Problem(PROCEDURES.name, row, "", each) for each in refused.sentences]
        checked.problems += found
        return
    checked.records.append(told)
    checked.remarks += [Problem(PROCEDURES.name, row, "", str(each)) for each in told.remarks]


def enter(records: Sequence[Understood], *, by: Acting, in_force: bool = False) -> Outcomes:
    """Write them; what became of each code: added, changed, waits as a draft, says nothing new.

    What a workbook says was typed by people: it waits to be looked over, unless ``in_force`` is
    asked for, as where a portal is filled for the first time.
    """
    outcomes: Outcomes = {}
    for some in batches(records, AT_ONCE):
        stored = storing.store(some, by=by, drafts_only=not in_force)
        outcomes |= {code: each.value for code, each in stored.items()}
    return outcomes


@transaction.atomic
def rehearse(records: Sequence[Understood], *, by: Acting, in_force: bool = False) -> Outcomes:
    """What ``enter`` would do now; it is done and taken back."""
    outcomes = enter(records, by=by, in_force=in_force)
    transaction.set_rollback(True)
    return outcomes
