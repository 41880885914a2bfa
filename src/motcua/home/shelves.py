"""What is on each shelf? Procedures by what people do, a few of each, in one query."""

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, F, Window
from django.db.models.functions import Length, RowNumber

from motcua.catalog.models import ProcedureVersion

SHOWN = 4
"""Procedures named on the front page from each shelf."""

PLAIN_FIRST = (Length("name"), "name_sort_key")
"""Special cases carry their condition in the name (… có yếu tố nước ngoài), so they are longer."""


@dataclass
class Shelf:
    """One heading of the index, such as *Gia đình và hộ tịch*."""

    slug: str
    name: str
    count: int
    first: list[tuple[str, str]] = field(default_factory=list)
    """Code and name of the plainest procedures."""

    @property
    def query(self) -> str:
        """The question that lists the whole shelf."""
        return urlencode({"nhom": self.slug})


def shelves(day: date) -> list[Shelf]:
    """The shelves that hold something on ``day``, in the portal's own order."""
    found: dict[str, Shelf] = {}
    for slug, name, count, code, title in _first_of_each(day):
        shelf = found.setdefault(slug, Shelf(slug, name, count))
        shelf.first.append((code, title))
    return list(found.values())


def _first_of_each(day: date) -> list[tuple[str, str, int, str, str]]:
    shelf = F("procedure__sector")
    ranked = (
        ProcedureVersion.objects.published()
        .on(day)
        .annotate(
            place=Window(RowNumber(), partition_by=shelf, order_by=PLAIN_FIRST),
            count=Window(Count("pk"), partition_by=shelf),
        )
        .filter(place__lte=SHOWN)
        .order_by("procedure__sector__position", "procedure__sector__slug", "place")
    )
    sector = "procedure__sector"
    return list(
        ranked.values_list(f"{sector}__slug", f"{sector}__name", "count", "procedure__code", "name")
    )
