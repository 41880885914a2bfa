"""`manage.py load_guides [FOLDER]`: guides that come with the portal, after its procedures."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from motcua.guides import loading


class Command(BaseCommand):
    help = "Load the recorded guides; new editions only where the content changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=loading.FOLDER)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        outcome = loading.load(folder)
        self.stdout.write(f"{outcome.added} guides added, {outcome.unchanged} unchanged.")
        for line in outcome.left:
            self.stderr.write(line)
