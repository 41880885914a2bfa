"""Whither does each piece of work go? The routes of a plan, asked by the database for whole sets.

Of the routes of its organization that fit a row, the one of highest rank decides. Where territory
is divided and nothing but the default fits, the place is unknown or nobody spoke of it: the default
heir holds the row and a human places it (``routing`` does the same when a plan is carried out).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat, StrIndex
from django.db.models.lookups import GreaterThan

from motcua.reorganization import compiling
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
    own = Route.objects.filter(plan=plan, old=OuterRef(columns["organization"]))
    by_place = own.exclude(unit__isnull=True, locality="")
    return moving(found, plan, columns).filter(Exists(by_place), heir_rank=compiling.DEFAULT)


def _deciding(plan: Plan, columns: Mapping[str, str], value: str) -> Subquery:
    fitting = _fitting(plan, columns).order_by("-rank", "pk")
    return Subquery(fitting.values(value)[:1])


def _fitting(plan: Plan, columns: Mapping[str, str]) -> QuerySet[Route]:
    """Routes for the row outside."""
    fits = Q(procedure_code="") | _same("procedure_code", columns.get("procedure"))
    fits &= Q(function__isnull=True) | _same("function", columns.get("function"))
    fits &= Q(unit__isnull=True) | _same("unit", columns.get("unit"))
    fits &= Q(locality="") | _named_in(columns.get("locality"))
    own = Q(old=OuterRef(columns["organization"]))
    return Route.objects.filter(own, fits, plan=plan)


def _same(field: str, column: str | None) -> Q:
    return Q(**{field: OuterRef(column)}) if column else Q(pk__in=())


def _named_in(column: str | None) -> Q:
    """Whether the address of the row outside has the hamlet in it, as whole words."""
    if not column:
        return Q(pk__in=())
    address = Concat(Value(" "), OuterRef(column), Value(" "), output_field=CharField())
    hamlet = Concat(Value(" "), F("locality"), Value(" "), output_field=CharField())
    return Q(GreaterThan(StrIndex(address, hamlet), 0))
