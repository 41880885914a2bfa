"""What would come of a file? All that would be written, and all that stands against it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from motcua.staffing import numbers
from motcua.staffing.importing.problems import RowProblem

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.models import Appointment, Post
    from motcua.staffing.terms import Decision


@dataclass(slots=True)
class Given:
    """An appointment that a row would make."""

    row: int
    held: Appointment
    decision: Decision


@dataclass(slots=True)
class Plan:
    """All that would be written, what stands against it, and what one should think of first."""

    rows: int = 0
    posts: list[Post] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    numbered: list[Person] = field(default_factory=list)
    """Officers of the register whose personal number the file tells."""
    unchanged: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    warnings: list[RowProblem] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        return not (self.posts or self.people or self.given or self.numbered)

    @property
    def rows_to_mend(self) -> int:
        """How many rows have something against them."""
        return len({each.row for each in self.problems if each.row})

    @property
    def fingerprint(self) -> str:
        """The same for the same outcome: what was read is what will be written, or asked anew."""
        lines = [
            *(f"{post.organization.identifier} {post.title}" for post in self.posts),
            *(person.username for person in self.people),
            *(f"{each.row} {each.held.seat}" for each in self.given),
            *(f"{numbers.key_of(each)} {each.pk}" for each in self.numbered),
            *(str(each) for each in (*self.problems, *self.warnings)),
        ]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()
