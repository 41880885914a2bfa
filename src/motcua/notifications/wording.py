"""What does a letter say? A pair of templates by the event, filled with what need be told.

A letter travels openly and its address was only typed. So it names the dossier, the office, the
dates and the next step, and nothing else: no personal number, no procedure, no reason, no paper,
and no text that somebody typed, which would let a stranger write letters in our name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation

from motcua.dossiers import clocks, workflow
from motcua.periods.clock import day_of
from motcua.ui.models import SiteIdentity

if TYPE_CHECKING:
    from motcua.dossiers.models import Event

MANY_BLANK_LINES = re.compile(r"\n{3,}")

VERBS = frozenset(move.verb for move in workflow.MOVES)
"""Every step is told."""


@dataclass(frozen=True, slots=True)
class Words:
    """Subject and body, as plain text."""

    subject: str
    body: str


def words_of(event: Event, *, is_along: bool = False) -> Words:
    """The letter about ``event``, in Vietnamese; to the applicant, or to who applied along."""
    with translation.override(settings.LANGUAGE_CODE):
        facts = _facts(event) | {"is_along": is_along}
        return in_words(f"dossier_{event.verb}", facts)


def in_words(letter: str, facts: dict[str, Any]) -> Words:
    """The pair of templates of a letter; the subject on one line."""
    subject = filled(letter, "subject", facts)
    return Words(" ".join(subject.split()), filled(letter, "body", facts))


def filled(letter: str, part: str, facts: dict[str, Any]) -> str:
    """One template, without HTML's escapes: a letter is plain text."""
    found = get_template(f"letters/{letter}/{part}.txt")
    text: str = found.template.render(Context(facts, autoescape=False))  # type: ignore[attr-defined]  # Django's engine
    return MANY_BLANK_LINES.sub("\n\n", text).strip() + "\n"


def _facts(event: Event) -> dict[str, Any]:
    dossier, day = event.dossier, day_of(event.at)
    due = event.payload.get("due")
    return {
        "code": dossier.code,
        "office": dossier.organization.name_on(day),
        "counter": dossier.counter.name_on(day),
        "at": event.at,
        "due": clocks.read(due) if due else None,
        "was_received": dossier.received_at is not None and dossier.received_at <= event.at,
        "look_up": address_of("tracking:look_up") + f"?ma={dossier.code}",
        "account": address_of("dossiers:detail", dossier.code),
        "site": SiteIdentity.objects.on(day).first(),
        "is_demo": dossier.is_demo,
    }


def address_of(name: str, *where: str) -> str:
    return settings.BASE_URL.rstrip("/") + reverse(name, args=where)
