"""``manage.py draft_reorganization DAY --number … --decided-on … --issuer … --title …``"""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import BaseCommand, CommandError

from motcua.organizations.acting import Acting
from motcua.reorganization import actions, exceptions
from motcua.reorganization.drafting.scenery import Scenery
from motcua.reorganization.drafting.writing import Drafting
from motcua.reorganization.files import writing
from motcua.reorganization.files.words import Heading


class Command(BaseCommand):
    """Keeps the draft for the planners' desk and writes it out as YAML."""

    help = "Draft the plan that follows from a change of the administrative map on DAY."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("day", type=date.fromisoformat, help="first day of the new map")
        parser.add_argument("--decided-on", type=date.fromisoformat, required=True)
        for name in ("--number", "--issuer", "--title"):
            parser.add_argument(name, required=True)

    def handle(self, *args: Any, **said: Any) -> None:
        heading = Heading(said["number"], said["decided_on"], said["issuer"], said["title"])
        heading.day = said["day"]
        words = Drafting(Scenery(said["day"])).words(heading)
        try:
            plan = actions.enter_words(words, by=Acting.machine())
        except exceptions.MoveRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(writing.as_yaml(plan))
