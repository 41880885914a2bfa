"""When did a draft come to another version of its procedure, and what was not asked there?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from motcua.accounts.fields import SealedJSONField

if TYPE_CHECKING:
    from motcua.accounts.models import Person


class DraftMoveQuerySet(models.QuerySet):
    """Questions to moves of drafts."""

    def unread_by(self, person: Person) -> Self:
        """Those of which ``person`` has not said that they read of it."""
        return self.exclude(readers=person)

    def within_procedures(self) -> Self:
        """Those from one version to another; not what was copied from another procedure."""
        return self.filter(earlier__procedure=F("later__procedure"))

    def with_versions(self) -> Self:
        """With what a page says of them."""
        return self.select_related("earlier__procedure", "later__procedure")


class DraftMove(models.Model):
    """A draft that came from one version of its procedure to another, or was copied to its heir.

    Written once; ``left`` holds what was typed and the other form does not ask, so that it can be
    shown in full. A page of the earlier version that is sent afterwards adds one more.
    """

    draft = models.ForeignKey("dossiers.Draft", on_delete=models.CASCADE, related_name="moves")
    earlier = models.ForeignKey(
        "catalog.ProcedureVersion", on_delete=models.PROTECT, related_name="+"
    )
    later = models.ForeignKey(
        "catalog.ProcedureVersion", on_delete=models.PROTECT, related_name="+"
    )
    left: Any = SealedJSONField(default=list, blank=True)
    """What the later form does not ask (``drafting.carrying.Left``); sealed like all answers."""
    at = models.DateTimeField(default=timezone.now, editable=False)
    readers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    """Who said that they read of it."""

    objects = DraftMoveQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="draft_move_goes_somewhere", condition=~Q(earlier=F("later"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id}: {self.earlier_id} → {self.later_id}"

    @property
    def is_copy(self) -> bool:
        """Whether the draft was copied from one of another procedure (``drafting.copying``)."""
        return bool(self.earlier.procedure_id != self.later.procedure_id)
