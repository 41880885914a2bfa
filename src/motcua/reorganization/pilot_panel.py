"""What do pages of organizations say of pilots?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template import Context

from motcua.periods.clock import today
from motcua.reorganization import pilot_reading
from motcua.reorganization.models import Pilot

if TYPE_CHECKING:
    from motcua.ui.panels import Shown


def of_organization(page: Context) -> Shown | None:
    """The public pilots in which the organization of the page takes part, or took part."""
    organization = page.get("organization")
    if organization is None:
        return None
    found = Pilot.objects.public().concerning(organization).for_pages().latest_first()
    rows = pilot_reading.rows(found, today())
    return ("reorganization/public/pilots_of_organization.html", {"rows": rows}) if rows else None
