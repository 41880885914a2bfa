"""What is a letter? A row that is written with the move it tells of, and says how it fared."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from .posted import Posted


class Letter(Posted):
    """One letter about one event of a dossier, for example that it was received.

    To the applicant, or to a ``co_applicant`` who applied along.
    """

    event = models.ForeignKey("dossiers.Event", on_delete=models.PROTECT, related_name="letters")
    co_applicant = models.ForeignKey(
        "dossiers.CoApplicant", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "channel", "co_applicant"],
                nulls_distinct=False,
                name="letter_once_per_event",
            ),
            models.CheckConstraint(
                name="letter_state_known", condition=Q(state__in=["queued", "sent", "failed"])
            ),
            models.CheckConstraint(
                name="letter_sent_when_it_says_so",
                condition=Q(state="sent", sent_at__isnull=False)
                | Q(~Q(state="sent"), sent_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["written_at"], condition=~Q(state="sent"), name="letter_not_sent")
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.channel} {self.state}"

    @property
    def address(self) -> str:
        if self.co_applicant is not None:
            return self.co_applicant.address
        return self.event.dossier.email


class ConsultationLetter(Posted):
    """One letter about a summary, to somebody who commented and left an address."""

    event = models.ForeignKey(
        "consultations.ConsultationEvent", on_delete=models.PROTECT, related_name="letters"
    )
    comment = models.ForeignKey("consultations.Comment", on_delete=models.PROTECT, related_name="+")
    """Whose writer is told, once however many comments came from one address."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "comment", "channel"], name="consultation_letter_once_per_writer"
            ),
            models.CheckConstraint(
                name="consultation_letter_state_known",
                condition=Q(state__in=["queued", "sent", "failed"]),
            ),
            models.CheckConstraint(
                name="consultation_letter_sent_when_it_says_so",
                condition=Q(state="sent", sent_at__isnull=False)
                | Q(~Q(state="sent"), sent_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["written_at"],
                condition=~Q(state="sent"),
                name="consultation_letter_not_sent",
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.comment_id} {self.state}"

    @property
    def address(self) -> str:
        return self.comment.email


class QuestionLetter(Posted):
    """One letter about one event of a question, to its asker or to that of a duplicate."""

    event = models.ForeignKey(
        "questions.QuestionEvent", on_delete=models.PROTECT, related_name="letters"
    )
    question = models.ForeignKey("questions.Question", on_delete=models.PROTECT, related_name="+")
    """Whose asker is told: the event's own question, or one that was merged into it."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "question", "channel"], name="question_letter_once_per_asker"
            ),
            models.CheckConstraint(
                name="question_letter_state_known",
                condition=Q(state__in=["queued", "sent", "failed"]),
            ),
            models.CheckConstraint(
                name="question_letter_sent_when_it_says_so",
                condition=Q(state="sent", sent_at__isnull=False)
                | Q(~Q(state="sent"), sent_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["written_at"], condition=~Q(state="sent"), name="question_letter_not_sent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.question_id} {self.state}"

    @property
    def address(self) -> str:
        return self.question.email


class DirectiveLetter(Posted):
    """One letter about a task to one officer: about an event, or to remind of a deadline."""

    event = models.ForeignKey(
        "directives.TaskEvent",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
    )
    reminder = models.ForeignKey(
        "directives.Reminder",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    """Who held the post that is told."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person", "channel"], name="directive_letter_once_of_an_event"
            ),
            models.UniqueConstraint(
                fields=["reminder", "person", "channel"],
                name="directive_letter_once_of_a_reminder",
            ),
            models.CheckConstraint(
                name="directive_letter_of_one_thing",
                condition=Q(event__isnull=False, reminder__isnull=True)
                | Q(event__isnull=True, reminder__isnull=False),
            ),
            models.CheckConstraint(
                name="directive_letter_state_known",
                condition=Q(state__in=["queued", "sent", "failed"]),
            ),
            models.CheckConstraint(
                name="directive_letter_sent_when_it_says_so",
                condition=Q(state="sent", sent_at__isnull=False)
                | Q(~Q(state="sent"), sent_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["written_at"], condition=~Q(state="sent"), name="directive_letter_not_sent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id or self.reminder_id} {self.person_id} {self.state}"

    @property
    def told_of(self) -> dict[str, int]:
        if self.reminder_id:
            return {"reminder_id": self.reminder_id}
        return super().told_of

    @property
    def address(self) -> str:
        return self.person.email


class StaffLetter(Posted):
    """One letter to an officer with a new account: it leads to where a password is chosen.

    What leads there is made when the letter is sent and written nowhere.
    """

    change = models.OneToOneField(
        "staffing.StaffChange", on_delete=models.PROTECT, related_name="letter"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="staff_letter_state_known", condition=Q(state__in=["queued", "sent", "failed"])
            ),
            models.CheckConstraint(
                name="staff_letter_sent_when_it_says_so",
                condition=Q(state="sent", sent_at__isnull=False)
                | Q(~Q(state="sent"), sent_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["written_at"], condition=~Q(state="sent"), name="staff_letter_not_sent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.change_id} {self.state}"

    @property
    def told_of(self) -> dict[str, int]:
        return {"event_id": self.change.event_id}

    @property
    def address(self) -> str:
        return self.change.holder.email if self.change.holder else ""
