"""`manage.py export_procedures PATH`: the catalog as raw records, which can be imported again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from motcua.catalog.importing import exporting
from motcua.catalog.models import ProcedureVersion
from motcua.catalog.recording import recalling
from motcua.catalog.tables import writing as tables
from motcua.operations.console import spoken
from motcua.periods import clock

Raws = Iterable[dict[str, Any]]
LeaveOut = Callable[[list[str]], None]


class Command(BaseCommand):
    """``.json`` gets one list, ``.xlsx`` a workbook; any other path is a folder, a file each."""

    help = "Export the versions of today as raw records: one JSON file, one XLSX, or a folder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="FILE.json, FILE.xlsx or a folder")
        parser.add_argument("--code", action="append", help="only this code; may come repeatedly")

    def handle(self, *args: Any, path: Path, code: list[str] | None, **options: Any) -> None:
        versions = ProcedureVersion.objects.published().on(clock.today())
        if code:
            versions = versions.filter(procedure__code__in=code)
        raw = map(exporting.raw_of, recalling.records(versions))
        try:
            count = WAYS.get(path.suffix, _into_folder)(raw, path, self._leave_out)
        except OSError as error:
            raise CommandError(
                _("Không ghi được %s: không có chỗ ấy hoặc đĩa đầy.") % path
            ) from error
        self._tell(count)

    @spoken
    def _leave_out(self, sentences: list[str]) -> None:
        for sentence in sentences:
            self.stderr.write(f"! {sentence}")

    @spoken
    def _tell(self, count: int) -> None:
        if not count:
            raise CommandError(_("Không có thủ tục nào đang áp dụng để xuất."))
        self.stdout.write(_("Đã xuất %s thủ tục.") % count)


def _into_file(raw: Raws, path: Path, _leave_out: LeaveOut) -> int:
    """One list, written as it is read: memory stays flat."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for count, record in enumerate(raw, start=1):
            file.write("\n" if count == 1 else ",\n")
            file.write(_text(record))
        file.write("\n]\n")
    return count


def _into_book(raw: Raws, path: Path, leave_out: LeaveOut) -> int:
    """What no cell can hold is left out and said; the rest is written."""
    told, left = tables.fitting(raw)
    leave_out(left)
    path.write_bytes(tables.book(told))
    return len(told)


def _into_folder(raw: Raws, path: Path, _leave_out: LeaveOut) -> int:
    path.mkdir(parents=True, exist_ok=True)
    names = [_write(record, path / f"{record['ma_thu_tuc']}.json") for record in raw]
    return len(names)


def _write(record: dict[str, Any], path: Path) -> str:
    path.write_text(_text(record) + "\n", encoding="utf-8")
    return path.name


def _text(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1)


WAYS = {".json": _into_file, ".xlsx": _into_book}
