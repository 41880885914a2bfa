"""How long must a draft be open, by which law, and until when is its summary due?

Days of the calendar. The day of opening does not count and the last day ends at midnight in Việt
Nam (Bộ luật Dân sự 2015, Điều 147.2 and 148.3): opened on 01/04 for 20 days, open to the end of
21/04.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from motcua.consultations import exceptions
from motcua.consultations.models.term import Step, TermRule


@dataclass(frozen=True, slots=True)
class Term:
    """So many days, by which law."""

    days: int
    law: str

    def earliest(self, first: date) -> date:
        """The first day on which what began on ``first`` may end.

        >>> Term(20, "Luật 64/2025/QH15").earliest(date(2025, 4, 1))
        datetime.date(2025, 4, 21)
        """
        return first + timedelta(days=self.days)


def term_on(day: date, kind: int, step: Step) -> Term:
    """The term of ``day`` for drafts of a kind; raises TermMissing where none is on record."""
    rule = TermRule.objects.on(day).filter(kind=kind, step=step).first()
    if rule is None:
        raise exceptions.TermMissing
    return Term(rule.days, rule.law)


def opening(kind: int, first: date, closes_on: date) -> Term:
    """The term under which it opens on ``first``; raises TooShort with the earliest last day."""
    term = term_on(first, kind, Step.OPEN)
    if closes_on < term.earliest(first):
        raise exceptions.TooShort(term.law, term.days, term.earliest(first))
    return term


def summary_due(kind: int, closes_on: date) -> date:
    """The day by which the summary should be public: counted from the closing day."""
    return term_on(closes_on, kind, Step.SUM_UP).earliest(closes_on)
