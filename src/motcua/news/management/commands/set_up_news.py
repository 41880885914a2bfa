"""manage.py set_up_news: the news index in both languages and the portal's own section."""

from typing import Any

from django.core.management.base import BaseCommand

from motcua.news import actions


class Command(BaseCommand):
    help = "Make the pages under which articles stand; safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(actions.set_up().address)
