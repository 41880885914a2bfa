"""What of a draft does somebody see who writes along: all of it, or some pages?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from motcua.dossiers.models import CoApplicant, Draft


@dataclass(frozen=True, slots=True)
class Part:
    """The pages that somebody sees; ``co_applicant`` is empty for whose draft it is."""

    pages: frozenset[str] = frozenset()
    co_applicant: CoApplicant | None = None

    @classmethod
    def of(cls, one: CoApplicant) -> Self:
        return cls(frozenset(one.pages), one)

    @property
    def is_whole(self) -> bool:
        return not self.pages

    def is_over(self, draft: Draft) -> bool:
        """Whether it was taken back, or left, since the page was opened."""
        mine = self.co_applicant
        return mine is not None and not draft.co_applicants.accepted().filter(pk=mine.pk).exists()

    @property
    def is_owners(self) -> bool:
        return self.co_applicant is None

    def sees(self, page: str) -> bool:
        """Whether a page of the form belongs to it."""
        return self.is_whole or page in self.pages


WHOLE = Part()
