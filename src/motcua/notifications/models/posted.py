"""How does a letter fare? Kept once for every kind of letter."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.notifications.queries import LetterQuerySet


class Posted(models.Model):
    """One letter about one event: how it fared.

    It holds neither address nor words: both are facts of what it tells of.
    """

    class Channel(models.TextChoices):
        EMAIL = "email", _("Thư điện tử")

    class State(models.TextChoices):
        QUEUED = "queued", _("Chờ gửi")
        """Will be sent, again and again while the mail server is away."""
        SENT = "sent", _("Đã gửi")
        """The mail server took it; what the mailbox does with it, nobody tells us."""
        FAILED = "failed", _("Không gửi được")
        """It will not be sent unless an operator sends it again."""

    class Problem(models.TextChoices):
        NONE = "", ""
        ADDRESS_REFUSED = "address", _("Địa chỉ thư điện tử không nhận thư")
        SERVER_AWAY = "server", _("Máy chủ thư không trả lời")
        LETTER_REFUSED = "letter", _("Máy chủ thư từ chối thư")
        CALLED_OFF = "off", _("Không gửi nữa vì việc đã hoàn tác")

    channel = models.CharField(max_length=8, choices=Channel, default=Channel.EMAIL)
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    problem = models.CharField(max_length=8, choices=Problem, default=Problem.NONE, blank=True)
    """What is in the way; kept without the server's own words, which repeat the address."""
    reply_code = models.PositiveSmallIntegerField(null=True, blank=True)
    """The number with which the mail server refused (RFC 5321)."""
    attempts = models.PositiveIntegerField(default=0)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Stands in the Message-ID, the same at every try, so that mailboxes can drop a double."""
    written_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        event_id: int

    @property
    def told_of(self) -> dict[str, int]:
        """What its job is told, to find it again."""
        return {"event_id": self.event_id}

    @property
    def address(self) -> str:
        """Where it goes."""
        raise NotImplementedError

    @property
    def is_failed(self) -> bool:
        return self.state == self.State.FAILED

    @property
    def light(self) -> str:
        """How it looks at the desk (see ``ui``)."""
        return {self.State.SENT: "ok", self.State.FAILED: "late"}.get(
            self.State(self.state), "wait"
        )

    def mark_sent(self) -> None:
        """The mail server took it."""
        self._write(state=self.State.SENT, problem=self.Problem.NONE, sent_at=timezone.now())

    def mark_failed(self, problem: str, reply_code: int | None = None) -> None:
        """It will not get there; somebody else has to tell the applicant."""
        self._write(state=self.State.FAILED, problem=problem, reply_code=reply_code)

    def mark_waiting(self, reply_code: int | None = None) -> None:
        """The mail server was away once more."""
        self._write(problem=self.Problem.SERVER_AWAY, reply_code=reply_code)

    def queue_again(self) -> None:
        """Begin anew, because what was in the way is gone."""
        self.state, self.problem = self.State.QUEUED, self.Problem.NONE
        self.reply_code, self.attempts = None, 0
        self.save()

    def _write(self, **columns: object) -> None:
        """Only of one still queued: another worker may have sent it since this one looked."""
        mine = type(self).objects.queued().filter(pk=self.pk)
        mine.update(attempts=F("attempts") + 1, **columns)
        self.refresh_from_db()
