"""What does a version say? Read back into a record of the house, the opposite of loading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from motcua.catalog.models import Ending
from motcua.operations.batching import batches

from . import loading, own_forms, parts, shelves

if TYPE_CHECKING:
    from motcua.catalog.models import Case, Channel, ProcedureVersion
    from motcua.catalog.queries import VersionQuerySet

Record = dict[str, Any]

AT_ONCE = 200
"""Versions whose parts are read together."""
TOPICS = {slug: topic for topic, (slug, _name) in shelves.SHELVES.items()}
CHANNEL_WORDS = {int(kind): word for word, kind in parts.CHANNEL_KINDS.items()}
OF_A_CHANNEL = ("limit_value", "limit_unit", "limit_note", "fee_amount", "fee_text", "description")
OF_A_PAPER = ("name", "kind", "originals", "copies", "condition", "form_template", "note")
OF_A_LAW = ("number", "title", "issued_on", "issuer")
NO_CONTENT = frozenset({"source", "topic", "ends_on", "ended_by", "replaced_by", *own_forms.TOLD})
"""What a record says beside the content of a version."""


def records(versions: VersionQuerySet) -> Iterator[Record]:
    """Records of many versions, by code and number; a handful of questions for every 200."""
    ordered = versions.with_parts().order_by("procedure__code", "number")
    for some in batches(ordered.iterator(chunk_size=AT_ONCE), AT_ONCE):
        ends = _ends(some)
        yield from (
            record_of(one) | own_forms.of(one) | ends.get(one.procedure_id, {}) for one in some
        )


def _ends(versions: Sequence[ProcedureVersion]) -> dict[int, Record]:
    """How their procedures end, by procedure; no part of what a version says."""
    found = Ending.objects.filter(procedure__in=[one.procedure_id for one in versions])
    days = {one.procedure_id: one.valid_during.upper for one in versions}
    return {
        one.procedure_id: _without_nothing(
            {
                "ends_on": one.ends_on.isoformat(),
                "ended_by": one.decision_number,
                "replaced_by": sorted(_named(one)),
            }
        )
        for one in found.order_by("pk").prefetch_related("successors", "awaited")
        if days[one.procedure_id] == one.ends_on
    }


def _named(ending: Ending) -> set[str]:
    """The codes of its successors, of those that are not there yet as well."""
    awaited = {each.code for each in ending.awaited.all()}
    return awaited | {each.code for each in ending.successors.all()}


def record_of(version: ProcedureVersion) -> Record:
    """A version with its parts (``with_parts``) in the format of ``schema.json``.

    Who decides it is a rule of the province and no part of its content (assigning.py).
    """
    record = {
        "code": version.procedure.code,
        "topic": TOPICS.get(version.procedure.sector.slug, "other"),
        "sector": version.recorded_sector,
        **_told(version, loading.COPIED),
        "channels": [_channel(row) for row in version.channels.all()],
        "cases": [_case(row) for row in version.cases.all()],
        "legal_basis": [_told(row, OF_A_LAW) for row in version.legal_basis.all()],
        "results": [_told(row, ("code", "name")) for row in version.results.all()],
    }
    return _without_nothing(record)


def says_the_same(version: ProcedureVersion, record: Record) -> bool:
    """Whether a version with its parts has the content of the record already."""
    return _content(record_of(version)) == _content(_without_nothing(record))


def _content(record: Record) -> Record:
    return {key: value for key, value in record.items() if key not in NO_CONTENT}


def _channel(row: Channel) -> Record:
    kind = CHANNEL_WORDS.get(row.kind)
    return {**({"kind": kind} if kind else {}), **_told(row, OF_A_CHANNEL)}


def _case(row: Case) -> Record:
    papers = [_told(paper, OF_A_PAPER) for paper in row.components.all()]
    return {**_told(row, ("name",)), "components": papers}


def _told(row: Model, names: Iterable[str]) -> Record:
    """These fields of a row, without those that say nothing; days as the format writes them."""
    return _without_nothing({name: _plain(getattr(row, name)) for name in names})


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _without_nothing(record: Record) -> Record:
    return {key: value for key, value in record.items() if value not in ("", [], {}, None)}
