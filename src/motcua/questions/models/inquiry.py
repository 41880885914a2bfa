"""What is somebody writing before it becomes a question?"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import IO, TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.utils import timezone

from motcua.accounts.fields import SealedJSONField
from motcua.filekeeping.exceptions import TooManyFiles
from motcua.filekeeping.models import StoredFile
from motcua.strangers.doubts import Doubt

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .question import Question


class Inquiry(models.Model):
    """A question in the making: what was typed, the files so far, and whose contact is certain.

    It outlives errors, the letter with the code and the sign-in. Its key is the idempotency key of
    the question: however often it is sent, one question.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    typed: Any = SealedJSONField(default=dict, blank=True)
    """What the form held, by field; sealed, since it names the asker."""
    doubts = ArrayField(models.CharField(max_length=12, choices=Doubt), default=list, blank=True)
    confirmed_key = models.CharField(max_length=64, blank=True, editable=False)
    """Keyed hash of the address that proved to be the asker's; another address has to prove it."""
    code_sent_at = models.DateTimeField(null=True, blank=True, editable=False)
    follows = models.ForeignKey(
        "questions.Question", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    """The answered question that the same asker asks on."""
    question = models.OneToOneField(
        "questions.Question",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inquiry",
    )
    """What it became."""
    begun_at = models.DateTimeField(default=timezone.now, editable=False)

    if TYPE_CHECKING:
        files: RelatedManager[InquiryFile]

    class Meta:
        verbose_name_plural = "inquiries"
        indexes = [models.Index(fields=["begun_at"], name="inquiry_by_age")]

    def __str__(self) -> str:
        return str(self.key)

    # --- Questions -------------------------------------------------------------

    @property
    def email(self) -> str:
        return str(self.typed.get("email", ""))

    @property
    def reasons_to_look(self) -> list[str]:
        """The doubts in words, for whoever moderates."""
        return [str(Doubt(one).label) for one in self.doubts]

    @property
    def is_sent(self) -> bool:
        return self.question_id is not None

    @property
    def is_suspect(self) -> bool:
        return bool(self.doubts)

    # --- Verbs -----------------------------------------------------------------

    def write(self, typed: dict[str, Any]) -> None:
        """Keep what was typed, as long as it was not sent."""
        self._change(typed=typed)

    def go_on_from(self, question: Question) -> None:
        """The asker's own answered question, after which they ask on."""
        self._change(follows=question)

    def send_code(self, at: datetime) -> None:
        """A code was asked for; it is told from this moment."""
        self._change(code_sent_at=at)

    def confirm_contact(self, key: str) -> None:
        """The address with this key proved to be the asker's; the code is used up."""
        self._change(confirmed_key=key, code_sent_at=None)

    def become(self, question: Question, *, doubts: list[Doubt]) -> None:
        """It is a question now; the files are the question's, and what was typed stands there."""
        self.files.all().delete()
        self._change(question=question, doubts=doubts, typed={})

    @transaction.atomic
    def attach(self, stream: IO[bytes], *, name: str) -> InquiryFile:
        """Keep a file; raises the FileRefused that says why not."""
        held = Inquiry.objects.select_for_update().get(pk=self.pk)
        if held.files.count() >= settings.QUESTION_MAX_FILES:
            raise TooManyFiles(settings.QUESTION_MAX_FILES)
        kept = StoredFile.keep(stream)
        attached: InquiryFile = held.files.create(file=kept, name=kept.named(name))
        return attached

    def _change(self, **columns: Any) -> None:
        for name, value in columns.items():
            setattr(self, name, value)
        Inquiry.objects.filter(pk=self.pk, question=None).update(**columns)


class InquiryFile(models.Model):
    """One file of an inquiry, such as a photo of a notice."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(
        "dossiers.StoredFile", on_delete=models.PROTECT, related_name="inquiry_files"
    )
    name = models.CharField(max_length=150)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}: {self.file_id[:12]}"


def forget_old(older_than: timedelta) -> int:
    """Throw away what was begun and not sent; how many there were."""
    before = timezone.now() - older_than
    gone = Inquiry.objects.filter(question=None, begun_at__lt=before).delete()
    return gone[1].get("questions.Inquiry", 0)
