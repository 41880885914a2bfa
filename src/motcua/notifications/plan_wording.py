"""What does a letter about a reorganization say? Who had it, who has it now, and what stays.

As every letter it repeats nothing that the addressee typed: codes, offices, days and the decision.
Who has it *now* is asked when the letter leaves, so that it is true whatever came in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import translation

from motcua.dossiers import workflow as dossiers
from motcua.dossiers.models import Dossier
from motcua.organizations.models import Appointment, Contact, Organization
from motcua.periods.clock import day_of, today
from motcua.questions import workflow as questions
from motcua.questions.models import Question
from motcua.reorganization import workflow as reorganization
from motcua.reorganization.models import Body, Moved, Plan, PlanEvent
from motcua.ui.models import SiteIdentity

from .models import PlanLetter
from .question_wording import link_to
from .wording import Words, address_of, in_words

MOST_NAMED = 20
"""So many dossiers stand in a letter; the account lists the others."""
MOST_ASKED = 200
"""So many open questions of one person are looked through; their addresses are sealed."""


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier or question: where it was, where it is, where it is looked at."""

    code: str
    old: str
    new: str
    link: str


def words_about_plan(letter: PlanLetter) -> Words:
    """The letter, in Vietnamese."""
    event = letter.event
    facts = {
        "number": event.plan.number,
        "decided_on": event.plan.decided_on,
        "day": event.plan.day,
        "undone_on": day_of(event.at),
        "site": SiteIdentity.objects.on(today()).first(),
        **_facts_for(letter),
    }
    with translation.override(settings.LANGUAGE_CODE):
        return in_words(f"plan_{event.verb}_{letter.told_as}", facts)


def _facts_for(letter: PlanLetter) -> dict[str, Any]:
    if letter.event.verb == reorganization.PUT_OFF.verb:
        return _of_planner(letter)
    return _FACTS[letter.told_as](letter)


def eve_of(plan: Plan) -> date:
    """The last day of the old order."""
    return plan.day - timedelta(days=1)


# --- Applicants and askers --------------------------------------------------------------------


def _of_applicant(letter: PlanLetter) -> dict[str, Any]:
    found = Dossier.objects.filter(
        Q(state__in=dossiers.OPEN) | Q(pk=letter.dossier_id or 0),
        applicant=letter.person_id,
        email__iexact=letter.address,
        pk__in=_moved(letter.event.plan, Dossier).values("row_id"),
    )
    shown = list(found.order_by("submitted_at", "pk")[:MOST_NAMED])
    links = {row.pk: address_of("dossiers:detail", row.code) for row in shown}
    return {
        **_told_of(letter.event, Dossier, shown, links),
        "others": found.count() - len(shown) if len(shown) == MOST_NAMED else 0,
        "look_up": address_of("tracking:look_up"),
        "is_demo": any(row.is_demo for row in shown),
    }


def _of_asker(letter: PlanLetter) -> dict[str, Any]:
    found = [row for row in _questions(letter) if _is_same(row.email, letter.address)]
    shown = found[:MOST_NAMED]
    return {
        **_told_of(letter.event, Question, shown, {row.pk: link_to(row) for row in shown}),
        "others": len(found) - len(shown),
        "needs_sign_in": letter.person_id is not None,
        "is_demo": any(row.organization.is_demo for row in shown),
    }


def _is_same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _questions(letter: PlanLetter) -> Iterable[Question]:
    """The asker's that moved; without an account only the one that the letter is about."""
    mine = Q(asker=letter.person_id) if letter.person_id else Q(pk=letter.question_id)
    found = Question.objects.filter(
        Q(state__in=questions.OPEN) | Q(pk=letter.question_id or 0),
        mine,
        pk__in=_moved(letter.event.plan, Question).values("row_id"),
    )
    return found.select_related("organization").order_by("asked_at", "pk")[:MOST_ASKED]


def _moved(plan: Plan, kind: type[Any]) -> Any:
    return Moved.objects.filter(plan=plan, relation=kind._meta.db_table)


def _told_of(
    event: PlanEvent, kind: type[Any], rows: list[Any], links: dict[int, str]
) -> dict[str, Any]:
    """The lines of a letter, and how one reaches those who have it now."""
    noted = _moved(event.plan, kind).filter(row_id__in=[row.pk for row in rows])
    were = {each.row_id: each for each in noted}
    pairs = {row.pk: _pair(row, were[row.pk], event) for row in rows}
    old = _names((before for before, _now in pairs.values()), eve_of(event.plan))
    new = _names((now for _before, now in pairs.values()), today())
    lines = [
        Line(row.code, old[pairs[row.pk][0]], new[pairs[row.pk][1]], links[row.pk]) for row in rows
    ]
    return {"lines": lines, "offices": _offices(new)}


def _pair(row: Any, was: Moved, event: PlanEvent) -> tuple[int, int]:
    """Who had it and who has it; where only the counter went elsewhere, the counters."""
    went = event.verb == reorganization.CARRY_OUT.verb
    if went and was.was_counter and row.organization_id == was.was_organization:
        return was.was_counter, row.counter_id
    return was.was_organization or 0, row.organization_id


def _names(keys: Iterable[int], day: date) -> dict[int, str]:
    found = Organization.objects.with_names(day).in_bulk(list(set(keys)))
    return {pk: each.name_on(day) for pk, each in found.items()}


def _offices(names: dict[int, str]) -> list[dict[str, Any]]:
    """Address and telephone of each, where they are on record."""
    found = Contact.objects.on(today()).filter(organization__in=names)
    return [{"name": names[each.organization_id], "contact": each} for each in found.order_by("pk")]


# --- Officers -----------------------------------------------------------------------------------


def _of_officer(letter: PlanLetter) -> dict[str, Any]:
    plan = letter.event.plan
    mine = Appointment.objects.filter(person=letter.person_id).select_related("post")
    noted = _moved(plan, Appointment)
    ended = mine.filter(pk__in=noted.filter(was__isnull=False).values("row_id"))
    begun = mine.filter(pk__in=noted.filter(was__isnull=True).values("row_id"))
    return {
        "ended": _posts(ended, eve_of(plan)),
        "begun": _posts(begun, plan.day),
        "renamed": _renamed(plan, mine.on(plan.day).exclude(pk__in=begun)),
        "desk": address_of("desk:inbox"),
        "is_demo": letter.person is not None and letter.person.is_demo,
    }


def _of_planner(letter: PlanLetter) -> dict[str, Any]:
    """Where the plan stands; why it waits says its page, to whoever may read it."""
    return {
        "plan": address_of("plans_desk:detail", str(letter.event.plan_id)),
        "is_demo": letter.person is not None and letter.person.is_demo,
    }


def _posts(held: Any, day: date) -> list[str]:
    """*Chủ tịch, Ủy ban nhân dân xã A*, of every appointment."""
    rows = list(held.order_by("pk"))
    names = _names((row.post.organization_id for row in rows), day)
    return [f"{row.title}, {names[row.post.organization_id]}" for row in rows]


def _renamed(plan: Plan, held: Any) -> list[tuple[str, str]]:
    """Posts that go on in an organization with another name: before, and after."""
    named = Body.objects.filter(plan=plan, is_founded=False).exclude(full_name="")
    there = held.filter(post__organization__in=named.values("organization"))
    return list(zip(_posts(there, eve_of(plan)), _posts(there, plan.day), strict=True))


_FACTS: dict[str, Callable[[PlanLetter], dict[str, Any]]] = {
    PlanLetter.As.APPLICANT: _of_applicant,
    PlanLetter.As.ASKER: _of_asker,
    PlanLetter.As.OFFICER: _of_officer,
}
