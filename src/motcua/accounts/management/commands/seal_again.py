"""manage.py seal_again: after PERSONAL_DATA_KEY was changed and the old one retired."""

from typing import Any

from django.core.management.base import BaseCommand

from motcua.accounts import actions


class Command(BaseCommand):
    help = "Seal personal numbers and second factors with today's PERSONAL_DATA_KEY."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{actions.seal_again()} sealed again.")
