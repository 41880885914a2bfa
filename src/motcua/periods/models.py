"""Rows that hold for a period: half-open, first day included, last day not."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, DateTimeRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Func, Value
from django.db.models.expressions import BaseExpression
from django.db.models.functions import Now

from motcua.periods.knowledge import Recording, Remembering


def since(first: date, until: date | None = None) -> DateRange:
    """The period from ``first`` to the day before ``until``; open where ``until`` is None."""
    return DateRange(first, until, "[)")


def until(day: date) -> DateRange:
    """The period that ends before ``day`` and whose beginning is not on record."""
    return DateRange(None, day, "[)")


def overlap(one: DateRange, other: DateRange) -> bool:
    """Whether two half-open periods have a day in common, as ``&&`` of the database."""
    if one.isempty or other.isempty:
        return False
    return _begins_before(one, other.upper) and _begins_before(other, one.upper)


def lies_within(days: DateRange, house: DateRange) -> bool:
    """Whether no day of ``days`` is outside ``house``, as ``<@`` of the database."""
    if days.isempty or house.isempty:
        return bool(days.isempty)
    begins = house.lower is None or (days.lower is not None and days.lower >= house.lower)
    ends = house.upper is None or (days.upper is not None and days.upper <= house.upper)
    return bool(begins and ends)


def _begins_before(period: DateRange, after: date | None) -> bool:
    return period.lower is None or after is None or bool(period.lower < after)


EMPTY = DateRange(empty=True)
"""The period of what never came to be: a reorganization that was undone."""


class DatedQuerySet(models.QuerySet):
    """Questions to rows that live in time."""

    def on(self, day: date) -> Self:
        """What holds on ``day``."""
        return self.filter(valid_during__contains=day)

    def during(self, period: DateRange) -> Self:
        """What holds on at least one day of ``period``."""
        return self.filter(valid_during__overlap=period)


class Dated(models.Model):
    """A row that holds during ``valid_during`` and on no other day."""

    valid_during = DateRangeField()

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds; None where no end is on record."""
        after: date | None = self.valid_during.upper
        return after - timedelta(days=1) if after else None

    def holds_on(self, day: date) -> bool:
        if self.valid_during.isempty:
            return False
        lower, upper = self.valid_during.lower, self.valid_during.upper
        return (lower is None or lower <= day) and (upper is None or day < upper)


class RememberedQuerySet(Remembering, models.QuerySet):
    """Questions to rows whose earlier versions stay on record."""


class RecordedQuerySet(Recording, DatedQuerySet):
    """Questions to rows that have both times."""


class Remembered(models.Model):
    """A row whose earlier versions the database keeps: see ``motcua.periods.remembering``."""

    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    """Since when the register says what this row says."""

    objects: ClassVar = RememberedQuerySet.as_manager()

    class Meta:
        abstract = True


class PastRow(models.Model):
    """What a row of ``relation`` said during ``recorded_during``; written by the database alone."""

    relation = models.CharField(max_length=63)
    row_id = models.BigIntegerField()
    row = models.JSONField()
    recorded_during = DateTimeRangeField()

    class Meta:
        indexes = [
            models.Index(fields=["relation", "row_id"], name="past_row_of"),
            GistIndex(fields=["recorded_during"], name="past_row_known"),
        ]

    def __str__(self) -> str:
        return f"{self.relation} {self.row_id}"


class Recorded(Remembered, Dated):
    """A dated row that also knows since when it was known: valid time and record time."""

    objects: ClassVar = RecordedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True


def one_at_a_time(
    name: str, *columns: str | BaseExpression, condition: models.Q | None = None
) -> ExclusionConstraint:
    """The database refuses two rows with the same integer ``columns`` on the same day.

    A range of one integer stands in for equality, so that the constraint needs no btree_gist and
    runs on every managed server (docs/decisions/0002). A column may be an expression, for a number
    stored as text; null columns equal everything, so that ``condition`` should exclude them.
    """
    same = [(_range_of_one(column), "&&") for column in columns]
    return ExclusionConstraint(
        name=name, expressions=[*same, ("valid_during", "&&")], condition=condition
    )


def _range_of_one(column: str | BaseExpression) -> Func:
    return Func(column, column, Value("[]"), function="int8range")
