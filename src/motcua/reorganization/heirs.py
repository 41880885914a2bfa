"""Whither does each piece of work go? The routes of a plan, asked by the database for whole sets.

Of the routes of its organization that fit a row, the one of highest rank decides. Where a place is
not known, a route that might fit outranks the one that does: only a human can tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, Lookup, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.lookups import Exact, IsNull

from motcua.reorganization.models import Plan, Route

if TYPE_CHECKING:
    from collections.abc import Mapping

DOSSIER = {
    "organization": "organization",
    "procedure": "version__procedure__code",
    "function": "version__procedure__sector__function",
    "unit": "place",
    "locality": "locality",
}
DRAFT = {
    "organization": "organization",
    "procedure": "version__procedure__code",
    "function": "version__procedure__sector__function",
}
QUESTION = {
    "organization": "organization",
    "procedure": "procedure__code",
    "function": "procedure__sector__function",
    "unit": "unit",
}
OFFICE = {"organization": "organization"}
"""Where each kind of work says what routes ask for; what is not said fits only wide routes."""


def moving(found: Any, plan: Plan, columns: Mapping[str, str]) -> Any:
    """Of ``found`` those that go elsewhere, each with ``heir``, the body that it goes to."""
    olds = Route.objects.filter(plan=plan).values("old")
    routed = found.filter(**{f"{columns['organization']}__in": olds})
    heir, rank = _deciding(plan, columns, "body"), _deciding(plan, columns, "rank")
    there = _deciding(plan, columns, "body__organization")
    annotated = routed.annotate(heir=heir, heir_rank=rank, heir_there=there)
    stays = Q(heir_there=F(columns["organization"]))
    return annotated.filter(heir__isnull=False).exclude(stays & Q(heir_there__isnull=False))


def unclear(found: Any, plan: Plan, columns: Mapping[str, str]) -> Any:
    """Of those that go elsewhere the ones of which no record tells surely where."""
    might = _fitting(plan, columns, surely=False).filter(rank__gt=OuterRef("heir_rank"))
    return moving(found, plan, columns).filter(Exists(might.exclude(body=OuterRef("heir"))))


def _deciding(plan: Plan, columns: Mapping[str, str], value: str) -> Subquery:
    fitting = _fitting(plan, columns, surely=True).order_by("-rank", "pk")
    return Subquery(fitting.values(value)[:1])


def _fitting(plan: Plan, columns: Mapping[str, str], *, surely: bool) -> QuerySet[Route]:
    """Routes for the row outside; not ``surely``: also those that may fit what is not known."""
    fits = Q(procedure_code="") | _same("procedure_code", columns.get("procedure"))
    fits &= Q(function__isnull=True) | _same("function", columns.get("function"))
    place = Q(unit__isnull=True) | _same("unit", columns.get("unit"))
    below = Q(locality="") | _same("locality", columns.get("locality"))
    if not surely:
        place |= _unknown(columns.get("unit"), IsNull, rhs=True)
        below |= _unknown(columns.get("locality"), Exact, rhs=Value(""))
    own = Q(old=OuterRef(columns["organization"]))
    return Route.objects.filter(own, fits, place, below, plan=plan)


def _same(field: str, column: str | None) -> Q:
    return Q(**{field: OuterRef(column)}) if column else Q(pk__in=())


def _unknown(column: str | None, lookup: type[Lookup[Any]], *, rhs: Any) -> Q:
    """Whether the row outside says nothing there; what has no such column never does."""
    return Q(lookup(OuterRef(column), rhs)) if column else ~Q(pk__in=())
