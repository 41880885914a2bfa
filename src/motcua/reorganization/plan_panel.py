"""What do pages of organizations say of plans? What is settled, and what changed lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template import Context

from motcua.reorganization import announced

if TYPE_CHECKING:
    from motcua.ui.panels import Shown


def of_organization(page: Context) -> Shown | None:
    """The panel ``organization.changes``: *Sắp thay đổi*, *Vừa thay đổi*."""
    organization = page.get("organization")
    if organization is None:
        return None
    found = announced.about(organization)
    if not found:
        return None
    groups = list(announced.split(found))
    return "reorganization/public/changes_of_organization.html", {"groups": groups}
