"""Who is told what a reorganization means for them, once?"""

from __future__ import annotations

import uuid
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from .posted import Posted


class PlanLetter(Posted):
    """One letter to one mailbox that a plan was carried out, or undone.

    The row is the record that somebody was told: whoever has several dossiers there has one letter,
    and a job that is killed or runs twice finds it. An applicant's letter goes where the dossier
    says; another mailbox of the same person hears of the dossiers that name it, and of no others.
    """

    class As(models.TextChoices):
        APPLICANT = "applicant", _("người nộp hồ sơ")
        ASKER = "asker", _("người hỏi")
        OFFICER = "officer", _("cán bộ")

    event = models.ForeignKey(
        "reorganization.PlanEvent",
        on_delete=models.PROTECT,
        related_name="letters",
        db_index=False,  # the constraint below begins with it
    )
    """Carrying out, or undoing."""
    told_as = models.CharField(max_length=9, choices=As)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    """Nobody, where somebody asked without an account."""
    dossier = models.ForeignKey(
        "dossiers.Dossier",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    question = models.ForeignKey(
        "questions.Question",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    """The first of what moved, which knows the address."""
    mailbox = models.UUIDField(editable=False)
    """The address, not to be read (:func:`mailbox_of`)."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            UniqueConstraint(
                name="plan_letter_once_to_a_mailbox",
                fields=["event", "told_as", "person", "mailbox", "channel"],
                nulls_distinct=False,
            ),
            CheckConstraint(
                name="plan_letter_knows_its_address",
                condition=Q(told_as="applicant", dossier__isnull=False, question__isnull=True)
                | Q(told_as="asker", dossier__isnull=True, question__isnull=False)
                | Q(told_as="officer", dossier__isnull=True, question__isnull=True),
            ),
            CheckConstraint(
                name="plan_letter_has_a_person_or_a_question",
                condition=Q(person__isnull=False) | Q(told_as="asker"),
            ),
            CheckConstraint(
                name="plan_letter_state_known", condition=Q(state__in=["queued", "sent", "failed"])
            ),
            CheckConstraint(
                name="plan_letter_sent_when_it_says_so",
                condition=Q(state="sent", sent_at__isnull=False)
                | Q(~Q(state="sent"), sent_at__isnull=True),
            ),
        ]
        indexes = [
            Index(fields=["event"], condition=~Q(state="sent"), name="plan_letter_not_sent"),
            Index(fields=["event", "id"], name="plan_letter_of_event"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.told_as} {self.state}"

    @property
    def told_of(self) -> dict[str, Any]:
        return {"event_id": self.event_id, "letters": [self.pk]}

    @property
    def address(self) -> str:
        """Where the dossier or the question says, or the officer."""
        about = self.dossier or self.question or self.person
        return about.email if about else ""


def mailbox_of(address: str, code: str = "") -> uuid.UUID:
    """A mailbox without its address; with a ``code`` as many as there are codes.

    Who asked without an account has a link of their own to every question, hence a letter each.
    """
    return uuid.UUID(bytes=sha256(f"{code}\n{address.strip().casefold()}".encode()).digest()[:16])
