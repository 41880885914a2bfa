"""What do lower rooms' pages show of this one? The way from a procedure to one's own case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.guides.models import Condition, Edition
from motcua.periods import clock

if TYPE_CHECKING:
    from django.template import Context

    from motcua.ui.panels import Shown


def of_procedure(page: Context) -> Shown | None:
    """Your case, and the guides that lead here; not in a preview. One query."""
    version = page.get("version")
    if version is None or page.get("is_preview") or not page.get("holds_today"):
        return None
    held = Edition.objects.on(clock.today()).in_order()
    leading = list(held.filter(event__procedures=version.procedure_id))
    return "guides/parts/on_procedure.html", {"version": version, "editions": leading}


def before_applying(page: Context) -> Shown | None:
    """May I? For a procedure that has conditions; one query."""
    version = page.get("version")
    if version is None:
        return None
    asks = Condition.objects.on(clock.today()).filter(procedure=version.procedure_id)
    return ("guides/parts/on_start.html", {"version": version}) if asks.exists() else None
