"""What stands on the bar of every page of the desk?"""

from django.template import Context
from django.urls import reverse

from motcua.catalog import rights
from motcua.ui.panels import Shown


def door(context: Context) -> Shown | None:
    """The door of the drafts, for whoever may look over or publish; lit where one is behind it."""
    request = context.get("request")
    if not rights.roles_of(getattr(request, "acting", None)):
        return None
    here = str(getattr(request, "path", "")).startswith(reverse("catalog_desk:list"))
    return "catalog/officer/door.html", {"here": here}
