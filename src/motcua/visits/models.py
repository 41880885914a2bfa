"""What is kept of visits? Counts and bitmaps: no address, no browser, no reader."""

from django.db import models

from motcua.visits.fields import BitmapField


class Salt(models.Model):
    """One day's secret, shared by all processes and thrown away after the day.

    Without it nobody can say whose bit is set in a bitmap, nor join two days.
    """

    day = models.DateField(primary_key=True)
    secret = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.day}"


class Tally(models.Model):
    """What one process has counted on one day *so far*.

    A process only ever raises its own row, so writing the same thing twice changes nothing.
    """

    process = models.UUIDField()
    day = models.DateField()
    views = models.PositiveBigIntegerField()
    visitors = BitmapField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "process"], name="tally_once_a_process_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.views}"


class Minute(models.Model):
    """Who was here within one minute, all processes together."""

    at = models.DateTimeField(primary_key=True)
    visitors = BitmapField()

    def __str__(self) -> str:
        return f"{self.at:%H:%M}"


class Day(models.Model):
    """One day, for good: added up from the tallies when it is over."""

    day = models.DateField(primary_key=True)
    views = models.PositiveBigIntegerField()
    """Lượt truy cập: public pages shown to people."""
    visitors = models.PositiveIntegerField()
    """Estimated number of different readers on that day."""

    def __str__(self) -> str:
        return f"{self.day} {self.views}"
