"""`manage.py load_recorded_procedures [FOLDER]`: recorded procedures become published versions."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.catalog import known, recording
from motcua.catalog.exceptions import RecordRefused
from motcua.catalog.recording import checking, loading
from motcua.legal import repeals
from motcua.organizations.acting import Acting


class Command(BaseCommand):
    help = "Publish the recorded procedures; new versions only where the content changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=recording.FOLDER)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            records = checking.read_all(folder)
        except RecordRefused as refusal:
            raise CommandError("\n".join(refusal.sentences)) from None
        outcome = loading.load(records, by=Acting.machine())
        known.load()
        repeals.load()
        self.stdout.write(
            f"{len(records)} procedures: {outcome['added']} added, {outcome['changed']} changed, "
            f"{outcome['unchanged']} unchanged."
        )
