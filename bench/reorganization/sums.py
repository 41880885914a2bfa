"""What must be the same before and after? Sums over whole tables, made by the database."""

from django.db import connection

KEPT = """
    id, code, draft_id, version_id, applicant_id, channel, submitted_at, received_at, due_original,
    due_current, finished_at, state, moved_at, applicant_name, address, place_id, locality"""
"""Columns of a dossier that no change of the administration may touch."""

SUMS = {
    "dossiers": f"SELECT sum(hashtextextended(ROW({KEPT})::text, 0)::numeric)"
    " FROM dossiers_dossier",
    "closed": "SELECT sum(hashtextextended(ROW(id, revision, organization_id, counter_id)::text, 0)"
    "::numeric) FROM dossiers_dossier WHERE state IN (3, 7, 8, 10)",
    "held": "SELECT sum(hashtextextended(ROW(id, organization_id, counter_id)::text, 0)::numeric)"
    " FROM dossiers_dossier",
    "events": "SELECT sum(hashtextextended(e::text, 0)::numeric) FROM dossiers_event e"
    " WHERE verb NOT LIKE 'transfer%'",
    "organizations": "SELECT sum(hashtextextended(ROW(id, identifier, kind, tier, valid_during)"
    "::text, 0)::numeric) FROM organizations_organization WHERE NOT isempty(valid_during)",
    "jurisdictions": "SELECT sum(hashtextextended(ROW(organization_id, unit_id, valid_during)"
    "::text, 0)::numeric) FROM organizations_jurisdiction",
    "subordinations": "SELECT sum(hashtextextended(ROW(child_id, parent_id, valid_during)"
    "::text, 0)::numeric) FROM organizations_subordination",
    "names": "SELECT sum(hashtextextended(ROW(organization_id, full_name, valid_during)::text, 0)"
    "::numeric) FROM organizations_organizationname",
}


def taken() -> dict[str, str]:
    """Every sum now, by name."""
    return {name: str(one(query)) for name, query in SUMS.items()}


def differing(before: dict[str, str], after: dict[str, str], *names: str) -> int:
    """How many of the sums named differ; all, where none is named."""
    return sum(before[name] != after[name] for name in names or before)


def run(query: str, given: dict[str, object] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(query, given)


def one(query: str, given: dict[str, object] | None = None) -> object:
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return cursor.fetchone()[0]
