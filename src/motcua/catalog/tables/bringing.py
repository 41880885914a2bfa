"""How does an editor bring a workbook? Kept, checked by the worker, confirmed, entered by it.

What an editor brings makes drafts only (``importing/storing.py``); all of it is entered or nothing,
and only where it still comes to what the editor read and confirmed.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from motcua.catalog import drafting, exceptions, rights
from motcua.catalog.importing.translating import Understood
from motcua.catalog.models import ProcedureVersion, Workbook
from motcua.organizations.acting import Acting
from motcua.periods.closing import closed_means
from motcua.ui.xlsx.exceptions import WorkbookRefused
from motcua.ui.xlsx.package import Package

from . import entering

if TYPE_CHECKING:
    from motcua.catalog.tables.reading import Problem

KEPT_FOR = timedelta(days=3)
LONGEST_NAME = 200
State = Workbook.State
Report = dict[str, Any]


@transaction.atomic
def keep(content: bytes, *, by: Acting, name: str) -> Workbook:
    """Keep it to be checked; raises WorkbookRefused, or BeingEntered while the one before is."""
    _refuse_others(by)
    Package(BytesIO(content))
    if Workbook.objects.select_for_update().filter(person=by.person, state=State.ENTERING).exists():
        raise exceptions.BeingEntered
    told = {"name": name[:LONGEST_NAME], "content": content, "sha256": sha256(content).hexdigest()}
    fresh = {"state": State.WAITING, "report": {}, "at": timezone.now()}
    kept, _new = Workbook.objects.update_or_create(
        person=by.person, defaults={**by.hand, **told, **fresh}
    )
    return kept


def check(kept: Workbook) -> None:
    """Write down what would come of it; nothing else is written."""
    if kept.state == State.WAITING:
        _as_it_is(kept).update(state=State.CHECKED, report=_report(kept))


@transaction.atomic
def confirm(kept: Workbook, *, by: Acting, seen: str) -> None:
    """Let it be entered as it was seen; TooLate where another file or a click came between."""
    _refuse_others(by)
    ready = kept.person_id == by.person.pk and kept.may_be_entered and kept.sha256 == seen
    if not ready or not _as_it_is(kept).update(state=State.ENTERING, **by.hand):
        raise exceptions.TooLate


def enter(kept: Workbook) -> None:
    """Make the drafts, where it still comes to what was confirmed; else it is to be read again."""
    if kept.state != State.ENTERING:
        return
    with transaction.atomic():
        report = _entered(kept)
        is_as_seen = report.get("outcomes") == kept.report["outcomes"]
        transaction.set_rollback(not is_as_seen)
        if is_as_seen:
            _as_it_is(kept).update(state=State.ENTERED, report=report, content=b"")
    if not is_as_seen:
        _as_it_is(kept).update(state=State.CHECKED, report=report | {"has_changed": True})


def forget_old() -> int:
    """Remove what nobody asked for in days; how many there were."""
    return Workbook.objects.filter(at__lt=timezone.now() - KEPT_FOR).delete()[0]


def _refuse_others(by: Acting) -> None:
    if not rights.may_write(by):
        raise exceptions.NotYourMove


def _as_it_is(kept: Workbook) -> Any:
    """Its row, unless somebody was faster."""
    return Workbook.objects.filter(pk=kept.pk, state=kept.state, sha256=kept.sha256)


# --- What the worker does -------------------------------------------------------------------------


def _entered(kept: Workbook) -> Report:
    """Write everything and tell what came of it; the caller keeps it or takes it back."""
    by = Acting.as_in(kept)
    try:
        with closed_means(exceptions.NotYourMove):
            _refuse_others(by)
            checked = _checked(kept)
            return _told(checked, entering.enter(checked.records, by=by))
    except (exceptions.NotYourMove, WorkbookRefused) as refused:
        return {"refusal": str(refused)}


def _report(kept: Workbook) -> Report:
    try:
        checked = _checked(kept)
    except WorkbookRefused as refused:
        return {"refusal": str(refused)}
    told = {} if checked.problems else entering.rehearse(checked.records, by=Acting.as_in(kept))
    return _told(checked, told)


def _checked(kept: Workbook) -> entering.Checked:
    """As it is understood; its source is whoever brings it."""
    checked = entering.check(BytesIO(bytes(kept.content)))
    checked.records = [_brought(one) for one in checked.records]
    return checked


def _brought(one: Understood) -> Understood:
    return Understood(one.record | {"source": {"where": drafting.WRITTEN_HERE}}, one.remarks)


def _told(checked: entering.Checked, outcomes: entering.Outcomes) -> Report:
    return {
        "problems": [_row(each) for each in checked.problems],
        "remarks": [_row(each) for each in checked.remarks],
        "outcomes": outcomes,
        "names": {one.record["code"]: one.record["name"] for one in checked.records},
        "drafts": _waiting([code for code, what in outcomes.items() if what != "unchanged"]),
    }


def _row(problem: Problem) -> list[Any]:
    return [problem.sheet, problem.row, problem.column, problem.sentence]


def _waiting(codes: list[str]) -> dict[str, int]:
    """Drafts that wait for these procedures already, besides what the workbook brings."""
    there = ProcedureVersion.objects.waiting().filter(procedure__code__in=codes)
    return dict(there.order_by("number").values_list("procedure__code", "number"))
