"""Where does work belong of which no record tells? A human says; it goes there, or stays.

Whoever holds it meanwhile may say so for their own office, and whoever plans for every office;
nobody for a dossier of their own or of a declared relative.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from motcua.accounts.models import Person
from motcua.dossiers import separation
from motcua.dossiers import transfers as dossiers
from motcua.dossiers import workflow as dossier_workflow
from motcua.dossiers.models import Dossier
from motcua.organizations.models import Organization
from motcua.organizations.transferring import MOVING, Decided
from motcua.periods.clock import today
from motcua.questions import transfers as questions
from motcua.questions import workflow as question_workflow
from motcua.questions.models import Question
from motcua.reorganization import exceptions, hands
from motcua.reorganization.models import Party, Plan, Route, ToPlace
from motcua.reorganization.workflow import State

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from motcua.organizations.acting import Acting

WAITING = Q(placed_at=None) & (
    Q(dossier__state__in=dossier_workflow.OPEN, dossier__organization=F("held_by"))
    | Q(question__state__in=question_workflow.OPEN, question__organization=F("held_by"))
)
"""Open work that still lies where the plan left it."""
TABLES = (
    "DROP TABLE IF EXISTS placing_now",
    "CREATE TEMP TABLE placing_now ({columns}) ON COMMIT DROP",
)


@dataclass(frozen=True)
class Placed:
    """What came of placing several at once."""

    now: list[ToPlace] = field(default_factory=list)
    missed: list[ToPlace] = field(default_factory=list)
    """Somebody was faster, or the work has ended or gone elsewhere."""


def seen_by(by: Acting) -> QuerySet[ToPlace]:
    """Work, placed or not, that is or was for ``by`` to place; a stranger has none."""
    if by.post is None:
        return ToPlace.objects.none()
    near = Dossier.objects.filter(separation.too_near(by.person))
    rows = ToPlace.objects.exclude(dossier__in=near.values("pk"))
    return rows if hands.plans(by) else rows.filter(held_by=by.post.organization_id)


def waiting_for(by: Acting) -> QuerySet[ToPlace]:
    """Open work that ``by`` may place; what may go to the same heirs together."""
    return seen_by(by).filter(WAITING).order_by("plan", "old", "held_by", "since", "pk")


def heirs_for(row: ToPlace) -> QuerySet[Organization]:
    """The organizations that it may belong to; the one that holds it is among them."""
    routes = Route.objects.filter(plan=row.plan_id, old=row.old_id).order_by()
    heirs = Q(pk__in=routes.values("body__organization")) | Q(pk=row.held_by_id)
    heirs |= Q(pk__in=originals_of(row))
    found: QuerySet[Organization] = Organization.objects.on(today()).filter(heirs)
    return found


def originals_of(row: ToPlace) -> Any:
    """Of work that came to an office that was founded and never was: those before it, by key."""
    undone = Party.objects.filter(
        change__plan=row.plan_id,
        change__plan__state=State.UNDONE,
        change__parties__body__identifier=row.old.identifier,
        organization__isnull=False,
    )
    return undone.values("organization")


def place(row: ToPlace, organization: Organization, *, by: Acting, reason: str) -> None:
    """Put work where it belongs, or say that it stays where it is; for good.

    Raises NotYoursToPlace, NoHeir where the plan gave the organization nothing, ReasonMissing, and
    AlreadyPlaced where somebody was faster or the work has ended or gone elsewhere since.
    """
    if place_all([row], organization, by=by, reason=reason).missed:
        raise exceptions.AlreadyPlaced
    row.refresh_from_db()


@transaction.atomic
def place_all(
    rows: Iterable[ToPlace], organization: Organization, *, by: Acting, reason: str
) -> Placed:
    """Put several where they belong, those that still wait; raises as ``place`` where none may."""
    asked = sorted(rows, key=_together)
    if not reason.strip():
        raise exceptions.ReasonMissing
    mine = set(seen_by(by).filter(pk__in=[row.pk for row in asked]).values_list("pk", flat=True))
    if len(mine) < len(asked):
        raise exceptions.NotYoursToPlace
    placed = Placed()
    for _key, together in groupby(asked, key=_together):
        _place_together([*together], organization, by, reason.strip(), placed)
    return placed


def _together(row: ToPlace) -> tuple[int, int, int, bool]:
    return row.plan_id, row.old_id, row.held_by_id, row.question_id is None


def _place_together(
    rows: list[ToPlace], organization: Organization, by: Acting, reason: str, placed: Placed
) -> None:
    """Of one kind and one holder. The database decides the race of two: rows are locked first."""
    first = rows[0]
    if not heirs_for(first).filter(pk=organization.pk).exists():
        raise exceptions.NoHeir
    locked = ToPlace.objects.select_for_update(of=("self",)).order_by("pk")
    free = {row.pk for row in locked.filter(pk__in=[row.pk for row in rows], placed_at=None)}
    ready = [row for row in rows if row.pk in free]
    if ready and organization.pk != first.held_by_id:
        _send(first.plan, ready, organization, by, reason)
    there = _lying_at(ready, organization)
    now = [row for row in ready if (row.dossier_id or row.question_id) in there]
    said = {"placed_at": timezone.now(), "placed_by": by.person, "placed_in": organization}
    ToPlace.objects.filter(pk__in=[row.pk for row in now]).update(**said, reason=reason)
    placed.now.extend(now)
    placed.missed.extend(row for row in rows if row not in now)


def _lying_at(rows: list[ToPlace], organization: Organization) -> set[int]:
    """The keys of those that are open and lie there."""
    if not rows:
        return set()
    if rows[0].question_id:
        keys: Any = Question.objects.open().filter(pk__in=[row.question_id for row in rows])
    else:
        keys = Dossier.objects.open().filter(pk__in=[row.dossier_id for row in rows])
    return set(keys.filter(organization=organization).values_list("pk", flat=True))


def _send(
    plan: Plan, rows: list[ToPlace], organization: Organization, by: Acting, reason: str
) -> None:
    """As the plan itself would have sent them."""
    decided: Decided = {
        "machine": Person.objects.machine(),
        "reason": plan.legal_basis,
        "note": {
            "plan": plan.pk,
            "number": plan.number,
            "placed_by": by.person.pk,
            "why": reason,
        },
        "at": timezone.now(),
    }
    if rows[0].question_id:
        lines = [(row.question_id, row.held_by_id, organization.pk, None) for row in rows]
        questions.transfer(_table(MOVING, lines), **decided)
    else:
        dossiers.transfer(_table(dossiers.MOVING, _dossiers(rows, organization)), **decided)


def _dossiers(rows: list[ToPlace], organization: Organization) -> list[tuple[int, ...]]:
    """Who received them hands over to the counter of who gets them."""
    counter = organization.counter_on(today()) or organization
    here = {row.dossier_id: row.held_by_id for row in rows if row.dossier_id}
    counters = Dossier.objects.filter(pk__in=here).values_list("pk", "counter")
    return [(pk, here[pk], organization.pk, old, counter.pk) for pk, old in counters]


def _table(columns: str, lines: Sequence[Sequence[int | None]]) -> str:
    """A table of this transaction with these lines."""
    with connection.cursor() as cursor:
        for text in TABLES:
            cursor.execute(text.format(columns=columns))
        places = ", ".join(["%s"] * len(lines[0]))
        cursor.executemany(f"INSERT INTO placing_now VALUES ({places})", lines)  # noqa: S608
    return "placing_now"
