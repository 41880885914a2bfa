"""`manage.py index_procedures`: write the index of procedures anew, after the way of it changed."""

from typing import Any

from django.core.management.base import BaseCommand

from motcua.catalog import publication
from motcua.catalog.models import ProcedureVersion
from motcua.periods import clock


class Command(BaseCommand):
    help = "Put every procedure of today into the index again."

    def handle(self, *args: Any, **options: Any) -> None:
        versions = ProcedureVersion.objects.published().on(clock.today())
        publication.put_in_index(versions)
        self.stdout.write(f"{len(versions)} procedures.")
