"""manage.py prepare_demo: tables and the demo province, in one process; safe to run again."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Migrate the database and enter the demo province."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--keep",
            action="store_true",
            help="leave the province as it is; only tables, guides and search index are renewed",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=1)
        if options["keep"]:
            call_command("load_guides")  # an earlier version brought none, or others
        call_command("rebuild_search_index" if options["keep"] else "seed_demo")
