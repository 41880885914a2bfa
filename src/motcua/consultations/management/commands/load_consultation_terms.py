"""Load the kinds of drafts and how long each must be open, as they come with the house."""

from typing import Any

from django.core.management.base import BaseCommand

from motcua.consultations import loading


class Command(BaseCommand):
    help = "Loads the kinds of drafts and the terms of consultations; safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = loading.load()
        self.stdout.write(f"Consultation terms: {loaded.terms}, kinds: {loaded.kinds}.")
