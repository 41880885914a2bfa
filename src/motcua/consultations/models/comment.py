"""What did somebody say to a draft?"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.accounts.fields import SealedJSONField
from motcua.consultations import desks, exceptions, moderation, workflow
from motcua.consultations.queries import CommentQuerySet
from motcua.consultations.workflow import Role, Showing, Stance, State, WhyNot
from motcua.strangers.doubts import Doubt

if TYPE_CHECKING:
    from motcua.filekeeping.models import StoredFile
    from motcua.organizations.acting import Acting

    from .comment_event import CommentEvent
    from .reading import Reading


@dataclass(slots=True)
class Attachment:
    """A file that came with a comment; only the office sees it."""

    file: StoredFile
    name: str

    @property
    def media_type(self) -> str:
        return self.file.media_type


class Comment(models.Model):
    """What somebody thinks of the whole draft or of one article.

    ``said`` is what they wrote and who they are, sealed, for the drafting office; ``public_text``
    and ``public_name`` are what everybody may read once a moderator agreed.
    """

    Stance = Stance
    Showing = Showing

    code = models.CharField(max_length=12, unique=True, editable=False)
    """Drawn by lot, since it is all that proves that somebody wrote."""
    form_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """The idempotency of the form: one key, one comment."""
    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="comments"
    )
    article = models.ForeignKey(
        "consultations.Article",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
    )
    """Nothing where it is about the whole draft."""
    stance = models.CharField(_("thái độ"), max_length=10, choices=Stance)
    said: Any = SealedJSONField(default=dict)
    """``text``, ``name``, ``represents``, ``email``, ``shows_name``; sealed."""
    has_email = models.BooleanField(default=False, editable=False)
    """Whether there is somebody to write to about the summary."""
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Nobody where it was written without an account."""
    file = models.ForeignKey(
        "dossiers.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consultation_comments",
    )
    file_name = models.CharField(max_length=150, blank=True)
    doubts = ArrayField(models.CharField(max_length=12, choices=Doubt), default=list, blank=True)
    received_at = models.DateTimeField(default=timezone.now, editable=False)
    showing = models.CharField(max_length=8, choices=Showing, default=Showing.NEW, editable=False)
    why_not = models.CharField(max_length=12, choices=WhyNot, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    public_text = models.TextField(blank=True)
    public_name = models.CharField(max_length=150, blank=True)
    answer = models.ForeignKey(
        "consultations.Answer",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("góp ý")
        verbose_name_plural = _("góp ý")
        constraints = [
            models.CheckConstraint(
                condition=Q(stance__in=Stance.values), name="comment_stance_known"
            ),
            models.CheckConstraint(
                condition=Q(showing__in=Showing.values), name="comment_showing_known"
            ),
            models.CheckConstraint(
                condition=~Q(showing=Showing.SHOWN) | ~Q(public_text=""),
                name="comment_shown_has_a_public_text",
            ),
            models.CheckConstraint(
                condition=Q(showing=Showing.WITHHELD) & ~Q(why_not="")
                | ~Q(showing=Showing.WITHHELD) & Q(why_not=""),
                name="comment_withheld_says_why",
            ),
        ]
        indexes = [
            models.Index(
                fields=["consultation", "showing", "received_at", "id"], name="comment_by_showing"
            ),
            models.Index(
                fields=["consultation", "article", "received_at", "id"], name="comment_by_article"
            ),
            models.Index(fields=["person", "-received_at"], name="comment_of_person"),
            models.Index(
                fields=["received_at", "id"],
                condition=Q(showing=Showing.NEW),
                name="comment_waiting",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    if TYPE_CHECKING:
        events: Any

    # --- Questions -------------------------------------------------------------

    @property
    def text(self) -> str:
        return str(self.said.get("text", ""))

    @property
    def name(self) -> str:
        return str(self.said.get("name", ""))

    @property
    def represents(self) -> str:
        return str(self.said.get("represents", ""))

    @property
    def email(self) -> str:
        return str(self.said.get("email", ""))

    @property
    def shows_name(self) -> bool:
        """Whether the writer wants to be named where it is public."""
        return bool(self.said.get("shows_name"))

    @property
    def attachment(self) -> Attachment | None:
        """The file with the name under which it came."""
        return Attachment(self.file, self.file_name) if self.file else None

    @property
    def is_new(self) -> bool:
        return self.showing == Showing.NEW

    @property
    def is_shown(self) -> bool:
        return self.showing == Showing.SHOWN

    @property
    def reasons_to_look(self) -> list[str]:
        """The machine's doubts in words."""
        return [str(Doubt(one).label) for one in self.doubts]

    def as_seen(self, revision: int) -> Self:
        """As a moderator's page showed it: who comes second is too late."""
        self.revision = revision
        return self

    # --- Verbs -----------------------------------------------------------------

    def show(self, *, by: Acting, text: str, name: str = "") -> CommentEvent:
        """Let everybody read ``text``; refuses while somebody's numbers stand in it."""
        moderation.refuse_unfit(text, name)
        columns = {"public_text": text.strip(), "public_name": name.strip(), "why_not": ""}
        return self._decide(Showing.SHOWN, by=by, **columns)

    def withhold(self, *, by: Acting, why: WhyNot | str, note: str = "") -> CommentEvent:
        """Let nobody but the office read it."""
        columns = {"public_text": "", "public_name": "", "why_not": why}
        return self._decide(Showing.WITHHELD, by=by, note=note, **columns)

    def note_reading(self, *, by: Acting, what: Reading.What) -> None:
        """Record that an officer looked at it with its writer."""
        self.consultation.readings.create(comment=self, person=by.person, post=by.post, what=what)

    @transaction.atomic
    def _decide(
        self, showing: workflow.Showing, *, by: Acting, note: str = "", **columns: str
    ) -> CommentEvent:
        """One guarded UPDATE: of two moderators the second is told."""
        if not desks.roles_of(self.consultation, by) & frozenset(Role) or self._is_of(by):
            raise exceptions.NotYourMove
        ready = Comment.objects.filter(
            pk=self.pk, revision=self.revision, consultation__state=State.OPENED
        )
        if not ready.update(showing=showing, revision=F("revision") + 1, **columns):
            raise exceptions.TooLate
        self.refresh_from_db()
        written: dict[str, Any] = {"showing": showing, "why_not": self.why_not, "note": note}
        made: CommentEvent = self.events.create(**written, **by.hand)
        return made

    def _is_of(self, by: Acting) -> bool:
        return self.person_id is not None and self.person_id == by.person.pk
