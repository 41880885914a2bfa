"""``manage.py import_staff FILE [--apply]``"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management import BaseCommand, CommandError

from motcua.organizations.acting import Acting
from motcua.staffing import actions
from motcua.staffing.exceptions import Refused
from motcua.ui.xlsx.exceptions import WorkbookRefused

if TYPE_CHECKING:
    from motcua.staffing.importing.plan import Plan


class Command(BaseCommand):
    """Ends with 0 where nothing stands against the file, with 1 where something does."""

    help = "Check a spreadsheet of people and posts row by row; with --apply, enter all of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="XLSX in the shape of mau-nhan-su.xlsx")
        parser.add_argument("--apply", action="store_true", help="enter it, all or nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        by = Acting.machine()
        try:
            content = file.read_bytes()
            self._tell(actions.check_file(content, by=by))
            if options["apply"]:
                actions.import_file(content, by=by, name=file.name)
                self.stdout.write("entered")
        except (Refused, WorkbookRefused, OSError) as refused:
            raise CommandError(str(refused)) from refused

    def _tell(self, plan: Plan) -> None:
        for each in plan.warnings:
            self.stdout.write(f"? {each}")
        for each in plan.problems:
            self.stdout.write(f"! {each}")
        self.stdout.write(
            f"rows {plan.rows}, unchanged {plan.unchanged}, posts {len(plan.posts)}, "
            f"accounts {len(plan.people)}, appointments {len(plan.given)}"
        )
        if plan.problems:
            raise CommandError(f"{len(plan.problems)} problems; nothing was entered")
