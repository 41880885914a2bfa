"""Which dossiers are too near to an officer, and which pairs of duties may they have?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Q, QuerySet

from motcua.dossiers.workflow import OFFICERS, Role
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.dossiers.models import AllowedPair, Dossier


def too_near(officer: Person) -> Q:
    """The condition under which a dossier is the officer's own or a declared relative's."""
    relatives = apps.get_model("dossiers", "DeclaredRelative").objects.counting(officer, today())
    return Q(applicant__in=officer.rows) | Q(applicant__in=relatives.persons().values("pk"))


def is_own(dossier: Dossier, officer: Person) -> bool:
    """Whether the applicant is the officer, in whichever row of the register."""
    return dossier.applicant_id in officer.rows


def is_of_relative(dossier: Dossier, officer: Person) -> bool:
    """Whether the applicant is somebody whom the officer declared."""
    relatives = apps.get_model("dossiers", "DeclaredRelative").objects.counting(officer, today())
    return bool(relatives.persons().filter(pk=dossier.applicant_id).exists())


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
