"""Turn checked records into published versions: a new one only where the content changed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from motcua.catalog import endings, publication
from motcua.catalog.forms_data import form_of
from motcua.catalog.models import Procedure, ProcedureVersion
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


LONGEST_SORT_KEY = 400
"""Letters by which names are sorted; an index entry of PostgreSQL has its limit."""

Record = dict[str, Any]


@transaction.atomic
def load(records: Sequence[Record], *, by: Acting) -> Counter[str]:
    """Publish what is new; returns how many were ``added``, ``changed`` and ``unchanged``.

    Every record is checked already (checking.py). Running twice changes nothing.
    """
    search.load_synonyms()
    procedures = _procedures(records)
    endings.join({record["code"]: procedures[record["code"]] for record in records})
    assigning.assign([(procedures[record["code"]], record) for record in records])
    latest = _latest_versions()
    drafts = [
        (draft, record)
        for record in records
        if (draft := _draft(record, procedures[record["code"]], latest.get(record["code"])))
    ]
    write(drafts)
    publish([draft for draft, _record in drafts], by=by)
    changed = sum(draft.number > 1 for draft, _record in drafts)
    outcome = {"added": len(drafts) - changed, "changed": changed}
    return +Counter(outcome | {"unchanged": len(records) - len(drafts)})


def write(drafts: Sequence[tuple[ProcedureVersion, Record]]) -> None:
    """Drafts with all their parts, in a few statements however many they are."""
    ProcedureVersion.objects.bulk_create(draft for draft, _record in drafts)
    parts.write(drafts)


def publish(versions: Sequence[ProcedureVersion], *, by: Acting) -> None:
    if versions:
        publication.publish(versions, by=by)


def _draft(
    record: Record, procedure: Procedure, latest: ProcedureVersion | None
) -> ProcedureVersion | None:
    """The next version, not saved yet; none where nothing changed."""
    form, layout = form_of(record["code"])
    mark = fingerprint([record, form, layout])
    if latest is not None and latest.fingerprint == mark:
        return None
    draft = version(record, procedure, latest.number if latest else 0)
    draft.fingerprint = mark
    return draft


def version(record: Record, procedure: Procedure, highest: int) -> ProcedureVersion:
    """The version after number ``highest``, not saved yet and without a fingerprint."""
    form, layout = form_of(record["code"])
    return ProcedureVersion(
        procedure=procedure,
        number=highest + 1,
        valid_during=since(_first_day(record, highest)),
        form=form,
        form_layout=layout,
        **_columns(record),
    )


def content(record: Record) -> dict[str, Any]:
    """Every column that a record may fill, also those of which it says nothing."""
    nothing = ProcedureVersion()
    return {key: getattr(nothing, key) for key in COPIED} | _columns(record)


def _columns(record: Record) -> dict[str, Any]:
    return {
        "name_sort_key": folding.sort_key(record["name"])[:LONGEST_SORT_KEY],
        "recorded_sector": record.get("sector", ""),
        **{key: record[key] for key in COPIED if key in record},
    }


def _latest_versions() -> dict[str, ProcedureVersion]:
    """Number and fingerprint of what was published last, by code."""
    versions = ProcedureVersion.objects.published().select_related("procedure")
    known = versions.only("number", "fingerprint", "procedure__code")
    return {v.procedure.code: v for v in known.order_by("procedure", "number")}


def _procedures(records: Sequence[Record]) -> dict[str, Procedure]:
    sectors = shelves.put_up(record["topic"] for record in records)
    Procedure.objects.bulk_create(
        [Procedure(code=r["code"], sector=sectors[r["topic"]]) for r in records],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["sector"],
    )
    return {procedure.code: procedure for procedure in Procedure.objects.all()}


def _first_day(record: Record, highest: int) -> date:
    """From the day of effect or of the record; what replaces another begins today or later."""
    told = record.get("effective_from") or record["source"].get("recorded_on")
    first = date.fromisoformat(told) if told else clock.today()
    return max(first, clock.today()) if highest else first


def fingerprint(content: object) -> str:
    """One mark for equal content, whatever the order of its keys."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
