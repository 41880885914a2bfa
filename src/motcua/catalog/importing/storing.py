"""Put what was understood into the catalog, a few statements for many records.

New content makes a new version. It comes into force at once, as the source is the official one
(NĐ 63/2010/NĐ-CP Art 24); but over a version that people of this portal wrote it waits as a draft.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.utils.translation import gettext_noop as _

from motcua.catalog import endings, workflow
from motcua.catalog.exceptions import Circle
from motcua.catalog.models import Procedure, ProcedureVersion, VersionEvent
from motcua.catalog.recording import assigning, loading, own_forms, recalling, shelves

from . import comparing
from .translating import SOURCE, Understood

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

Record = dict[str, Any]


class Outcome(StrEnum):
    """What became of a record."""

    ADDED = "added"
    CHANGED = "changed"
    WAITING = "waiting"
    UNCHANGED = "unchanged"


class _Known(NamedTuple):
    """What the catalog has of one procedure."""

    highest: int
    newest: frozenset[int]
    marks: frozenset[str]
    by_people: bool


AWAITED = _("thủ tục thay thế chưa có trên cổng, sẽ nối khi được nhập về")
NOT_ITS_WORD = _("việc hết hiệu lực do cổng này quyết định, không nhận từ nguồn này")
NOTHING = _Known(0, frozenset(), frozenset(), by_people=False)


@transaction.atomic
def store(
    batch: Sequence[Understood], *, by: Acting, drafts_only: bool = False
) -> dict[str, Outcome]:
    """What became of each code. Two imports at once wait for each other, procedure by procedure.

    With ``drafts_only`` nothing comes into force, whatever its source is.
    """
    told = {one.record["code"]: one for one in batch}
    procedures = _procedures([one.record for one in told.values()])
    endings.join(procedures)
    known = defaultdict(lambda: NOTHING, _known(told))
    other = {code: one for code, one in told.items() if _mark(one) not in known[code].marks}
    fresh = _without_the_same(other, known)
    waits = drafts_only or bool(by.post)
    outcome = {code: _outcome(one, known[code], waits=waits) for code, one in fresh.items()}
    before = _forms(code for code in fresh if known[code].highest)
    drafts = {code: _version(one, procedures[code], known[code]) for code, one in fresh.items()}
    for code, draft in drafts.items():
        own_forms.give(draft, fresh[code].record, before.get(code, {}))
    _write(drafts, fresh, {code for code in fresh if outcome[code] != Outcome.WAITING}, by=by)
    _remember([drafts[code] for code in fresh], by)
    ending = [one for one in told.values() if "ends_on" in one.record]
    _end(ending, known, by=by, waits=waits)
    return dict.fromkeys(told, Outcome.UNCHANGED) | outcome


def _outcome(one: Understood, known: _Known, *, waits: bool) -> Outcome:
    """What is not from the national database waits as well, wherever something is in force.

    What somebody brings in a post always waits: it is looked over before it comes into force.
    """
    is_foreign = one.record["source"]["where"] != SOURCE
    if waits or known.by_people or (known.highest and is_foreign):
        return Outcome.WAITING
    return Outcome.CHANGED if known.highest else Outcome.ADDED


def _is_official(one: Understood, known: _Known) -> bool:
    """Whether its word on the end of a procedure counts; over people's own it does not."""
    return one.record["source"]["where"] == SOURCE and not known.by_people


def _end(
    told: Sequence[Understood], known: Mapping[str, _Known], *, by: Acting, waits: bool
) -> None:
    """Write down which procedures end; what is there already says nothing new."""
    codes = {code for one in told for code in one.record.get("replaced_by", ())}
    ending = [one.record["code"] for one in told]
    there = Procedure.objects.in_bulk([*codes, *ending], field_name="code")
    for one in told:
        procedure, said = there[one.record["code"]], _said(one, there)
        if procedure.endings.filter(ends_on=said.ends_on, decision_number=said.decision).exists():
            continue
        if waits or not _is_official(one, known[procedure.code]):
            one.remarks.on("ngay_het_hieu_luc")(NOT_ITS_WORD, str(said.ends_on))
            continue
        try:
            endings.enter(procedure, said, by=by)
        except Circle as circle:  # two records that replace each other: neither ends
            one.remarks.on("thu_tuc_thay_the")(str(circle), ", ".join(one.record["replaced_by"]))


def _said(one: Understood, there: Mapping[str, Procedure]) -> endings.Said:
    """What a record says of its end; a successor that is not there yet is awaited and told."""
    record = one.record
    named = [code for code in record.get("replaced_by", ()) if code != record["code"]]
    awaited = [code for code in named if code not in there]
    for code in awaited:
        one.remarks.on("thu_tuc_thay_the")(AWAITED, code)
    others = [there[code] for code in named if code in there]
    return endings.Said(date.fromisoformat(record["ends_on"]), record["ended_by"], others, awaited)


def _mark(one: Understood) -> str:
    return loading.fingerprint(one.record)


# --- What is there ----------------------------------------------------------------------------


def _known(codes: Iterable[str]) -> dict[str, _Known]:
    """The highest number, the newest versions and their marks, and whose hand is in force.

    Only the newest published and newer drafts count: content that returns makes a version again.
    """
    rows = ProcedureVersion.objects.filter(procedure__code__in=list(codes)).order_by("number")
    found: dict[str, list[tuple[Any, ...]]] = {}
    for code, *row in rows.values_list(
        "procedure__code", "number", "fingerprint", "published_at", "source__where", "pk"
    ):
        found.setdefault(code, []).append(tuple(row))
    return {code: _summed(versions) for code, versions in found.items()}


def _summed(versions: list[tuple[Any, ...]]) -> _Known:
    published = [row for row in versions if row[2] is not None]
    last = published[-1][0] if published else 0
    newest = [row for row in versions if row[0] >= last]
    keys, marks = frozenset(row[4] for row in newest), frozenset(row[1] for row in newest)
    by_people = bool(published) and published[-1][3] != SOURCE
    return _Known(versions[-1][0], keys, marks, by_people)


def _without_the_same(
    told: Mapping[str, Understood], known: Mapping[str, _Known]
) -> dict[str, Understood]:
    """Those that say something else than the newest versions do, whatever their marks."""
    keys = {key for code in told for key in known[code].newest}
    if not keys:
        return dict(told)
    said = defaultdict(list)
    for record in recalling.records(ProcedureVersion.objects.filter(pk__in=keys)):
        said[record["code"]].append(record)
    return {
        code: one
        for code, one in told.items()
        if not any(comparing.says_the_same(one.record, there) for there in said[code])
    }


def _forms(codes: Iterable[str]) -> dict[str, Record]:
    """What the newest published versions have beside their records: an import keeps it."""
    published = ProcedureVersion.objects.published().filter(procedure__code__in=list(codes))
    rows = published.order_by("number").values("procedure__code", *own_forms.TOLD)
    return {row.pop("procedure__code"): row for row in rows}


# --- What is written --------------------------------------------------------------------------


def _write(
    drafts: Mapping[str, ProcedureVersion],
    told: Mapping[str, Understood],
    in_force: Set[str],
    *,
    by: Acting,
) -> None:
    assigning.assign([(drafts[code].procedure, told[code].record) for code in sorted(in_force)])
    loading.write([(draft, told[code].record) for code, draft in drafts.items()])
    loading.publish([draft for code, draft in drafts.items() if code in in_force], by=by)


def _remember(drafts: Sequence[ProcedureVersion], by: Acting) -> None:
    """Who brought them in which post; of what an operator imports the source tells."""
    if by.post:
        VersionEvent.objects.bulk_create(
            VersionEvent(version=draft, verb=workflow.BEGIN.verb, **by.hand) for draft in drafts
        )


def _version(one: Understood, procedure: Procedure, known: _Known) -> ProcedureVersion:
    version = loading.version(one.record, procedure, known.highest)
    version.fingerprint = _mark(one)
    version.source = {**one.record["source"], "remarks": [str(remark) for remark in one.remarks]}
    return version


def _procedures(records: Sequence[Record]) -> dict[str, Procedure]:
    """By code, locked; new ones come to the shelf of their field, others stay where they stand."""
    sectors = shelves.put_up(record["topic"] for record in records)
    ordered = sorted(records, key=lambda record: str(record["code"]))
    Procedure.objects.bulk_create(
        [Procedure(code=each["code"], sector=sectors[each["topic"]]) for each in ordered],
        ignore_conflicts=True,
    )
    found = Procedure.objects.filter(code__in=[each["code"] for each in ordered])
    return {one.code: one for one in found.order_by("code").select_for_update()}
