"""manage.py forget_second_factor NAME: for an officer who lost phone and recovery codes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.accounts import actions
from motcua.accounts.models import Person


class Command(BaseCommand):
    help = "Make an officer set up the second factor again at the next sign-in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        person = Person.objects.with_password().filter(username=username).first()
        if person is None:
            raise CommandError(f"No officer signs in as {username}.")
        actions.forget_second_factor(person)
        self.stdout.write("The next sign-in sets up a new second factor.")
