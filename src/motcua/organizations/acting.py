"""Who acts, in which post, in whose place, and on whose behalf? Every verb is told so: ``by=``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from motcua.accounts.models import Person
from motcua.organizations.standings import InWords

if TYPE_CHECKING:
    from datetime import date

    from motcua.organizations.models import Appointment, Capacity, Duty, Hand, Organization, Post


@dataclass(frozen=True)
class Acting(InWords):
    """A person at work: a citizen, an officer in one post, or the machine."""

    person: Person
    post: Post | None = None
    on_behalf_of: Person | None = None
    """For whom a citizen applies."""
    standing: str = ""
    """As what the post is held, an ``AppointmentKind``; empty without a post."""
    in_place_of: Person | None = None
    """Whose post it is, where the officer stands in."""
    capacity: Capacity | None = None
    """The system in which a merged body acts here; None where it has one name only."""
    last_day: date | None = None
    """The last day of the appointment; None where no end is known."""

    @classmethod
    def citizen(cls, person: Person, *, on_behalf_of: Person | None = None) -> Self:
        """Somebody in their own affairs, whatever posts they hold."""
        return cls(person, on_behalf_of=on_behalf_of)

    @classmethod
    def machine(cls) -> Self:
        """The system itself, under its named account."""
        return cls(Person.objects.machine())

    @classmethod
    def holding(cls, held: Appointment, capacity: Capacity | None = None) -> Self:
        """An officer in the post of an appointment, with whom they stand in for."""
        return cls(
            held.person,
            held.post,
            standing=held.kind,
            in_place_of=held.covers.person if held.covers else None,
            capacity=capacity,
            last_day=held.last_day,
        )

    @classmethod
    def as_in(cls, act: Hand) -> Self:
        """The same as in an act that was made: for what follows from it in one breath."""
        return cls(
            act.person,
            act.post,
            standing=act.standing,
            in_place_of=act.in_place_of,
            capacity=act.capacity,
        )

    @property
    def organization(self) -> Organization | None:
        """Where the post is; nowhere for a citizen or the machine."""
        return self.post.organization if self.post else None

    @property
    def hand(self) -> dict[str, Any]:
        """What a :class:`~motcua.organizations.models.Hand` keeps of who acts, by its columns."""
        return {
            "person": self.person,
            "post": self.post,
            "standing": self.standing,
            "in_place_of": self.in_place_of,
            "capacity": self.capacity,
        }

    def has_duty(self, duty: Duty) -> bool:
        """Whether the post carries the duty; without a post nobody has any."""
        return self.post is not None and self.post.has_duty(duty)
