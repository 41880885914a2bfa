"""Which rows does a page of Tình hình xử lý show, in which order, and what adds up below them?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.catalog.models import Sector
from motcua.organizations import successors
from motcua.organizations.models import Organization
from motcua.search.folding import fold, sort_key
from motcua.territory.tiers import Tier

from . import columns, figures
from .columns import Cell
from .figures import NOTHING, Figures, Place
from .spans import Span
from .suppression import veils

if TYPE_CHECKING:
    from .forms import Asked

OPEN: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """An office or a sector, its figures, and which groups of them are not shown."""

    name: str
    figures: Figures
    hidden: frozenset[str] = OPEN
    address: str = ""
    identifier: str = ""
    tier: int = 0

    @property
    def cells(self) -> list[Cell]:
        return columns.cells(self.figures, self.hidden)

    @property
    def stands(self) -> bool:
        """Whether it stands in a table; a row left out would tell that it is empty."""
        return bool(self.hidden) or not self.figures.is_empty

    @property
    def shows_outcomes(self) -> bool:
        return "outcomes" not in self.hidden and self.figures.resolved > 0

    @property
    def place_in_order(self) -> tuple[bool, float, int, str]:
        """Most overdue first; what is not shown may not be told by its place either."""
        if not self.shows_outcomes:
            return True, 0, 0, sort_key(self.name)
        resolved = self.figures.resolved
        return False, -self.figures.late / resolved, -resolved, sort_key(self.name)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and what they add up to; ``total`` is of all rows, also of those a search leaves out."""

    rows: list[Row]
    total: Figures
    by_tier: dict[int, Figures] = field(default_factory=dict)

    @property
    def hides(self) -> bool:
        return any(row.hidden for row in self.rows)

    @property
    def tells_nothing(self) -> bool:
        """Whether no row shows a number, so that only the total has something to say."""
        return self.hides and all(cell.is_hidden for row in self.rows for cell in row.cells)

    @property
    def total_cells(self) -> list[Cell]:
        return columns.cells(self.total)


def of_offices(asked: Asked, now: datetime) -> Table:
    """One row per office that had anything to do (two queries, four in one sector)."""
    places = figures.by_place(asked.span, now)
    offices = _offices({office for office, _ in places}, asked.span, now)
    hidden = _veils(asked.span, now, offices) if asked.sector else {}
    sums, sector = _by_office(places, asked.sector_number), asked.sector_number or 0
    rows = [
        _of_office(office, sums[number], hidden.get((number, sector), OPEN), asked, now)
        for number, office in offices.items()
    ]
    there = [row for row in rows if row.stands and asked.tier in (None, row.tier)]
    shown = [row for row in there if fold(asked.text) in fold(row.name)]
    return Table(
        rows=sorted(shown, key=lambda row: row.place_in_order),
        total=figures.total(row.figures for row in there),
        by_tier=_by_tier(there),
    )


def of_sectors(office: Organization, span: Span, now: datetime) -> Table:
    """One row per sector of an office (six queries, since neighbors decide what hides)."""
    places = figures.by_place(span, now)
    offices = _offices({each for each, _ in places}, span, now)
    hidden = _veils(span, now, offices)
    rows = [
        Row(
            _(sector.name),
            places.get((office.pk, sector.pk), NOTHING),
            hidden.get((office.pk, sector.pk), OPEN),
        )
        for sector in Sector.objects.all()
    ]
    there = [row for row in rows if row.stands]
    return Table(there, figures.total(row.figures for row in there))


def _offices(numbers: Iterable[int], span: Span, now: datetime) -> dict[int, Organization]:
    """By number, with their names of the span's last day; closed ones among them."""
    named = Organization.objects.filter(pk__in=numbers).with_names_now(span.last_day(now))
    return {office.pk: office for office in named}


def _by_office(places: Mapping[Place, Figures], sector: int | None) -> dict[int, Figures]:
    found: defaultdict[int, Figures] = defaultdict(Figures)
    for (office, each), there in places.items():
        if sector in (None, each):
            found[office] += there
    return found


def _veils(
    span: Span, now: datetime, offices: Mapping[int, Organization]
) -> dict[Place, frozenset[str]]:
    """Of communes: their figures in one sector are the fine print."""
    before, *months = (
        {place: there for place, there in month.items() if _is_commune(offices[place[0]])}
        for month in figures.in_each_month(span, now)
    )
    return veils(months, settings.SMALLEST_FIGURE_SHOWN, before)


def _is_commune(office: Organization) -> bool:
    return office.tier == Tier.COMMUNE


def _of_office(
    office: Organization, mine: Figures, hidden: frozenset[str], asked: Asked, now: datetime
) -> Row:
    at = reverse("statistics:office", args=[office.identifier])
    return Row(
        name=successors.name_now(office, asked.span.last_day(now)),
        figures=mine,
        hidden=hidden,
        address=f"{at}?ky={asked.span.slug}",
        identifier=office.identifier,
        tier=office.tier,
    )


def _by_tier(rows: Iterable[Row]) -> dict[int, Figures]:
    found: defaultdict[int, Figures] = defaultdict(Figures)
    for row in rows:
        found[row.tier] += row.figures
    return dict(found)
