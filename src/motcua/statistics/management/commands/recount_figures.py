"""manage.py recount_figures [--check]: the figures anew from the history, or a comparison."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.statistics import recounting
from motcua.statistics.exceptions import SomebodyFolds
from motcua.statistics.measures import Measure

SHOWN = 20


class Command(BaseCommand):
    help = "Write the figures of processing anew from the history of all dossiers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only compare; 1 if they differ")

    def handle(self, *args: Any, check: bool = False, **options: Any) -> None:
        if check:
            self._compare()
            return
        try:
            recounting.recount()
        except SomebodyFolds as reason:
            raise CommandError("The figures are being folded: try again in a moment.") from reason
        self.stdout.write("Figures written anew from the history.")

    def _compare(self) -> None:
        found = recounting.differences()
        for (organization, sector, when, measure), (kept, counted) in list(found.items())[:SHOWN]:
            name = Measure(measure).column
            place = f"organization {organization}, sector {sector}, {when:%Y-%m-%d}"
            self.stderr.write(f"{place}: {name} is kept as {kept}, the history has {counted}")
        if found:
            raise CommandError(f"{len(found)} figures differ: run recount_figures.")
        self.stdout.write("Kept figures and history agree.")
