"""`manage.py import_procedure_tables FILE.xlsx [--apply]`: a workbook of procedures comes in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.catalog.tables import entering
from motcua.organizations.acting import Acting
from motcua.ui.xlsx.exceptions import WorkbookRefused


class Command(BaseCommand):
    """Ends with 0 where nothing stands against the workbook, with 1 where something does."""

    help = "Check a workbook of procedures row by row; with --apply, enter it: all or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="XLSX in the shape of export_procedures")
        parser.add_argument("--apply", action="store_true", help="enter it where nothing is wrong")

    def handle(self, *args: Any, file: Path, apply: bool, **options: Any) -> None:
        try:
            with file.open("rb") as content:
                checked = entering.check(content)
        except (WorkbookRefused, OSError) as refused:
            raise CommandError(str(refused)) from refused
        for each in checked.remarks:
            self.stdout.write(f"? {each}")
        for each in checked.problems:
            self.stdout.write(f"! {each}")
        if checked.problems:
            raise CommandError(f"{len(checked.problems)} problems; nothing was entered")
        way = entering.enter if apply else entering.rehearse
        outcomes = Counter(way(checked.records, by=Acting.machine()).values())
        told = ", ".join(f"{count} {what}" for what, count in sorted(outcomes.items()))
        self.stdout.write(f"{'entered' if apply else 'would be entered'}: {told or 'nothing'}")
