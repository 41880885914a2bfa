"""Turn checked records into published versions: a new one only where the content changed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from motcua.catalog.forms_data import form_of
from motcua.catalog.models import Procedure, ProcedureVersion, Sector
from motcua.periods import clock
from motcua.periods.models import since
from motcua.search import actions as search
from motcua.search import folding

from . import assigning, parts, shelves

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

COPIED = [
    "name",
    "summary",
    "kind",
    "levels",
    "online_level",
    "partial_reason",
    "decision_number",
    "effective_from",
    "audiences",
    "authority",
    "competent_authority",
    "delegated_authority",
    "coordinating_authority",
    "reception_address",
    "steps",
    "conditions",
    "how_many_sets",
    "notes",
    "related",
    "keywords",
    "popular_names",
    "states_none",
    "source",
]
"""What a version takes from a record under the same name."""


@transaction.atomic
def load(records: Iterable[dict[str, Any]], *, by: Acting) -> Counter[str]:
    """Publish what is new; returns how many were ``added``, ``changed`` and ``unchanged``.

    Every record is checked already (checking.py). Running twice changes nothing.
    """
    search.load_synonyms()
    sectors = shelves.put_up()
    known = _latest_versions()
    outcome: Counter[str] = Counter()
    for record in records:
        outcome[_take(record, known.get(record["code"]), sectors, by)] += 1
    return outcome


def _take(
    record: dict[str, Any], latest: ProcedureVersion | None, sectors: dict[str, Sector], by: Acting
) -> str:
    procedure = _procedure(record, latest, sectors)
    assigning.assign(procedure, record)
    form, layout = form_of(record["code"])
    mark = _fingerprint([record, form, layout])
    if latest is not None and latest.fingerprint == mark:
        return "unchanged"
    version = ProcedureVersion.objects.create(
        procedure=procedure,
        number=latest.number + 1 if latest else 1,
        name_sort_key=folding.sort_key(record["name"]),
        recorded_sector=record.get("sector", ""),
        valid_during=since(_first_day(record, latest)),
        form=form,
        form_layout=layout,
        fingerprint=mark,
        **{key: record[key] for key in COPIED if key in record},
    )
    parts.write(version, record)
    version.publish(by=by)
    return "changed" if latest else "added"


def _latest_versions() -> dict[str, ProcedureVersion]:
    versions = ProcedureVersion.objects.published().select_related("procedure")
    return {v.procedure.code: v for v in versions.order_by("procedure", "number")}


def _procedure(
    record: dict[str, Any], latest: ProcedureVersion | None, sectors: dict[str, Sector]
) -> Procedure:
    sector = sectors[record["topic"]]
    if latest is not None and latest.procedure.sector_id == sector.pk:
        return latest.procedure
    return Procedure.objects.update_or_create(code=record["code"], defaults={"sector": sector})[0]


def _first_day(record: dict[str, Any], latest: ProcedureVersion | None) -> date:
    """From the day of effect or of the record; what replaces another version begins today."""
    if latest is not None:
        return clock.today()
    return date.fromisoformat(record.get("effective_from") or record["source"]["recorded_on"])


def _fingerprint(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
