"""Load the terms for answering and the shelves of questions that come with the house."""

from typing import Any

from django.core.management.base import BaseCommand

from motcua.questions import loading


class Command(BaseCommand):
    help = "Loads the terms of questions and petitions, and their categories; safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = loading.load()
        self.stdout.write(f"Question terms: {loaded.terms}, categories: {loaded.categories}.")
