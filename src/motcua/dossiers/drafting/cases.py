"""In which of the procedure's cases is whoever writes a draft? By an answer, or by their own word.

Papers are asked for by case. Where the answers leave several, the page of papers asks once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from motcua.catalog import own_case
from motcua.catalog.forms.schema import name_of
from motcua.search.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from motcua.catalog.models import Case, ProcedureVersion
    from motcua.dossiers.models import Dossier, Draft


@dataclass(frozen=True, slots=True)
class Standing:
    """Of ``every`` case of the procedure those that may be theirs, and which one it is."""

    every: Sequence[Case]
    possible: Sequence[Case]
    own: Case | None = None
    page: str = ""
    """Where an answer tells, with its question; empty where none does."""
    path: str = ""

    @property
    def options(self) -> list[Case]:
        """As they are offered: the one without a name, for everybody else, stands last."""
        return sorted(self.possible, key=lambda case: not case.name)

    @property
    def is_asked(self) -> bool:
        """Whether the answers leave more than one."""
        return len(self.possible) > 1

    @property
    def is_open(self) -> bool:
        """Whether nobody knows yet which papers are theirs."""
        return self.is_asked and self.own is None

    @property
    def is_told(self) -> bool:
        """Whether one of several is theirs because of an answer."""
        return len(self.every) > 1 and not self.is_asked

    @property
    def field(self) -> str:
        """The question's name on its page."""
        return name_of(self.path)

    def needs(self, case: Case) -> bool:
        """Whether they hand in the papers of ``case``; those of none in particular everybody."""
        return case == self.own or not case.name


def of(draft: Draft, every: Sequence[Case]) -> Standing:
    """Where the draft stands among the cases of its version."""
    told = own_case.possible(draft.version, every, draft.data)
    left = told.cases
    own = left[0] if len(left) == 1 else next((c for c in left if c.pk == draft.case_id), None)
    return Standing(every, left, own, told.page, told.path)


def of_dossier(dossier: Dossier) -> str:
    """The case of which its papers are, where its procedure has several; else nothing."""
    every = list(dossier.version.cases.all())
    own = of(dossier.draft, every).own if len(every) > 1 else None
    return own.name if own else ""


def here(case: Case | None, version: ProcedureVersion) -> Case | None:
    """``case`` as the case of ``version`` that it is, by its name; None where it has none."""
    if case is None or case.version_id == version.pk:
        return case
    alike = (one for one in version.cases.all() if fold(one.name) == fold(case.name))
    return next(alike, None)
