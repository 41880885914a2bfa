"""Who decides a procedure in this province? A rule that the portal keeps, not part of the record."""

from __future__ import annotations

from typing import Any

from motcua.catalog.models import Assignment, Procedure
from motcua.organizations.models import Organization, OrganizationKind
from motcua.periods import clock
from motcua.periods.models import since

BY_LEVEL = {"province": "peoples_committee", "commune": "commune_committee"}
KINDS = {
    "peoples_committee": OrganizationKind.PEOPLES_COMMITTEE,
    "commune_committee": OrganizationKind.COMMUNE_COMMITTEE,
}


def assign(procedure: Procedure, record: dict[str, Any]) -> None:
    """Let the rules of today be those of the record; older ones end today."""
    today = clock.today()
    wanted = {_rule(word) for word in _deciders(record)}
    there = {
        (rule.organization_kind, rule.organization_id): rule
        for rule in procedure.assignments.on(today).deciding()
    }
    for key in there.keys() - wanted:
        there[key].valid_during = since(there[key].valid_during.lower, today)
        there[key].save(update_fields=["valid_during"])
    Assignment.objects.bulk_create(
        Assignment(
            procedure=procedure,
            role=Assignment.Role.DECIDE,
            organization_kind=kind,
            organization_id=organization,
            valid_during=since(today),
        )
        for kind, organization in sorted(wanted - there.keys(), key=str)
    )


def _deciders(record: dict[str, Any]) -> list[str]:
    """As the record says, else by level; a ministry and others decide outside this portal."""
    by_level = [BY_LEVEL[level] for level in record["levels"] if level in BY_LEVEL]
    return list(record.get("decided_by", by_level))


def _rule(word: str) -> tuple[str, int | None]:
    """Kind or organization; a department that the province does not have falls to its committee."""
    if word in KINDS:
        return KINDS[word], None
    name = word.removeprefix("department:")
    department = (
        Organization.objects.on(clock.today())
        .filter(kind=OrganizationKind.DEPARTMENT, names__full_name__iexact=name)
        .order_by("identifier")
        .first()
    )
    return ("", department.pk) if department else (KINDS["peoples_committee"], None)
