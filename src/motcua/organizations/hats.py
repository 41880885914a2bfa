"""In which posts may this officer act now, under which names, and which one do they act in?

Nothing is kept but the choice: whether an appointment holds is asked of its days on every request,
so that an ended one is gone at once, in the middle of a session too; a cover ends like that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import Exists, OuterRef, Prefetch

from motcua.accounts.models import Person
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Capacity, Organization, RememberedHat
from motcua.organizations.queries import AppointmentQuerySet
from motcua.periods.clock import today

SESSION_KEY = "organizations.hat"
"""Session key of the hat chosen in this session."""


@dataclass(frozen=True)
class Hat:
    """One appointment of today and, in a body of several systems, one of the names it acts in."""

    appointment: Appointment
    capacity: Capacity | None = None

    @property
    def key(self) -> str:
        """What names it in a form and in a session: ``12``, or ``12-3`` with a capacity."""
        held = str(self.appointment.pk)
        return f"{held}-{self.capacity.pk}" if self.capacity else held

    @property
    def acting(self) -> Acting:
        return Acting.holding(self.appointment, self.capacity)

    def is_worn_in(self, acting: Acting) -> bool:
        """Whether ``acting`` acts under it."""
        same_post = self.appointment.post == acting.post
        return same_post and self.capacity == acting.capacity

    @classmethod
    def each_of(cls, held: Appointment, capacities: Iterable[Capacity]) -> list[Self]:
        """One for every system of the body; a body of one system has one without a name."""
        return [cls(held, each) for each in capacities] or [cls(held)]


def of(person: Person) -> AppointmentQuerySet:
    """The appointments that ``person`` holds today, each with its post, agency and its name."""
    named = Organization.objects.with_names(today())
    held = Appointment.objects.on(today()).of(person)
    told = held.select_related("post", "person", "covers__person")
    in_order = told.order_by("post__organization__identifier", "post__title", "pk")
    return in_order.prefetch_related(Prefetch("post__organization", named))


def all_of(person: Person) -> list[Hat]:
    """The hats that ``person`` may choose today."""
    return _hats(of(person), today())


def worn(person: Person, session: SessionBase) -> Hat | None:
    """The chosen hat, else the one of last time, else the only one; if it holds today."""
    last_time = RememberedHat.objects.filter(person=person, appointment=OuterRef("pk"))
    marked = of(person).annotate(worn_as=ArraySubquery(last_time.values("capacity")))
    hats = {hat.key: hat for hat in _hats(marked, today())}
    chosen = hats.get(str(session.get(SESSION_KEY)))
    remembered = next((hat for hat in hats.values() if _was_worn(hat)), None)
    return chosen or remembered or (next(iter(hats.values())) if len(hats) == 1 else None)


def put_on(hat: Hat, session: SessionBase) -> None:
    """Act under it from now on, and begin with it next time."""
    session[SESSION_KEY] = hat.key
    RememberedHat.objects.update_or_create(
        person=hat.appointment.person,
        defaults={"appointment": hat.appointment, "capacity": hat.capacity},
    )


def _was_worn(hat: Hat) -> bool:
    name = hat.capacity.pk if hat.capacity else None
    return name in hat.appointment.worn_as  # type: ignore[attr-defined]  # annotated


def _hats(appointments: AppointmentQuerySet, day: date) -> list[Hat]:
    """Capacities are asked for only where somebody works in a body of several systems."""
    there = Capacity.objects.on(day).filter(organization=OuterRef("post__organization"))
    held = list(appointments.annotate(acts_under_names=Exists(there)))
    bodies = {each.post.organization_id for each in held if each.acts_under_names}
    names = list(Capacity.objects.on(day).filter(organization__in=bodies)) if bodies else []
    return [
        hat
        for each in held
        for hat in Hat.each_of(each, _of_body(names, each.post.organization_id))
    ]


def _of_body(names: list[Capacity], organization: int) -> list[Capacity]:
    own = [name for name in names if name.organization_id == organization]
    return sorted(own, key=lambda name: name.line)
