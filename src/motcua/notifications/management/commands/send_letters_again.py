"""Send failed letters again, once what was in their way is gone."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from motcua.notifications.models import (
    DirectiveLetter,
    DraftLetter,
    Letter,
    PaperLetter,
    PlanLetter,
    Posted,
    QuestionLetter,
)
from motcua.notifications.tasks import (
    send_directive_letters,
    send_draft_letters,
    send_letter,
    send_paper_letters,
    send_plan_letters,
    send_question_letters,
)


class Command(BaseCommand):
    help = "Queues every letter that failed; the worker sends it."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        letters = self._queued(Letter, send_letter)
        letters += self._queued(QuestionLetter, send_question_letters)
        letters += self._queued(DirectiveLetter, send_directive_letters)
        letters += self._queued(DraftLetter, send_draft_letters)
        letters += self._queued(PaperLetter, send_paper_letters)
        letters += self._queued(PlanLetter, send_plan_letters)
        self.stdout.write(f"Letters queued: {letters}.")

    def _queued(self, kind: type[Posted], job: Any) -> int:
        letters = list(kind.objects.failed().select_for_update())
        for letter in letters:
            letter.queue_again()
            job.defer(**letter.told_of)
        return len(letters)
