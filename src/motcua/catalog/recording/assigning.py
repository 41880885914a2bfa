"""Who decides a procedure in this province? A rule of the portal, not of the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from motcua.catalog.models import Assignment, Procedure
from motcua.organizations.models import Organization, OrganizationKind
from motcua.periods import clock
from motcua.periods.models import since
from motcua.search import folding

ALWAYS = DateRange(None, None)
BY_LEVEL = {"province": "peoples_committee", "commune": "commune_committee"}
KINDS = {
    "peoples_committee": OrganizationKind.PEOPLES_COMMITTEE,
    "commune_committee": OrganizationKind.COMMUNE_COMMITTEE,
}


Rule = tuple[int, str, int | None]
"""Procedure, kind of organization, or one organization."""


def assign(procedures: Sequence[tuple[Procedure, dict[str, Any]]]) -> None:
    """Let the rules of today be those of the records; others end today."""
    today = clock.today()
    departments = _departments(today)
    wanted = {
        (procedure.pk, *_rule(word, departments))
        for procedure, record in procedures
        for word in _deciders(record)
    }
    there = {_key(rule): rule for rule in Assignment.objects.on(today).deciding()}
    mine = {procedure.pk for procedure, _record in procedures}
    _end([rule for key, rule in there.items() if key not in wanted and key[0] in mine], today)
    _begin(wanted - there.keys(), today)


def _key(rule: Assignment) -> Rule:
    return rule.procedure_id, rule.organization_kind, rule.organization_id


def _end(rules: Sequence[Assignment], today: date) -> None:
    for rule in rules:
        rule.valid_during = since(rule.valid_during.lower, today)
    Assignment.objects.bulk_update(rules, ["valid_during"])


def _begin(rules: Iterable[Rule], today: date) -> None:
    """A procedure's first rules hold as long as anybody can have asked for it."""
    known = set(Assignment.objects.values_list("procedure", flat=True))
    Assignment.objects.bulk_create(
        Assignment(
            procedure_id=procedure,
            role=Assignment.Role.DECIDE,
            organization_kind=kind,
            organization_id=organization,
            valid_during=since(today) if procedure in known else ALWAYS,
        )
        for procedure, kind, organization in sorted(rules, key=str)
    )


def _deciders(record: dict[str, Any]) -> list[str]:
    """As the record says, else by level; a ministry and others decide outside this portal."""
    by_level = [BY_LEVEL[level] for level in record["levels"] if level in BY_LEVEL]
    return list(record.get("decided_by", by_level))


def _rule(word: str, departments: dict[str, int]) -> tuple[str, int | None]:
    """Kind or organization; a department that the province does not have falls to its committee."""
    if word in KINDS:
        return KINDS[word], None
    department = departments.get(folding.accented(word.removeprefix("department:")))
    return ("", department) if department else (KINDS["peoples_committee"], None)


def _departments(today: date) -> dict[str, int]:
    """Today's departments by name."""
    rows = Organization.objects.on(today).filter(kind=OrganizationKind.DEPARTMENT)
    return {folding.accented(row.name_on(today)): row.pk for row in rows.with_names(today)}
