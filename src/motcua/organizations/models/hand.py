"""As whom did somebody act? What every act keeps, so that both names stay on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from motcua.organizations.standings import InWords

from .appointment import AppointmentKind
from .capacity import Capacity

if TYPE_CHECKING:
    from motcua.accounts.models import Person

    from .post import Post


class Hand(InWords, models.Model):
    """A row about an act of ``person`` in ``post``: as what they held it, for whom, in which name.

    Written once with the act: a later correction of the appointment changes no history.
    """

    if TYPE_CHECKING:
        person: Person
        post: Post | None

    standing = models.CharField(
        max_length=10, choices=AppointmentKind, blank=True, default="", db_default=""
    )
    """The kind of appointment; empty for a citizen, the machine and what is older than this."""
    in_place_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    """The holder of the post who was away, or who gave the power."""
    capacity = models.ForeignKey(
        Capacity, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    """Of a merged body: the system in which it acted."""

    class Meta:
        abstract = True
