"""What does an organization's page show of its tasks? How many there are, and how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.directives.models import Task
from motcua.periods.clock import today

if TYPE_CHECKING:
    from django.template import Context

    from motcua.ui.panels import Shown


def of_organization(context: Context) -> Shown | None:
    """Public tasks that it leads. One query."""
    organization = context.get("organization")
    if organization is None:
        return None
    figures = Task.objects.public().filter(organization=organization).figures(today())
    shown = {"figures": figures, "office": organization}
    return ("directives/public/parts/of_organization.html", shown) if figures["all"] else None
