"""Who applies together with whom, such as both spouses?"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from motcua.accounts.fields import SealedJSONField
from motcua.accounts.models import Person

if TYPE_CHECKING:
    from .dossier import Dossier

INVITATION_LASTS = timedelta(days=30)
"""So long an invitation can be accepted; the inviter may invite again."""


class CoApplicantQuerySet(models.QuerySet):
    """Questions to those who apply together."""

    def standing(self) -> Self:
        """Invited or accepted, and not taken back."""
        return self.filter(revoked_at__isnull=True)

    def declined(self) -> Self:
        """Those who said no, for whoever invited them."""
        return self.filter(declined_at__isnull=False)

    def accepted(self) -> Self:
        """Those who write along."""
        return self.standing().filter(person__isnull=False)

    def along_with(self, dossier: Dossier) -> Self:
        """Those who applied along with its applicant."""
        there = self.accepted().select_related("person")
        return there.filter(draft=dossier.draft_id) if dossier.draft_id else there.none()

    def waiting_for(self, person: Person) -> Self:
        """Invitations that ``person`` may accept now."""
        if not person.personal_number_key:
            return self.none()
        return self.standing().filter(
            person__isnull=True,
            personal_number_key=person.personal_number_key,
            invited_at__gt=timezone.now() - INVITATION_LASTS,
            draft__dossier__isnull=True,
        )


class CoApplicant(models.Model):
    """Somebody whom the applicant invited to one draft, known by their personal number.

    They sign in themselves, fill in the whole or their ``pages``, and confirm what stands there; of
    the number only its keyed hash is kept.
    """

    draft = models.ForeignKey(
        "dossiers.Draft", on_delete=models.CASCADE, related_name="co_applicants"
    )
    name = models.CharField(max_length=150)
    personal_number_key = models.CharField(max_length=64, editable=False)
    email = models.EmailField(blank=True)
    pages = models.JSONField(default=list, blank=True)
    """Keys of the pages that they see and fill in; empty: all of it."""
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applies_along",
    )
    invited_at = models.DateTimeField(default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    declined_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When they said no; the invitation is over then, too."""
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    confirmed = models.CharField(max_length=64, blank=True, editable=False)
    """Keyed hash of what they confirmed; it counts as long as that still stands."""
    seen: Any = SealedJSONField(default=list, blank=True)
    """What they confirmed, in words (``drafting.confirming.Told``): to show what changed since."""
    wrote = models.JSONField(default=list, blank=True, editable=False)
    """Keys of the pages on which they typed: nobody else reuses what stands there."""

    objects = CoApplicantQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "personal_number_key"],
                condition=Q(revoked_at__isnull=True),
                name="co_applicant_once_a_draft",
            ),
            models.UniqueConstraint(
                fields=["draft", "person"],
                condition=Q(revoked_at__isnull=True, person__isnull=False),
                name="co_applicant_is_one_human",
            ),
            models.CheckConstraint(
                name="co_applicant_accepted_by_somebody",
                condition=Q(person__isnull=True, accepted_at__isnull=True)
                | Q(person__isnull=False, accepted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="co_applicant_confirms_after_accepting",
                condition=Q(confirmed="", confirmed_at__isnull=True)
                | Q(~Q(confirmed=""), confirmed_at__isnull=False, accepted_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["personal_number_key"],
                condition=Q(person__isnull=True, revoked_at__isnull=True),
                name="co_applicant_invited",
            ),
            models.Index(
                fields=["person"],
                condition=Q(revoked_at__isnull=True),
                name="co_applicant_along",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id}: {self.pk}"

    @property
    def is_whole(self) -> bool:
        """Whether they see everything."""
        return not self.pages

    @property
    def has_accepted(self) -> bool:
        return self.person_id is not None

    @property
    def shown_name(self) -> str:
        """As they are called by who vouched for them, or as the inviter wrote."""
        return self.person.full_name if self.person else self.name

    @property
    def address(self) -> str:
        """Where letters go: what the sign-in told of them, else what the inviter wrote."""
        return (self.person.email if self.person else "") or self.email

    def note_typing(self, page: str) -> None:
        """They typed on this page; its draft is held meanwhile."""
        self.refresh_from_db(fields=["wrote"])
        if page not in self.wrote:
            self.wrote = [*self.wrote, page]
            self.save(update_fields=["wrote"])
