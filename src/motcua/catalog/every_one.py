"""Which procedures does the portal know, in force, ended or only as drafts? For its keepers."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from motcua.catalog import former, publication
from motcua.catalog.models import Procedure, ProcedureVersion
from motcua.search import queries as search

CODE_BEGINS = re.compile(r"\d\.\d{0,6}")
MOST_FOUND = 200


def of(words: str, day: date) -> QuerySet[Any]:
    """By code where the words begin one, else by name, best first; all where nothing is asked.

    Each knows its newest name, how many versions it has and whether it is offered on ``day``.
    """
    told = _told(day)
    words = " ".join(words.replace("\x00", "").split())
    if not words:
        return told.order_by("code")
    if CODE_BEGINS.fullmatch(words):
        return told.filter(code__startswith=words).order_by("code")
    return told.filter(_is_called(words)).order_by("name", "code")


def _told(day: date) -> QuerySet[Any]:
    versions = ProcedureVersion.objects.filter(procedure=OuterRef("pk"))
    newest = versions.order_by(F("published_at").desc(nulls_last=True), "-number")
    return Procedure.objects.annotate(
        name=Subquery(newest.values("name")[:1]),
        how_many=Count("versions"),
        is_offered=Exists(versions.published().on(day)),
        waits=Exists(versions.waiting()),
    ).filter(how_many__gt=0)


def _is_called(words: str) -> Q:
    """What the site's index finds; drafts stand in no index and are found by their own words."""
    hits = [
        hit.key
        for kind in (publication.KIND, former.KIND)
        for hit in search.find(words, kind, limit=MOST_FOUND)
    ]
    return Q(code__in=hits) | Q(pk__in=_drafts_called(words))


def _drafts_called(words: str) -> QuerySet[ProcedureVersion, int]:
    drafts = ProcedureVersion.objects.waiting().filter(name__icontains=words)
    return drafts.values_list("procedure", flat=True)
