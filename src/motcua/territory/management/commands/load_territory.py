"""manage.py load_territory: the administrative map of data/, before and after 1 July 2025."""

from typing import Any

from django.core.management.base import BaseCommand

from motcua.territory import crosswalk
from motcua.territory.actions import load_map


class Command(BaseCommand):
    help = "Load provinces, former districts, communes and what became of them; safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_map(crosswalk.read())
        self.stdout.write(
            f"{loaded.units} units, {loaded.names} names, {loaded.containments} containments, "
            f"{loaded.successions} successions and {loaded.locations} points written."
        )
