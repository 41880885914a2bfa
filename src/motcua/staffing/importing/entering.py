"""How does a plan get into the register? In a handful of statements, and with its history."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from motcua.accounts.models import Person
from motcua.accounts.names import sort_name
from motcua.organizations import profiles
from motcua.organizations.models import SEATED, Appointment, Organization, Post
from motcua.organizations.queries import LEADING_RANKS
from motcua.staffing import exceptions, numbers, remembering
from motcua.staffing.models import StaffChange

if TYPE_CHECKING:
    from motcua.staffing.importing.plan import Plan
    from motcua.staffing.models import StaffEvent

What = StaffChange.What
BATCH = 1_000


def hold(offices: Iterable[Organization]) -> None:
    """Until this transaction ends nobody else appoints there, or brings in another file."""
    keys = [office.pk for office in offices]
    for model, where in ((Organization, "pk__in"), (Post, "organization__in")):
        rows = model.objects.select_for_update(of=("self",), no_key=True).filter(**{where: keys})
        list(rows.order_by("pk").values_list("pk"))


def enter(event: StaffEvent, plan: Plan) -> None:
    """Write a plan that nothing stands against; the caller holds its offices."""
    for person in plan.people:
        person.sort_name = sort_name(person.full_name)
        person.set_unusable_password()
    Post.objects.bulk_create(plan.posts, BATCH)
    Person.objects.bulk_create(plan.people, BATCH)
    _number(plan.numbered)
    given = [each.held for each in plan.given]
    Appointment.objects.bulk_create((each for each in given if each.kind in SEATED), BATCH)
    Appointment.objects.bulk_create((each for each in given if each.kind not in SEATED), BATCH)
    StaffChange.objects.bulk_create(_history(event, plan), BATCH)
    if any(each.post.rank in LEADING_RANKS for each in given):
        profiles.open_for_leaders()


def _number(people: list[Person]) -> None:
    """Only who still has none: a manager may have typed one meanwhile."""
    there = Person.objects.without_number().filter(pk__in=[each.pk for each in people])
    held = there.select_for_update(of=("self",)).order_by("pk").values_list("pk")
    if len(held) != len(people):
        raise exceptions.NumberChanged
    Person.objects.bulk_update(people, numbers.FIELDS, BATCH)


def _history(event: StaffEvent, plan: Plan) -> list[StaffChange]:
    return [
        *(remembering.line_of_post(event, post) for post in plan.posts),
        *(remembering.line_of_person(event, What.ACCOUNT_OPENED, who) for who in plan.people),
        *(remembering.line_of_person(event, What.NUMBERED, who) for who in plan.numbered),
        *(
            remembering.line_of_appointment(event, What.BEGUN, each.held, each.decision)
            for each in plan.given
        ),
    ]
