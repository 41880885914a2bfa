"""How does the site's search find guides? By what happened, said as people say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse

from motcua.periods import clock
from motcua.search import actions as search
from motcua.search.kinds import Findable

if TYPE_CHECKING:
    from motcua.catalog.models import LifeEvent
    from motcua.guides.models import Edition

KIND = "guide"
"""Under which kind guides stand in the site's index."""
NEAREST = 9
"""Nothing is closer to people's lives than what happens in them."""


def address(slug: str) -> str:
    """Where the guide to that event stands."""
    return reverse("guides:guide", args=[slug])


def everything() -> Iterator[Findable]:
    """Every guide of today, to be found."""
    from motcua.guides.models import Edition

    yield from map(_findable, Edition.objects.on(clock.today()).in_order())


def put_in_index(event: LifeEvent) -> None:
    """Let the guide to the event be found as it is today; not where it has none."""
    from motcua.guides.models import Edition

    held = Edition.objects.on(clock.today()).in_order().filter(event=event)
    if not search.put_all(KIND, map(_findable, held)):
        search.remove(KIND, event.slug)


def _findable(edition: Edition) -> Findable:
    told = edition.told()
    steps = "; ".join(step.title for step in told.steps)
    body = " ".join([edition.lead, *(each.ask for each in told.questions), f"{steps}."])
    event = edition.event
    return Findable(event.slug, event.name, edition.also_called, body, NEAREST)
