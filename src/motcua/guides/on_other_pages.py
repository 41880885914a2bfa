"""What do lower rooms' pages show of this one? The way from a procedure to one's own case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.guides import publication
from motcua.guides.models import Condition, Edition
from motcua.periods import clock
from motcua.search import queries as search
from motcua.statistics import speeds

NAMED = 6
"""So many guides are named on the list of procedures."""
MOST_ASKED = 2

if TYPE_CHECKING:
    from django.template import Context

    from motcua.ui.panels import Shown


def of_procedure(page: Context) -> Shown | None:
    """Your case, how long it really took, and the guides that lead here; not in a preview.

    Two queries.
    """
    version = page.get("version")
    if version is None or page.get("is_preview") or not page.get("holds_today"):
        return None
    held = Edition.objects.on(clock.today()).in_order()
    leading = list(held.filter(event__procedures=version.procedure_id))
    office = page.get("reception")
    carried = f"?{office.query}" if office and office.query else ""
    is_decided_here = bool(page.get("has_offices"))
    code = version.procedure.code
    told = {
        "version": version,
        "editions": leading,
        "carried": carried,
        "is_decided_here": is_decided_here,
        "speed": speeds.of_procedure(code, clock.today()) if is_decided_here else None,
    }
    return "guides/parts/on_procedure.html", told


def before_applying(page: Context) -> Shown | None:
    """May I? The way to the questions, else the record's own conditions to look over; one query."""
    version = page.get("version")
    if version is None:
        return None
    asks = Condition.objects.on(clock.today()).filter(procedure=version.procedure_id)
    if not version.conditions and not asks.exists():
        return None
    told = {"version": version, "has_questions": not version.conditions or asks.exists()}
    return "guides/parts/on_start.html", told


def on_the_list(page: Context) -> Shown | None:
    """The way to the guides; to those that answer, where words were asked."""
    wish = page.get("wish")
    if wish is None or wish.has_filters:
        return None
    if wish.words:
        return _asked_for(wish.words)
    editions = list(Edition.objects.on(clock.today()).in_order()[:NAMED])
    return ("guides/parts/on_list.html", {"editions": editions}) if editions else None


def _asked_for(words: str) -> Shown | None:
    """The guides that are called by all the words; some queries of the search, and one."""
    hits = search.find(words, publication.KIND, limit=MOST_ASKED)
    slugs = [hit.key for hit in hits if hit.is_by_name]
    if not slugs:
        return None
    held = Edition.objects.on(clock.today()).in_order().filter(event__slug__in=slugs)
    return "guides/parts/on_answers.html", {"editions": list(held)}
