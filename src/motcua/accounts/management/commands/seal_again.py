"""manage.py seal_again: after PERSONAL_DATA_KEY was changed and the old one retired."""

from typing import Any

from django.core.management.base import BaseCommand

from motcua.accounts import rotation


class Command(BaseCommand):
    help = "Seal with today's PERSONAL_DATA_KEY whatever a retired key sealed, in every room."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rotation.seal_everything_again()} sealed again.")
