"""What of this room stands on pages of the catalog? The way to the form of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.template import Context

    from motcua.ui.panels import Shown


def of_draft(context: Context) -> Shown | None:
    """A button on the page of a draft that may be changed."""
    version = context.get("version")
    return ("formwork/parts/door.html", {"version": version}) if version else None
