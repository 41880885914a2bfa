"""What was it called on that day? Names change, and what bears them stays."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from motcua.periods.clock import today
from motcua.periods.models import Dated, DatedQuerySet

FIRST_DAY = F("names__valid_during__startswith")


class NamedQuerySet(DatedQuerySet):
    """Questions to rows whose names live in a table of their own, ``names``."""

    def with_names(self, day: date | None = None) -> Self:
        """Rows that know their name of ``day`` (today) and answer ``name_on(day)`` from it.

        A list built with it asks the database for no name again.
        """
        asked = day or today()
        return self.annotate(
            named_on=Value(asked, output_field=models.DateField()),
            name_then=_name_then(self.model._base_manager.filter(pk=OuterRef("pk")), asked),
        )


class Named(Dated):
    """A dated row whose ``names`` through time, each a :class:`Name`, refer to it."""

    objects: ClassVar = NamedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def name(self) -> str:
        """What it is called today; of what has ended, what it was last called."""
        return self.name_on(today())

    def name_on(self, day: date) -> str:
        """The name of that day; after the end the last one, before the beginning the first."""
        if getattr(self, "named_on", None) == day:
            return str(self.name_then)  # type: ignore[attr-defined]
        itself: Any = self
        return _nearest(itself.names.all(), day)


class Name(Dated):
    """What something is called during a period; ``full_name`` is written as in a sentence."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(getattr(self, "full_name", ""))

    @property
    def first_day(self) -> date:
        return self.valid_during.lower or date.min


def _nearest(names: Iterable[Name], day: date) -> str:
    in_order = sorted(names, key=lambda name: name.first_day)
    begun = [name for name in in_order if name.first_day <= day]
    return str(begun[-1] if begun else next(iter(in_order), ""))


def _name_then(itself: "QuerySet[Any]", day: date) -> Coalesce:
    """The same answer in SQL; ``itself`` is the row outside, joined with its names."""
    begun = itself.filter(
        Q(names__valid_during__startswith__lte=day) | Q(names__valid_during__lower_inf=True)
    )
    return Coalesce(
        Subquery(begun.order_by(FIRST_DAY.desc(nulls_last=True)).values("names__full_name")[:1]),
        Subquery(itself.order_by(FIRST_DAY.asc(nulls_first=True)).values("names__full_name")[:1]),
        Value(""),
        output_field=models.CharField(),
    )
