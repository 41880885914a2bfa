"""Send failed letters again, once what was in their way is gone."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from motcua.notifications.models import Letter
from motcua.notifications.tasks import send_letter


class Command(BaseCommand):
    help = "Queues every letter that failed; the worker sends it."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        letters = list(Letter.objects.failed().select_for_update())
        for letter in letters:
            letter.queue_again()
            send_letter.defer(event_id=letter.event_id)
        self.stdout.write(f"Letters queued: {len(letters)}.")
