"""`manage.py import_procedure_tables FILE.xlsx [--apply [--in-force]]`: a workbook comes in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from motcua.catalog.importing import outcomes as outcome_words
from motcua.catalog.tables import entering
from motcua.catalog.tables.entering import Checked
from motcua.operations.console import spoken
from motcua.organizations.acting import Acting
from motcua.ui.xlsx.exceptions import WorkbookRefused


class Command(BaseCommand):
    """Ends with 0 where nothing stands against the workbook, with 1 where something does."""

    help = "Check a workbook of procedures row by row; with --apply, enter it: all or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="XLSX in the shape of export_procedures")
        parser.add_argument(
            "--apply", action="store_true", help="make drafts of it where nothing is wrong"
        )
        parser.add_argument(
            "--in-force",
            action="store_true",
            help="publish it at once instead of making drafts, where nobody wrote something else",
        )

    @spoken
    def handle(self, *args: Any, file: Path, apply: bool, in_force: bool, **options: Any) -> None:
        checked = _checked(file)
        for each in checked.remarks:
            self.stdout.write(f"? {each}")
        for each in checked.problems:
            self.stdout.write(f"! {each}")
        if checked.problems:
            said = _("Có %(n)s chỗ phải sửa, nên chưa ghi gì.")
            raise CommandError(said % {"n": len(checked.problems)})
        way = entering.enter if apply else entering.rehearse
        with translation.override(settings.LANGUAGE_CODE):
            outcomes = way(checked.records, by=Acting.machine(), in_force=in_force)
        told = Counter(outcomes.values())
        head = _("Đã ghi") if apply else _("Kiểm tra xong, chưa ghi gì; nếu ghi thì")
        self.stdout.write(f"{head}: {outcome_words.in_words(told) or _('không có gì mới')}.")


def _checked(file: Path) -> Checked:
    try:
        with file.open("rb") as content:
            return entering.check(content)
    except WorkbookRefused as refused:
        raise CommandError(str(refused)) from refused
    except OSError as refused:
        raise CommandError(_("%s: không mở được tệp này.") % file) from refused
