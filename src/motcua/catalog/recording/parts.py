"""Write the parts of a version that stand in lists, a few statements for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

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


Part = TypeVar("Part", LegalBasis, ResultType)
Record = dict[str, Any]


def write(drafts: Sequence[tuple[ProcedureVersion, Record]]) -> None:
    """Channels, legal basis, results and cases with their components, of all drafts at once."""
    Channel.objects.bulk_create(
        Channel(version=version, position=place, **_channel(row))
        for version, record in drafts
        for place, row in enumerate(record.get("channels", []))
    )
    LegalBasis.objects.bulk_create(_listed(LegalBasis, "legal_basis", drafts))
    ResultType.objects.bulk_create(_listed(ResultType, "results", drafts))
    _write_cases(drafts)


def replace(version: ProcedureVersion, record: Record) -> None:
    """Let the parts of a draft be those of the record."""
    Component.objects.filter(case__version=version).delete()
    for part in (version.cases, version.channels, version.legal_basis, version.results):
        part.all().delete()
    write([(version, record)])


def _listed(
    part: type[Part], key: str, drafts: Sequence[tuple[ProcedureVersion, Record]]
) -> Iterator[Part]:
    for version, record in drafts:
        for place, row in enumerate(record.get(key, [])):
            yield part(version=version, position=place, **row)


def _write_cases(drafts: Sequence[tuple[ProcedureVersion, Record]]) -> None:
    rows = [
        (Case(version=version, position=place, name=row.get("name", "")), row["components"])
        for version, record in drafts
        for place, row in enumerate(record.get("cases", []))
    ]
    Case.objects.bulk_create(case for case, _components in rows)
    Component.objects.bulk_create(
        Component(case=case, position=place, **component)
        for case, components in rows
        for place, component in enumerate(components)
    )


def _channel(row: dict[str, Any]) -> dict[str, Any]:
    kind = CHANNEL_KINDS.get(row.get("kind", ""), Channel.Kind.UNSPECIFIED)
    return {**row, "kind": kind, "limit_unit": row.get("limit_unit") or ""}
