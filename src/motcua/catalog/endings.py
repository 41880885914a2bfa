"""What of a procedure that ends? Since when, by which decision, and where people go now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from motcua.catalog import actions, exceptions, former, publication, rights
from motcua.catalog.models import AwaitedSuccessor, Ending, Procedure, ProcedureVersion
from motcua.catalog.workflow import Role
from motcua.periods import clock
from motcua.periods.closing import closed_means
from motcua.periods.models import since
from motcua.search import actions as search

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

STEPS = 6
"""So often a successor may itself have been replaced."""


@dataclass(frozen=True)
class End:
    """As a page says it: the decision, and what is in force in its place."""

    ending: Ending
    successors: list[ProcedureVersion] = field(default_factory=list)

    @property
    def ends_on(self) -> date:
        return self.ending.ends_on


# --- Asking ---------------------------------------------------------------------------------------


def of(code: str, day: date) -> End | None:
    """How a procedure ended or will end; nothing where it goes on, or began again since."""
    ending = Ending.objects.of(code).first()
    if ending is None or _goes_on(ending):
        return None
    return End(ending, in_place_of(ending, day))


def of_many(codes: Iterable[str], day: date) -> dict[str, End]:
    """How those of the procedures ended that have, in as many questions for many as for one.

    Of a successor that ended itself its own are not asked: its page leads on.
    """
    told = Ending.objects.filter(procedure__code__in=set(codes), ends_on__lte=day).order_by("pk")
    told = told.select_related("procedure").prefetch_related("successors")
    last = {one.procedure.code: one for one in told}
    heirs = {heir.code for one in last.values() for heir in one.successors.all()}
    there = {one.procedure.code: one for one in _offered(heirs, day)} if heirs else {}
    return {
        code: End(one, [there[heir.code] for heir in one.successors.all() if heir.code in there])
        for code, one in last.items()
    }


def has_ended(code: str, day: date) -> bool:
    """Whether nothing can be applied for any more; one question where it goes on."""
    end = Ending.objects.of(code).filter(ends_on__lte=day).first()
    return end is not None and not _goes_on(end)


def _goes_on(ending: Ending) -> bool:
    """Whether a version was published since that holds on the day of the end or later."""
    later = ProcedureVersion.objects.published().filter(procedure=ending.procedure_id)
    return bool(later.during(since(ending.ends_on)).exists())


def in_place_of(ending: Ending, day: date) -> list[ProcedureVersion]:
    """The successors of ``day``; of one that ended, its own, and so on."""
    codes, seen = [one.code for one in ending.successors.all()], {ending.procedure.code}
    found: list[ProcedureVersion] = []
    for _step in range(STEPS):
        here = list(_offered([code for code in codes if code not in seen], day))
        seen |= {*codes}
        found += here
        gone = [code for code in codes if code not in {one.procedure.code for one in here}]
        codes = [one.code for e in _last(gone) for one in e.successors.all()]
    return list({one.pk: one for one in found}.values())


def _offered(codes: Iterable[str], day: date) -> Iterable[ProcedureVersion]:
    versions = ProcedureVersion.objects.published().filter(procedure__code__in=list(codes))
    return versions.on(day).select_related("procedure").in_vietnamese_order()


def _last(codes: Sequence[str]) -> list[Ending]:
    found = (Ending.objects.of(code).first() for code in codes)
    return [each for each in found if each]


# --- Deciding -------------------------------------------------------------------------------------


class Said(NamedTuple):
    """What a decision says of the end."""

    ends_on: date
    decision: str
    successors: Sequence[Procedure] = ()
    awaited: Sequence[str] = ()
    """Codes of further ones that are not in the catalog yet."""


@closed_means(exceptions.NotYourMove)
@transaction.atomic
def end(procedure: Procedure, said: Said, *, by: Acting, in_force: int) -> Ending:
    """Let a procedure end; ``in_force`` is the number of the version that the page showed."""
    if Role.PUBLISHER not in rights.roles_of(by):
        raise exceptions.NotYourMove
    Procedure.objects.select_for_update().get(pk=procedure.pk)
    if said.ends_on < clock.today():
        raise exceptions.EndsInThePast
    if actions.newest(procedure) != in_force or not _reaching(procedure, said.ends_on):
        raise exceptions.TooLate
    return enter(procedure, said, by=by)


@transaction.atomic
def enter(procedure: Procedure, said: Said, *, by: Acting) -> Ending:
    """Write the end down, close its versions, and take it out of the index when it has come."""
    _refuse_circle(procedure, said.successors)
    told = {"ends_on": said.ends_on, "decision_number": said.decision, **by.hand}
    ending = Ending.objects.create(procedure=procedure, **told)
    ending.successors.set(said.successors)
    rows = [AwaitedSuccessor(ending=ending, code=code) for code in said.awaited]
    AwaitedSuccessor.objects.bulk_create(rows)
    for version in _reaching(procedure, said.ends_on):
        first = version.valid_during.lower
        version.valid_during = since(first, max(first, said.ends_on))
        actions.row_of(version).update(valid_during=version.valid_during)
    if ending.has_come(clock.today()):
        search.remove(publication.KIND, procedure.code)
        former.put_in_index(procedure)
    return ending


def join(procedures: Mapping[str, Procedure]) -> None:
    """Let these procedures stand where an ending named their codes before they were there."""
    come = AwaitedSuccessor.objects.filter(code__in=list(procedures))
    for each in come.select_related("ending__procedure"):
        with suppress(exceptions.Circle):  # what would replace itself is not joined
            _refuse_circle(each.ending.procedure, [procedures[each.code]])
            each.ending.successors.add(procedures[each.code])
        each.delete()


def _reaching(procedure: Procedure, day: date) -> list[ProcedureVersion]:
    """Its published versions that hold on ``day`` or later."""
    return list(procedure.versions.published().during(since(day)))


def _refuse_circle(procedure: Procedure, successors: Sequence[Procedure]) -> None:
    """Nothing replaces itself, not even by way of others."""
    codes, seen = [one.code for one in successors], set[str]()
    for _step in range(STEPS):
        seen |= {*codes}
        codes = [one.code for e in _last([*codes]) for one in e.successors.all()]
    if procedure.code in seen | {*codes}:
        raise exceptions.Circle
