"""`manage.py import_procedures PATH`: raw records of the national database enter the catalog."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from motcua.catalog.importing import outcomes as outcome_words
from motcua.catalog.importing import reading, running
from motcua.catalog.importing.running import Told
from motcua.operations.console import spoken
from motcua.organizations.acting import Acting

EVERY = 0.2
"""Seconds between two looks of the progress bar."""
WIDTH = 30


class Command(BaseCommand):
    """Ends with 0 where something was read; what could not be read is listed."""

    help = "Import raw records: one JSON file or a folder. New versions only where content changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="a file or a folder with *.json")
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
        parser.add_argument("--report", type=Path, help="one JSON line a record, with all remarks")

    @spoken
    def handle(
        self, *args: Any, path: Path, report: Path | None, workers: int, **options: Any
    ) -> None:
        if not path.exists():
            raise CommandError(_("%s: không có tệp hay thư mục này.") % path)
        files = reading.files(path)
        bar = _Bar(self, len(files))
        tally = _Tally()
        try:
            with (report or Path("/dev/null")).open("w", encoding="utf-8") as lines:
                for told in running.run(bar.passing(files), by=Acting.machine(), workers=workers):
                    bar.look()
                    tally.add(told)
                    lines.write(_line(told))
        except OSError as error:
            if tally.outcomes:
                self._tell(tally, time.monotonic() - bar.started)
            said = _("Không ghi được báo cáo %s, nên dừng. Bản ghi đã nhập vẫn còn; hãy chạy lại.")
            raise CommandError(said % report) from error
        bar.end()
        self._tell(tally, time.monotonic() - bar.started)

    def _tell(self, tally: _Tally, seconds: float) -> None:
        for told in tally.refused:
            self.stderr.write(f"! {told.where}: {told.trouble}")
        for (field, why), count in tally.reasons.most_common():
            self.stdout.write(f"? {field}: {_(why)}: {count}")
        read, outcomes = sum(tally.outcomes.values()), tally.outcomes
        said = _(
            "Đã đọc %(read)s bản ghi (%(what)s), không nhận %(refused)s; %(seconds).1f giây, "
            "%(rate).0f bản ghi mỗi giây."
        )
        figures = {
            "read": read,
            "what": outcome_words.in_words(outcomes) or "–",
            "refused": tally.refusals,
            "seconds": seconds,
            "rate": read / max(seconds, 0.001),
        }
        self.stdout.write(said % figures)
        if not read:
            raise CommandError(_("Không đọc được thủ tục nào."))


class _Tally:
    """Counts of what happened; it keeps the first refusals and no record."""

    SHOWN = 50

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.reasons: Counter[tuple[str, str]] = Counter()
        self.refused: list[Told] = []
        self.refusals = 0

    def add(self, told: Told) -> None:
        if told.outcome is not None:
            self.outcomes[told.outcome.value] += 1
        else:
            self.refusals += 1
            self.refused += [told] if self.refusals <= self.SHOWN else []
        self.reasons.update((remark.field, remark.why) for remark in told.remarks)


class _Bar:
    """How far the files are, on a terminal; silent elsewhere."""

    def __init__(self, command: BaseCommand, total: int) -> None:
        self.command, self.total, self.done = command, total, 0
        self.started = self.looked = time.monotonic()

    def passing(self, files: list[Path]) -> Any:
        for file in files:
            yield file
            self.done += 1

    def look(self) -> None:
        now = time.monotonic()
        if self.command.stderr.isatty() and now - self.looked > EVERY:
            self.looked = now
            filled = WIDTH * self.done // max(self.total, 1)
            bar = "█" * filled + "·" * (WIDTH - filled)
            self.command.stderr.write(f"\r{bar} {self.done}/{self.total}", ending="")

    def end(self) -> None:
        if self.command.stderr.isatty():
            self.command.stderr.write(f"\r{' ' * (WIDTH + 24)}\r", ending="")


def _line(told: Told) -> str:
    """One record of the report."""
    content = {
        "where": told.where,
        "code": told.code,
        "outcome": told.outcome.value if told.outcome else "refused",
        **({"trouble": told.trouble} if told.trouble else {}),
        "understood": told.understood,
        "kept_raw": [remark._asdict() for remark in told.remarks],
    }
    return json.dumps(content, ensure_ascii=False) + "\n"
