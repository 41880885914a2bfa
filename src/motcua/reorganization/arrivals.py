"""What came to the new order since it held, and whose is it when that order never was?

At an office that was founded: of its original, where it had one, or of the one that serves the
place; else the first of them holds it and a human places it. At an heir that goes on only what was
sent to the ended office itself goes back there; the rest is its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import connection

from motcua.dossiers import places
from motcua.dossiers import transfers as dossiers
from motcua.dossiers.models import Dossier, Draft, Event
from motcua.organizations.models import Organization
from motcua.organizations.transferring import MOVING, Decided
from motcua.organizations.wrong_door import KEY
from motcua.periods.clock import today
from motcua.questions import transfers as questions
from motcua.questions.models import Question, QuestionEvent
from motcua.reorganization.models import Plan, ToPlace
from motcua.reorganization.picture import Picture

TABLES = (
    "DROP TABLE IF EXISTS arrived_now",
    "CREATE TEMP TABLE arrived_now ({columns}) ON COMMIT DROP",
)
Line = tuple[int | None, ...]


@dataclass(frozen=True)
class Homes:
    """Which original the work of a new organization is of; asked once the old order holds again."""

    picture: Picture

    @cached_property
    def originals(self) -> dict[int, list[int]]:
        """Founded organization to those before it, in the order of the plan."""
        found: dict[int, dict[int, None]] = {}
        for change, bodies in self.picture.resulting_of.items():
            for body in (self.picture.bodies[pk] for pk in bodies):
                if body.is_founded and body.organization_id:
                    before = dict.fromkeys(self.picture.originals_of.get(change, ()))
                    found.setdefault(body.organization_id, {}).update(before)
        return {pk: list(before) for pk, before in found.items() if before}

    @cached_property
    def _before(self) -> set[int]:
        return {pk for each in self.originals.values() for pk in each}

    @cached_property
    def _places(self) -> dict[int, int]:
        return Organization.objects.filter(pk__in=self._before).places(today())

    @cached_property
    def _counters(self) -> dict[int, int]:
        return {}

    def counter_of(self, original: int) -> int:
        """Who receives and returns for an office of the old order."""
        if original not in self._counters:
            office = Organization.objects.get(pk=original)
            self._counters[original] = (office.counter_on(today()) or office).pk
        return self._counters[original]

    def home_of(self, organization: int, place: int | None) -> tuple[int, bool]:
        """Where work of an organization goes, and whether that is sure."""
        before = self.originals.get(organization, [organization])
        serving = [pk for pk in before if place and self._places.get(pk) == place]
        chosen = serving if len(serving) == 1 else before
        return chosen[0], len(chosen) == 1

    def counter_for(self, counter: int, home: int, place: int | None) -> int:
        """Who receives and returns for work that goes to ``home``."""
        if counter not in self.originals:
            return counter
        return self.counter_of(home) if home in self._before else self.home_of(counter, place)[0]


def give_back(plan: Plan, picture: Picture, decided: Decided) -> dict[str, int]:
    """Let what came since go to the old order, which holds again; how many of what."""
    homes = Homes(picture)
    return {
        "new_dossiers": _dossiers(plan, homes, decided),
        "new_questions": _questions(plan, homes, decided),
        "new_drafts": _drafts(homes),
    }


def _dossiers(plan: Plan, homes: Homes, decided: Decided) -> int:
    lines: list[Line] = []
    unsure: list[ToPlace] = []
    there = Dossier.objects.filter(organization__in=homes.originals)
    there |= Dossier.objects.filter(counter__in=homes.originals)
    for pk, old, counter, place in there.order_by("pk").values_list(
        "pk", "organization", "counter", "place"
    ):
        home, is_sure = homes.home_of(old, place)
        lines.append((pk, old, home, counter, homes.counter_for(counter, home, place)))
        if not is_sure:
            unsure.append(ToPlace(plan=plan, dossier_id=pk, old_id=old, held_by_id=home))
    sent = _sent_elsewhere(plan, homes, Event, "dossier").values_list(
        "dossier", "dossier__organization", "dossier__counter", f"payload__{KEY}__sent_to"
    )
    lines += [(pk, old, to, counter, homes.counter_of(to)) for pk, old, counter, to in sent]
    ToPlace.objects.bulk_create(unsure, ignore_conflicts=True)
    return dossiers.give_back(_table(dossiers.MOVING, lines), **decided)


def _questions(plan: Plan, homes: Homes, decided: Decided) -> int:
    lines: list[Line] = []
    unsure: list[ToPlace] = []
    there = Question.objects.filter(organization__in=homes.originals).order_by("pk")
    for pk, old, place in there.values_list("pk", "organization", "unit"):
        home, is_sure = homes.home_of(old, place)
        lines.append((pk, old, home, None))
        if not is_sure:
            unsure.append(ToPlace(plan=plan, question_id=pk, old_id=old, held_by_id=home))
    sent = _sent_elsewhere(plan, homes, QuestionEvent, "question").values_list(
        "question", "question__organization", f"payload__{KEY}__sent_to"
    )
    lines += [(pk, old, to, None) for pk, old, to in sent]
    ToPlace.objects.bulk_create(unsure, ignore_conflicts=True)
    return questions.give_back(_table(MOVING, lines), **decided)


def _drafts(homes: Homes) -> int:
    """Of several originals the typed address decides.

    One that tells nothing is left: whoever submits it is asked for the office again.
    """
    there = Draft.objects.unsubmitted().filter(organization__in=homes.originals)
    lines: list[Line] = []
    for draft in there.select_related("organization").order_by("pk"):
        old = draft.organization_id or 0
        home, is_sure = homes.home_of(old, _lives_in(draft))
        if is_sure:
            lines.append((draft.pk, old, home, None))
    return dossiers.move_drafts(_table(MOVING, lines))


def _lives_in(draft: Draft) -> int | None:
    """The commune that the address names, as when it is submitted."""
    office = draft.organization
    unit = places.home(draft.contact_address, office, today()).unit if office else None
    return unit.pk if unit else None


def _sent_elsewhere(plan: Plan, homes: Homes, model: Any, refers: str) -> Any:
    """Acts by which something was sent to an ended office and arrived at an heir that goes on."""
    going_on = [
        body.organization_id
        for body in homes.picture.bodies.values()
        if body.organization_id and not body.is_founded
    ]
    return model._base_manager.filter(
        **{
            f"{refers}__organization__in": going_on,
            "at__gte": plan.moved_at,
            f"payload__{KEY}__sent_to__in": list(homes.picture.ending),
        }
    ).order_by("pk")


def _table(columns: str, lines: Sequence[Line]) -> str:
    """A table of this transaction with these lines, the first that speaks of a row."""
    first = {line[0]: line for line in reversed(lines)}
    with connection.cursor() as cursor:
        for text in TABLES:
            cursor.execute(text.format(columns=columns))
        width = len(columns.split(","))
        with cursor.copy("COPY arrived_now FROM STDIN") as copy:
            for line in first.values():
                copy.write_row(line[:width])
    return "arrived_now"


def left_at(founded: Any) -> Iterator[str]:
    """Codes of what would still lie at an office that never was."""
    for model in (Dossier, Question):
        rows: Any = model
        yield from rows.objects.filter(organization__in=founded).values_list("code", flat=True)[:5]
