"""Load the days off, the make-up days and the office hours that come with the house."""

from typing import Any

from django.core.management.base import BaseCommand

from motcua.worktime.actions import load_calendar


class Command(BaseCommand):
    help = "Loads the working calendar of 2024-2027 (2027 is an estimate); safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_calendar()
        self.stdout.write(f"Calendar days: {loaded.days} loaded.")
        for year in loaded.kept_years:
            self.stdout.write(f"Calendar {year}: official days are entered; estimate left out.")
