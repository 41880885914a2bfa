"""Who acts, in which post, and on whose behalf? Every verb is told so: ``by=``."""

from dataclasses import dataclass
from typing import Self

from motcua.accounts.models import Person
from motcua.organizations.models import Duty, Organization, Post


@dataclass(frozen=True)
class Acting:
    """A person at work: a citizen, an officer in one post, or the machine."""

    person: Person
    post: Post | None = None
    on_behalf_of: Person | None = None

    @classmethod
    def citizen(cls, person: Person, *, on_behalf_of: Person | None = None) -> Self:
        """Somebody in their own affairs, whatever posts they hold."""
        return cls(person, on_behalf_of=on_behalf_of)

    @classmethod
    def machine(cls) -> Self:
        """The system itself, under its named account."""
        return cls(Person.objects.machine())

    @property
    def organization(self) -> Organization | None:
        """Where the post is; nowhere for a citizen or the machine."""
        return self.post.organization if self.post else None

    def has_duty(self, duty: Duty) -> bool:
        """Whether the post carries the duty; without a post nobody has any."""
        return self.post is not None and self.post.has_duty(duty)
