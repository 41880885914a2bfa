"""Which line of a rehearsal belongs to whom, and is it settled?"""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import Hand, Post

from .plan import Plan


class Tick(Hand):
    """A line of the rehearsal (see ``lines``): its owner, and that it was settled, by whose hand.

    ``count`` is how many there were when it was ticked: where there are more since, the line is
    open again.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="ticks")
    line = models.SlugField(max_length=60)
    owner = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ticked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    post = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    """In which it was ticked; that of the owner, or one that plans."""
    at = models.DateTimeField(null=True, blank=True)
    count = models.PositiveIntegerField(null=True, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(name="tick_once_a_line", fields=["plan", "line"]),
            CheckConstraint(
                name="tick_is_whole",
                condition=Q(ticked_by__isnull=True, at__isnull=True, count__isnull=True)
                | Q(ticked_by__isnull=False, at__isnull=False, count__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.line}"
