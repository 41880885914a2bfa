"""How satisfied are applicants? They say it once the result is theirs, and it is counted by office.

Satisfaction is group 5 of QĐ 766/QĐ-TTg (domain.md §4.2). Only the applicant says it, in their own
affairs; an officer never does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from motcua.dossiers import exceptions, workflow
from motcua.dossiers.models import Dossier, Evaluation
from motcua.periods.clock import day_of, today

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

SATISFIED = Evaluation.Level.SATISFIED
"""From this level on."""


@dataclass(frozen=True, slots=True)
class Voices:
    """How many evaluated, and how many of them are satisfied."""

    evaluated: int = 0
    satisfied: int = 0


# --- Saying it -----------------------------------------------------------------------------------


def last_day(dossier: Dossier) -> date:
    """Until when a returned dossier may be evaluated, the day included."""
    return day_of(dossier.moved_at) + timedelta(days=settings.EVALUATION_DAYS)


def may_evaluate(dossier: Dossier, by: Acting) -> bool:
    """Whether the question is asked now."""
    return _is_own(dossier, by) and dossier.result_is_handed_over and today() <= last_day(dossier)


def of(dossier: Dossier) -> Evaluation | None:
    """The one that holds."""
    return Evaluation.objects.holding().filter(dossier=dossier).first()


def read_by(dossier: Dossier, by: Acting) -> Evaluation | None:
    """The one that holds, where the post one acts in may read it."""
    if not dossier.result_is_handed_over:
        return None
    return Evaluation.objects.holding().read_by(by).filter(dossier=dossier).first()


@transaction.atomic
def evaluate(dossier: Dossier, level: int, comment: str = "", *, by: Acting) -> Evaluation:
    """Say how satisfied the applicant is; the same said twice is said once.

    Whoever comes second waits for the first at the row of the dossier.
    """
    now = Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    _refuse_unless_now(now, by)
    former, comment = of(now), comment.strip()
    if former and (former.level, former.comment) == (level, comment):
        return former
    at = timezone.now()
    Evaluation.objects.holding().filter(dossier=now).update(replaced_at=at, comment="")
    return Evaluation.objects.create(
        dossier=now,
        organization_id=_who_decided(now),
        decided_on=day_of(now.finished_at or now.moved_at),
        level=level,
        comment=comment,
        at=at,
    )


def _refuse_unless_now(dossier: Dossier, by: Acting) -> None:
    if not _is_own(dossier, by):
        raise exceptions.NotYourMove
    if not dossier.result_is_handed_over:
        raise exceptions.NothingToEvaluate
    if today() > (last := last_day(dossier)):
        raise exceptions.EvaluatedTooLate(last)


def _is_own(dossier: Dossier, by: Acting) -> bool:
    return by.post is None and by.person.pk == dossier.applicant_id


def _who_decided(dossier: Dossier) -> int:
    """A finished dossier may pass to an heir before it is returned; the decision does not."""
    decided = dossier.events.filter(verb=workflow.FINISH.verb, post__isnull=False)
    found = decided.values_list("post__organization", flat=True).last()
    return found or dossier.organization_id


# --- Counting it ---------------------------------------------------------------------------------


def by_office(
    first: date, last: date, known_at: datetime, offices: Collection[int]
) -> dict[int, Voices]:
    """Of dossiers decided from ``first`` and before ``last``, as known then; one statement."""
    said = Evaluation.objects.known_at(known_at).of_decisions(first, last)
    rows: Any = said.filter(organization__in=offices).order_by().values("organization")
    counted = rows.annotate(
        evaluated=Count("pk"), satisfied=Count("pk", filter=Q(level__gte=SATISFIED))
    )
    return {row.pop("organization"): Voices(**row) for row in counted}
