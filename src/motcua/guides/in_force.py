"""Which procedure answers for a code today? Itself, or what came in its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from motcua.catalog import endings
from motcua.catalog.models import ProcedureVersion
from motcua.catalog.queries import VersionQuerySet


@dataclass(frozen=True, slots=True)
class InForce:
    """What of a code on a day: one version to go on with, or several to choose from, or none."""

    version: ProcedureVersion | None = None
    """What is in force: the procedure itself, or its only successor."""
    ended: ProcedureVersion | None = None
    """What the procedure was last, where it holds no more."""
    instead: tuple[ProcedureVersion, ...] = ()
    """Its successors, where there are several."""


def of_codes(codes: Collection[str], day: date) -> dict[str, InForce]:
    """Of each code; two queries, and a few more for each that ended."""
    published = ProcedureVersion.objects.published()
    today = _by_code(published.filter(procedure__code__in=codes).on(day).with_parts())
    found = {code: InForce(version) for code, version in today.items()}
    gone = set(codes) - today.keys()
    ended = _by_code(_last(published, gone)) if gone else {}
    return found | {code: _in_place_of(last, day) for code, last in ended.items()}


def _in_place_of(last: ProcedureVersion, day: date) -> InForce:
    end = endings.of(last.procedure.code, day)
    pks = [one.pk for one in end.successors] if end else []
    instead = tuple(ProcedureVersion.objects.filter(pk__in=pks).with_parts()) if pks else ()
    if len(instead) == 1:
        return InForce(instead[0], last)
    return InForce(None, last, instead)


def _by_code(versions: Iterable[ProcedureVersion]) -> dict[str, ProcedureVersion]:
    return {one.procedure.code: one for one in versions}


def _last(published: VersionQuerySet, codes: Collection[str]) -> VersionQuerySet:
    """Of each the newest comes last."""
    gone = published.filter(procedure__code__in=codes)
    return gone.select_related("procedure").order_by("number")
