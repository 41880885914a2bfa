"""Where do the figures stand? Deltas written with each move, and the tallies they are folded into.

An office, a sector and a month are a row, whoever's dossiers they were: nothing here names anyone.
"""

from typing import ClassVar

from django.db import models

from .measures import Measure
from .queries import EntryQuerySet


class Counts(models.Model):
    """One column for every measure."""

    submitted = models.IntegerField(db_default=0)
    refused = models.IntegerField(db_default=0)
    withdrawn_unreceived = models.IntegerField(db_default=0)
    received_direct = models.IntegerField(db_default=0)
    received_online = models.IntegerField(db_default=0)
    received_post = models.IntegerField(db_default=0)
    early = models.IntegerField(db_default=0)
    on_time = models.IntegerField(db_default=0)
    late = models.IntegerField(db_default=0)
    stopped = models.IntegerField(db_default=0)
    withdrawn = models.IntegerField(db_default=0)
    waiting = models.IntegerField(db_default=0)
    fell_due = models.IntegerField(db_default=0)
    late_ended = models.IntegerField(db_default=0)
    moved = models.IntegerField(db_default=0)
    moved_unreceived = models.IntegerField(db_default=0)

    class Meta:
        abstract = True


class Delta(models.Model):
    """What one move adds to one measure, until the next fold.

    Known by its event and measure: a move that is heard twice in its transaction counts once. No
    constraint is checked here, because the row that it is folded into has them.
    """

    pk = models.CompositePrimaryKey("event", "measure")
    event = models.BigIntegerField()
    """The number of the ``dossiers.Event``."""
    measure = models.PositiveSmallIntegerField(choices=Measure.choices)
    organization = models.ForeignKey(
        "organizations.Organization",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    sector = models.ForeignKey(
        "catalog.Sector",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    at = models.DateTimeField()
    n = models.SmallIntegerField()

    def __str__(self) -> str:
        return f"{self.event} {self.measure} {self.n:+}"


class Tally(Counts):
    """What an office's moves of one month added up to, in one sector."""

    pk = models.CompositePrimaryKey("organization", "sector", "month")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    sector = models.ForeignKey(
        "catalog.Sector", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    month = models.DateField()
    """Its first day, in Việt Nam."""
    at = models.GeneratedField(
        expression=models.Func(
            "month", template="(%(expressions)s::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')"
        ),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    """Its first moment: kept, because working it out costs a page more than adding up."""

    class Meta:
        indexes = [models.Index(fields=["at"], name="tally_by_moment")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(month__day=1), name="tally_month_is_its_first_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organization_id}/{self.sector_id} {self.month:%Y-%m}"


class Promise(models.Model):
    """How many running clocks of an office and sector are late from one moment on.

    Those of this month and later: what fell due in a month that is over stands in its tally.
    """

    pk = models.CompositePrimaryKey("organization", "sector", "at")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    sector = models.ForeignKey(
        "catalog.Sector", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    at = models.DateTimeField()
    n = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.organization_id}/{self.sector_id} {self.at:%Y-%m-%d %H:%M}: {self.n}"


class Entry(Counts):
    """Everything that counts, folded or not, as one view: what pages read.

    ``at`` of what is folded is the beginning of its month.
    """

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.DO_NOTHING, related_name="+"
    )
    sector = models.ForeignKey("catalog.Sector", on_delete=models.DO_NOTHING, related_name="+")
    at = models.DateTimeField(primary_key=True)
    """No key: Django wants one, and nothing asks for a row by it."""

    objects: ClassVar = EntryQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "statistics_entry"

    def __str__(self) -> str:
        return f"{self.organization_id}/{self.sector_id} {self.at:%Y-%m-%d}"
