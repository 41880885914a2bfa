"""What does an organization's page show of the catalog? The procedures that it decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.catalog.models import ProcedureVersion

if TYPE_CHECKING:
    from django.template import Context

    from motcua.ui.panels import Shown

FIRST = 8
AT_MOST = 200


def of_organization(context: Context) -> Shown | None:
    """What it decides on the day of its page, itself or as one of its kind. One query."""
    organization, asked = context.get("organization"), context.get("asked")
    if organization is None or asked is None:
        return None
    published = ProcedureVersion.objects.published().on(asked.day)
    published = published.decided_by(organization, asked.day)
    found = list(published.select_related("procedure").in_vietnamese_order()[:AT_MOST])
    if not found:
        return None
    shown = {"first": found[:FIRST], "others": found[FIRST:], "count": len(found)}
    return "catalog/parts/of_organization.html", shown
