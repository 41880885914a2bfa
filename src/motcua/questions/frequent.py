"""What is asked about a procedure time and again, and whose choice is it to show it first?

One set for each procedure, as there is one page: whoever decides the procedure stands for what its
page says, and there the post that sends answers, since it knows what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from motcua.catalog.models import Assignment, ProcedureVersion
from motcua.periods.clock import today
from motcua.questions import desks
from motcua.questions.workflow import Role, State

if TYPE_CHECKING:
    from motcua.catalog.models import Procedure
    from motcua.catalog.queries import VersionQuerySet
    from motcua.organizations.acting import Acting
    from motcua.questions.models import Question
    from motcua.questions.queries import QuestionQuerySet

AT_MOST = 40
"""So many answers are offered, the most asked first."""


@dataclass(frozen=True, slots=True)
class Demand:
    """How often something about a procedure was asked, by everybody and everywhere."""

    asked: int
    merged: int
    """Of these, how many only repeated another one."""
    answered: int
    """How many answers about it everybody can read."""
    helped: int
    not_helped: int


def decided_by(acting: Acting) -> VersionQuerySet:
    """The procedures of today that the office decides: those whose page it stands for."""
    office, day = acting.organization, today()
    found = ProcedureVersion.objects.published().on(day)
    if office is None:
        return found.none()
    ours = Q(organization=office) | Q(organization_kind=office.kind)
    rules = Assignment.objects.on(day).deciding().filter(ours)
    return found.filter(procedure__in=rules.values("procedure")).select_related("procedure")


def may_choose(by: Acting, procedure: Procedure) -> bool:
    """Whether the post sends answers for an office that decides the procedure today."""
    is_publisher = Role.PUBLISHER in desks.roles_at(by)
    return is_publisher and decided_by(by).filter(procedure=procedure).exists()


def fitting(procedure: Procedure) -> QuestionQuerySet:
    """Published answers about the procedure, or that stand on it."""
    published = _questions().published()
    return published.filter(_about(procedure))


def offered(procedure: Procedure) -> list[Question]:
    """Those that fit and are not chosen, with how often they were asked; the most asked first."""
    chosen = _questions().filter(frequent_in__chosen_in__procedure=procedure)
    counted = _counted(fitting(procedure).exclude(pk__in=chosen.values("pk"))).for_lists()
    return list(counted.order_by("-times", "-helped", "-published_at", "-pk")[:AT_MOST])


def chosen(procedure: Procedure) -> list[Question]:
    """The chosen ones that everybody may read, in their order; no withdrawn one."""
    theirs = _questions().published().filter(frequent_in__chosen_in__procedure=procedure)
    return list(theirs.order_by("frequent_in__position"))


def chosen_and_counted(procedure: Procedure) -> list[Question]:
    """The same for the desk."""
    theirs = _questions().published().filter(frequent_in__chosen_in__procedure=procedure)
    return list(_counted(theirs).for_lists().order_by("frequent_in__position"))


def demand(procedure: Procedure) -> Demand:
    """What was asked about the procedure; one statement."""
    theirs = _questions().filter(procedure=procedure)
    found = theirs.aggregate(
        asked=Count("pk"),
        merged=Count("pk", filter=Q(state=State.MERGED)),
        answered=Count("pk", filter=Q(published_at__isnull=False)),
        helped=Coalesce(Sum("opinion__yes"), 0),
        not_helped=Coalesce(Sum("opinion__no"), 0),
    )
    return Demand(**found)


def with_demand(versions: VersionQuerySet) -> VersionQuerySet:
    """Each with how often it was asked about and how many were chosen; the most asked first."""
    asked = _questions().filter(procedure=OuterRef("procedure"))
    sets = apps.get_model("questions", "FrequentAnswer").objects
    taken = sets.filter(
        chosen_in__procedure=OuterRef("procedure"), question__published_at__isnull=False
    )
    counted = versions.annotate(asked=_count(asked), chosen=_count(taken))
    return counted.order_by("-asked", "name_sort_key", "pk")


def _counted(questions: QuestionQuerySet) -> QuestionQuerySet:
    """With ``times``, the question and its duplicates, and what readers said."""
    same = _questions().filter(merged_into=OuterRef("pk"))
    return questions.annotate(
        times=_count(same) + Value(1),
        helped=Coalesce(F("opinion__yes"), 0),
        not_helped=Coalesce(F("opinion__no"), 0),
    )


def _count(rows: QuerySet[Any, Any]) -> Coalesce:
    counted = rows.order_by().values(one=Value(1)).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _about(procedure: Procedure) -> Q:
    ties = apps.get_model("questions", "Tie").objects.filter(procedure=procedure)
    return Q(procedure=procedure) | Q(pk__in=ties.values("question"))


def _questions() -> QuestionQuerySet:
    found: QuestionQuerySet = apps.get_model("questions", "Question").objects.all()
    return found
