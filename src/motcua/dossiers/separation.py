"""Which dossiers are too near to an officer, and which pairs of duties may they have?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.db.models import Q, QuerySet

from motcua.dossiers.workflow import OFFICERS, Role
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.dossiers.models import AllowedPair, Dossier


def too_near(officer: Person) -> Q:
    """The condition under which a dossier is the officer's own or a declared relative's."""
    relatives = _relatives(officer).values("pk")
    along = _along()
    return (
        Q(applicant__in=officer.rows)
        | Q(applicant__in=relatives)
        | Q(
            draft__in=along.filter(Q(person__in=officer.rows) | Q(person__in=relatives)).values(
                "draft"
            )
        )
    )


def is_own(dossier: Dossier, officer: Person) -> bool:
    """Whether the officer applied or applied along, in whichever row of the register."""
    return not officer.rows.isdisjoint({dossier.applicant_id, *dossier.people_along})


def is_of_relative(dossier: Dossier, officer: Person) -> bool:
    """Whether somebody who applied is somebody whom the officer declared."""
    applied = [dossier.applicant_id, *dossier.people_along]
    return bool(_relatives(officer).filter(pk__in=applied).exists())


def _relatives(officer: Person) -> QuerySet[Any]:
    declared = apps.get_model("dossiers", "DeclaredRelative").objects
    return cast("QuerySet[Any]", declared.counting(officer, today()).persons())


def _along() -> QuerySet[Any]:
    """Who applied along with somebody."""
    return cast("QuerySet[Any]", apps.get_model("dossiers", "CoApplicant").objects.accepted())


def allowing(dossier: Dossier, role: Role, met_as: set[Role]) -> list[AllowedPair]:
    """What allows ``role`` to who was met as each of ``met_as``; empty where one is not allowed."""
    pairs = apps.get_model("dossiers", "AllowedPair").objects.filter(
        procedure=dossier.version.procedure_id
    )
    found = [pairs.for_roles(role, other, today()).first() for other in met_as & OFFICERS]
    return [each for each in found if each] if all(found) else []


def versions_allowing(one: Role, other: Role) -> QuerySet[Any]:
    """The versions of procedures in which one human may be both today."""
    allowed = apps.get_model("dossiers", "AllowedPair").objects.for_roles(one, other, today())
    versions = apps.get_model("catalog", "ProcedureVersion").objects
    return versions.filter(procedure__in=allowed.values("procedure")).values("pk")
