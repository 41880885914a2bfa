"""manage.py seed_demo: the demo province, from the map to the people; safe to run again."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from motcua.demo import (
    seed_citizens,
    seed_consultations,
    seed_directives,
    seed_dossiers,
    seed_drafts,
    seed_evaluations,
    seed_guides,
    seed_identity,
    seed_leaders,
    seed_merger,
    seed_news,
    seed_newsroom,
    seed_officers,
    seed_organizations,
    seed_partners,
    seed_pilots,
    seed_questions,
    seed_register,
    seed_separation,
    seed_staffing,
    seed_visits,
)
from motcua.home import most_used
from motcua.organizations import profiles

STEPS: tuple[tuple[str, Callable[[], Any]], ...] = (
    ("site identity", seed_identity.seed),
    ("territory", partial(call_command, "load_territory")),
    ("working calendar", partial(call_command, "load_work_calendar")),
    ("synonyms", partial(call_command, "load_synonyms")),
    ("organizations", seed_organizations.seed),
    ("officers", seed_officers.seed),
    ("leaders", seed_leaders.seed),
    ("leaders' pages", profiles.open_for_leaders),
    ("citizens", seed_citizens.seed),
    ("procedures", partial(call_command, "load_recorded_procedures")),
    ("guides", partial(call_command, "load_guides")),
    ("register", seed_register.seed),
    ("question terms", partial(call_command, "load_question_terms")),
    ("dossiers", seed_dossiers.seed),
    ("evaluations", seed_evaluations.seed),
    ("separation of duties", seed_separation.seed),
    ("questions", seed_questions.seed),
    ("consultations", seed_consultations.seed),
    ("news", seed_news.seed),
    ("visits", seed_visits.seed),
    ("most used procedures", most_used.count),
    ("newsroom", seed_newsroom.seed),
    ("guides' editor", seed_guides.seed),
    ("directives", seed_directives.seed),
    ("pilots", seed_pilots.seed),
    ("search", partial(call_command, "rebuild_search_index")),
    ("planned merger", seed_merger.seed),
    ("staffing", seed_staffing.seed),
    ("drafts of procedures", seed_drafts.seed),
    ("partners", seed_partners.seed),
)
"""What is seeded, in the order in which one thing needs the other."""


class Command(BaseCommand):
    help = "Enter the demo province: everything in it is invented or says where it comes from."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, step in STEPS:
            began = time.monotonic()
            step()
            self.stdout.write(f"{name}: {time.monotonic() - began:.1f} s")
