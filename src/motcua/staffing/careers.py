"""Which posts has somebody held, holds now and will hold, and what was done about them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import Person
from motcua.organizations import rights
from motcua.organizations.leaders import Held
from motcua.organizations.models import SEATED, Appointment
from motcua.periods.clock import today
from motcua.search.folding import fold
from motcua.staffing import checks, opening, workflow
from motcua.staffing.models import StaffChange
from motcua.staffing.workflow import Move, State

if TYPE_CHECKING:
    from motcua.organizations.models import Organization

MOST_FOUND = 20
NOT_FROM = {
    State.ENDED: _(
        "%(name)s đã thôi giữ chức vụ này, ngày cuối là %(last)s. Muốn giao lại thì bổ nhiệm mới."
    ),
    State.HELD: _(
        "%(name)s đã bắt đầu giữ chức vụ này từ ngày %(first)s, nên không thu hồi được nữa. Muốn "
        "thôi giữ thì kết thúc."
    ),
    State.COMING: _(
        "%(name)s đến ngày %(first)s mới bắt đầu giữ chức vụ này. Muốn giao cho người khác thì "
        "thu hồi rồi bổ nhiệm người mới."
    ),
}
"""What is said where a move is asked for in a state that it does not begin in."""


@dataclass(frozen=True, slots=True)
class Line:
    """One appointment of a person, and what may be done about it."""

    held: Held
    moves: Sequence[Move] = ()


@dataclass(frozen=True, slots=True)
class Career:
    """All appointments of a person, by where they stand today."""

    now: list[Line]
    coming: list[Line]
    before: list[Line]

    @property
    def is_concurrent(self) -> bool:
        return len(self.now) > 1


def of(person: Person, houses: Sequence[Organization], *, is_own: bool) -> Career:
    """Three queries. Of one's own posts, and of those of other houses, nothing may be done."""
    told = Appointment.objects.of(person).told().select_related("covers__person")
    in_order = told.order_by(F("valid_during").desc(nulls_last=True), "post__rank", "pk")
    found: dict[State, list[Line]] = {state: [] for state in State}
    for each in in_order:
        state = workflow.state_on(each, today())
        may = not is_own and rights.is_over(list(houses), each.post.organization)
        found[state].append(Line(Held(each), _moves(each, state) if may else ()))
    return Career(found[State.HELD], found[State.COMING], found[State.ENDED])


def history(person: Person) -> QuerySet[StaffChange]:
    """What was done about them, the latest first, with who did it."""
    kept = StaffChange.objects.filter(holder=person).order_by("-pk")
    return kept.select_related(
        "event__person",
        "event__post",
        "event__in_place_of",
        "event__capacity",
        "post",
        "in_place_of",
    ).prefetch_related("event__post__organization__names", "post__organization__names")


def of_houses(houses: Sequence[Organization]) -> QuerySet[Person]:
    """Who holds, held or will hold a post there; of others there is no page."""
    there = Appointment.objects.filter(rights.within(houses, "post__organization__"))
    return Person.objects.filter(pk__in=there.values("person"))


def found(words: str) -> list[Person]:
    """Officers whose name or login name has all the words, by their names' order."""
    asked = fold(words).split()
    if not asked:
        return []
    names = opening.officers().filter(is_active=True).values_list("pk", "full_name", "username")
    kept = [pk for pk, *said in names if _says(said, asked)]
    people = Person.objects.filter(pk__in=kept).order_by("sort_name", "pk")
    return list(people.prefetch_related(_posts_now())[:MOST_FOUND])


def _posts_now() -> Prefetch:
    now = Appointment.objects.on(today()).told().order_by("post__rank", "pk")
    return Prefetch("appointments", now, to_attr="held_now")


def _says(said: Sequence[str], asked: Sequence[str]) -> bool:
    text = fold(" ".join(said))
    return all(word in text for word in asked)


def against(held: Appointment, move: Move) -> str:
    """Why ``move`` cannot be made on an appointment where it stands today; empty where it can."""
    state = workflow.state_on(held, today())
    if state in move.sources:
        return ""
    told = {
        "name": held.person.full_name,
        "first": checks.written(held.valid_during.lower),
        "last": checks.written(held.last_day),
    }
    return NOT_FROM[state] % told


def _moves(held: Appointment, state: State) -> list[Move]:
    """In the order of the table; who stands in is not covered or replaced, only ended."""
    table = workflow.OF_AN_APPOINTMENT if held.kind in SEATED else workflow.OF_WHO_STANDS_IN
    return [move for move in table if state in move.sources]
