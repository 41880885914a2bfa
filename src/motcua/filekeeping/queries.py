"""Which files, which uploads?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

if TYPE_CHECKING:
    from motcua.accounts.models import Person

ORPHAN_AFTER = timedelta(days=1)
"""A file that nobody refers to is only an orphan when no draft can still be on its way to it."""


class StoredFileQuerySet(models.QuerySet):
    """Questions to kept contents."""

    def orphans(self) -> Self:
        """Those to which nothing of any room refers, and which are not new.

        What was drawn of a file goes with it and does not hold it.
        """
        old = timezone.now() - ORPHAN_AFTER
        holders = [
            each.name
            for each in self.model._meta.related_objects
            if each.on_delete is not models.CASCADE
        ]
        return self.filter(kept_at__lt=old, **{f"{name}__isnull": True for name in holders})

    def quarantined(self) -> Self:
        """Those that the scanner has not seen yet."""
        return self.filter(cleared_at__isnull=True, threat="")

    def with_renditions(self) -> Self:
        """With what was drawn of them."""
        return self.prefetch_related("renditions")


class UploadQuerySet(models.QuerySet):
    """Questions to what is on its way."""

    def of(self, person: Person) -> Self:
        """Those that ``person`` began."""
        return self.filter(person=person)

    def for_holder(self, holder: str) -> Self:
        """Those for one draft or supplement."""
        return self.filter(holder=holder)

    def unfinished(self) -> Self:
        """Those of which nobody said yet whether they are kept."""
        return self.filter(finished_at__isnull=True)

    def lasting(self, now: datetime) -> Self:
        """Those that may still go on or be read about."""
        return self.filter(expires_at__gt=now)

    def shown(self) -> Self:
        """What the page tells of beside the files that were kept: half ones and refused ones."""
        return self.filter(Q(finished_at__isnull=True) | ~Q(refusal=""))

    def arrived(self) -> Self:
        """All their bytes are here, and nobody said yet whether they are kept."""
        return self.unfinished().filter(offset=F("size"))

    def not_arrived(self) -> Self:
        """Those that are half here, and those of which somebody said what became of them."""
        return self.filter(Q(finished_at__isnull=False) | ~Q(offset=F("size")))

    def drop_all(self) -> None:
        """Throw them away with their pieces: what they were for is gone or was handed in."""
        uploads: Any = self
        for upload in uploads:
            upload.give_up()

    def drop_afterwards(self) -> None:
        """The same once this transaction is through.

        Whoever finishes one holds it and waits for what it is for, which this transaction holds.
        """
        transaction.on_commit(self.all().drop_all, robust=True)
