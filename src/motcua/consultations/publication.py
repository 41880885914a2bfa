"""How does the site's search find consultations? Once they are opened, by draft and summary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse

from motcua.search import actions as search
from motcua.search.kinds import Findable

if TYPE_CHECKING:
    from motcua.consultations.models import Consultation

KIND = "consultation"
"""Under which kind they stand in the site's index."""
AT_ONCE = 100


def address(code: str) -> str:
    """Where the consultation of that code stands."""
    return reverse("consultations:consultation", args=[code])


def everything() -> Iterator[Findable]:
    """Every one that was opened, to be found."""
    from motcua.consultations.models import Consultation

    found = Consultation.objects.public().prefetch_related("articles")
    yield from map(_findable, found.iterator(chunk_size=AT_ONCE))


def put_in_index(consultation: Consultation) -> None:
    """Let it be found; say it in the transaction that changes it."""
    search.put_all(KIND, [_findable(consultation)])


def _findable(consultation: Consultation) -> Findable:
    articles = (f"{each.name}\n{each.text}" for each in consultation.articles.all())
    body = "\n\n".join([consultation.lead, consultation.asks, consultation.summary, *articles])
    text = f"{consultation.code} {consultation.number}"
    return Findable(consultation.code, consultation.title, text=text, body=body.strip())
