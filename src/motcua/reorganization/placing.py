"""Where does work belong of which no record tells? A human says; it goes there, or stays.

Whoever holds it meanwhile may say so for their own office, and whoever plans for every office.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from motcua.accounts.models import Person
from motcua.dossiers import transfers as dossiers
from motcua.dossiers import workflow as dossier_workflow
from motcua.organizations.models import Organization
from motcua.organizations.transferring import MOVING, Decided
from motcua.periods.clock import today
from motcua.questions import transfers as questions
from motcua.questions import workflow as question_workflow
from motcua.reorganization import exceptions, hands
from motcua.reorganization.models import Route, ToPlace

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from motcua.organizations.acting import Acting

TABLES = (
    "DROP TABLE IF EXISTS placing_now",
    "CREATE TEMP TABLE placing_now ({columns}) ON COMMIT DROP",
)


def waiting_for(by: Acting) -> QuerySet[ToPlace]:
    """Open work that ``by`` may place, longest waiting first."""
    is_open = Q(dossier__state__in=dossier_workflow.OPEN) | Q(
        question__state__in=question_workflow.OPEN
    )
    rows = ToPlace.objects.filter(is_open, placed_at=None).order_by("since", "pk")
    if hands.plans(by):
        return rows
    return rows.filter(held_by=by.post.organization_id) if by.post else rows.none()


def heirs_for(row: ToPlace) -> QuerySet[Organization]:
    """The organizations that it may belong to; the one that holds it is among them."""
    routes = Route.objects.filter(plan=row.plan_id, old=row.old_id).order_by()
    heirs = Q(pk__in=routes.values("body__organization")) | Q(pk=row.held_by_id)
    found: QuerySet[Organization] = Organization.objects.on(today()).filter(heirs)
    return found


@transaction.atomic
def place(row: ToPlace, organization: Organization, *, by: Acting) -> None:
    """Put work where it belongs, or say that it stays where it is; for good.

    Raises NotYoursToPlace, NoHeir where the plan gave the organization nothing, and AlreadyPlaced
    where somebody was faster or the work has ended or gone elsewhere since.
    """
    if not (hands.plans(by) or (by.post and by.post.organization_id == row.held_by_id)):
        raise exceptions.NotYoursToPlace
    if not heirs_for(row).filter(pk=organization.pk).exists():
        raise exceptions.NoHeir
    _mark(row, organization, by)
    if organization.pk != row.held_by_id and not _send(row, organization, by):
        raise exceptions.AlreadyPlaced


def _mark(row: ToPlace, organization: Organization, by: Acting) -> None:
    """The database decides the race of two."""
    said = {"placed_at": timezone.now(), "placed_by": by.person, "placed_in": organization}
    if not ToPlace.objects.filter(pk=row.pk, placed_at=None).update(**said):
        raise exceptions.AlreadyPlaced
    row.placed_at, row.placed_by, row.placed_in = timezone.now(), by.person, organization


def _send(row: ToPlace, organization: Organization, by: Acting) -> int:
    """As the plan itself would have sent it; how many went."""
    decided: Decided = {
        "machine": Person.objects.machine(),
        "reason": row.plan.legal_basis,
        "note": {"plan": row.plan_id, "number": row.plan.number, "placed_by": by.person.pk},
        "at": timezone.now(),
    }
    if row.question_id:
        line = [row.question_id, row.held_by_id, organization.pk, None]
        return questions.transfer(_table(MOVING, line), **decided)
    return _send_dossier(row, organization, decided)


def _send_dossier(row: ToPlace, organization: Organization, decided: Decided) -> int:
    dossier = row.dossier
    if dossier is None:  # the database refuses such a row
        raise LookupError(row.pk)
    counter = organization.counter_on(today()) or organization
    line = [dossier.pk, row.held_by_id, organization.pk, dossier.counter_id, counter.pk]
    return dossiers.transfer(_table(dossiers.MOVING, line), **decided)


def _table(columns: str, line: Sequence[int | None]) -> str:
    """A table of this transaction with the one row."""
    with connection.cursor() as cursor:
        for text in TABLES:
            cursor.execute(text.format(columns=columns))
        places = ", ".join(["%s"] * len(line))
        cursor.execute(f"INSERT INTO placing_now VALUES ({places})", [*line])  # noqa: S608
    return "placing_now"
