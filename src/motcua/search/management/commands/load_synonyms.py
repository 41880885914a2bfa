"""`manage.py load_synonyms`: popular words and abbreviations that come with the portal."""

from typing import Any

from django.core.management.base import BaseCommand

from motcua.search import actions


class Command(BaseCommand):
    help = "Add the synonyms of search/data/synonyms.json; changed ones stay as they are."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{actions.load_synonyms()} synonyms.")
