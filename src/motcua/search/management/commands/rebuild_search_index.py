"""`manage.py rebuild_search_index`: ask every room for what it has, and forget the rest."""

from typing import Any

from django.core.management.base import BaseCommand

from motcua.search import rebuilding


class Command(BaseCommand):
    help = "Write the index of the whole site anew; safe to run again, and while people search."

    def handle(self, *args: Any, **options: Any) -> None:
        for kind, put, removed in rebuilding.rebuild():
            self.stdout.write(f"{kind}: {put} put, {removed} removed.")
        self.stdout.write(f"{rebuilding.finish()} words.")
