"""Write the parts of a version that stand in lists, a few statements for all of them."""

from __future__ import annotations

from typing import Any

from motcua.catalog.models import (
    Case,
    Channel,
    Component,
    LegalBasis,
    ProcedureVersion,
    ResultType,
)

CHANNEL_KINDS = {
    "direct": Channel.Kind.DIRECT,
    "online": Channel.Kind.ONLINE,
    "post": Channel.Kind.POST,
}


def write(version: ProcedureVersion, record: dict[str, Any]) -> None:
    """Channels, cases with their components, legal basis and results of a draft."""
    Channel.objects.bulk_create(
        Channel(version=version, position=place, **_channel(row))
        for place, row in enumerate(record.get("channels", []))
    )
    LegalBasis.objects.bulk_create(
        LegalBasis(version=version, position=place, **row)
        for place, row in enumerate(record.get("legal_basis", []))
    )
    ResultType.objects.bulk_create(
        ResultType(version=version, position=place, **row)
        for place, row in enumerate(record.get("results", []))
    )
    _write_cases(version, record.get("cases", []))


def _write_cases(version: ProcedureVersion, rows: list[dict[str, Any]]) -> None:
    cases = Case.objects.bulk_create(
        Case(version=version, position=place, name=row.get("name", ""))
        for place, row in enumerate(rows)
    )
    Component.objects.bulk_create(
        Component(case=case, position=place, **component)
        for case, row in zip(cases, rows, strict=True)
        for place, component in enumerate(row["components"])
    )


def _channel(row: dict[str, Any]) -> dict[str, Any]:
    kind = CHANNEL_KINDS.get(row.get("kind", ""), Channel.Kind.UNSPECIFIED)
    return {**row, "kind": kind, "limit_unit": row.get("limit_unit") or ""}
