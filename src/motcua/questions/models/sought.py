"""What did many people search for in vain, and who saw to it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import Hand
from motcua.periods.clock import today
from motcua.questions import exceptions
from motcua.questions.queries import ActQuerySet

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from motcua.organizations.acting import Acting

    from .question import Question


class SoughtState(models.TextChoices):
    """Where such a task stands."""

    OPEN = "open", _("Chưa ai nhận")
    TAKEN = "taken", _("Đang xử lý")
    DONE = "done", _("Đã xong")


class Outcome(models.TextChoices):
    """What was done so that nobody searches for it in vain again."""

    SYNONYM = "synonym", _("Đã thêm từ đồng nghĩa hoặc nội dung; nay tìm ra")
    ANSWER = "answer", _("Đã có câu trả lời công khai")
    NOT_OURS = "not_ours", _("Không thuộc cổng này")


class Sought(models.Model):
    """Words such as *đổi bằng lái quá hạn* that people typed on several days and found nothing."""

    words = models.CharField(max_length=200, unique=True)
    opened_on = models.DateField(default=today)
    state = models.CharField(max_length=8, choices=SoughtState, default=SoughtState.OPEN)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    done_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    """Grows with every change; a page that saw an older one changes nothing."""

    if TYPE_CHECKING:
        events: RelatedManager[SoughtEvent]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["open", "taken", "done"]), name="sought_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False) | ~Q(state="done"),
                name="sought_done_has_its_day",
            ),
        ]
        indexes = [models.Index(fields=["state", "done_on"], name="sought_by_state")]

    def __str__(self) -> str:
        return f"Sought {self.pk}"

    # --- Verbs -----------------------------------------------------------------

    @transaction.atomic
    def take_up(self, *, by: Acting) -> SoughtEvent:
        """Say that one sees to it."""
        self._change(SoughtState.OPEN, state=SoughtState.TAKEN)
        return self._remember(SoughtEvent.Verb.TAKE_UP, by)

    @transaction.atomic
    def finish(
        self, *, by: Acting, outcome: str, note: str = "", answer: Question | None = None
    ) -> SoughtEvent:
        """Say what was done; the words come back if they are sought in vain on a later day."""
        done = {"state": SoughtState.DONE, "outcome": outcome, "done_on": today()}
        self._change(SoughtState.TAKEN, **done)
        return self._remember(SoughtEvent.Verb.FINISH, by, outcome, note, answer)

    # --- How -------------------------------------------------------------------

    def _change(self, source: SoughtState, **facts: object) -> None:
        """The database decides the race; the revision is the one that somebody saw."""
        ready = Sought.objects.filter(pk=self.pk, state=source, revision=self.revision)
        if not ready.update(revision=F("revision") + 1, **facts):
            raise exceptions.SoughtChanged
        self.revision += 1

    def _remember(
        self,
        verb: str,
        by: Acting,
        outcome: str = "",
        note: str = "",
        answer: Question | None = None,
    ) -> SoughtEvent:
        told = {"outcome": outcome, "note": note.strip(), "answer": answer}
        return self.events.create(verb=verb, **told, **by.hand)


class SoughtEvent(Hand):
    """Who did what about such words; written once."""

    class Verb(models.TextChoices):
        """What happened to the task."""

        RAISE = "raise", _("Nhiều người tìm không thấy")
        TAKE_UP = "take_up", _("Nhận xử lý")
        FINISH = "finish", _("Đã xong")
        REOPEN = "reopen", _("Lại có người tìm không thấy")

    of_words = models.ForeignKey(Sought, on_delete=models.PROTECT, related_name="events")
    verb = models.CharField(max_length=8, choices=Verb)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    note = models.CharField(max_length=300, blank=True)
    answer = models.ForeignKey(
        "questions.Question", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.of_words_id} {self.verb}"
