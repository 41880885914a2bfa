"""How well do offices answer what they are asked? Rows beside those of dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from motcua.organizations.models import Organization
from motcua.questions import tallies
from motcua.questions.tallies import Tally

from .spans import Span


@dataclass(frozen=True, slots=True)
class Row:
    """An office and what it answered; shares of few would tell of single people and are hidden."""

    office: Organization
    tally: Tally

    @property
    def is_told(self) -> bool:
        return self.tally.answered >= settings.SMALLEST_FIGURE_SHOWN

    @property
    def contentment(self) -> float | None:
        enough = self.tally.opinions >= settings.SMALLEST_FIGURE_SHOWN
        return self.tally.contentment if enough else None


def rows(span: Span, **where: Any) -> list[Row]:
    """Offices that answered something in ``span``, the busiest first; two statements."""
    found = tallies.by_office(span.begins, span.ends, **where)
    named: Any = Organization.objects.with_names_now()
    offices = named.in_bulk(found)
    told = [Row(offices[pk], tally) for pk, tally in found.items() if pk in offices]
    return sorted(told, key=lambda row: (-row.tally.answered, row.office.identifier))
