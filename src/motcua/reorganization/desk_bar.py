"""What stands on the bar of every page of the desk?"""

from django.template import Context
from django.urls import reverse

from motcua.reorganization import owners
from motcua.ui.panels import Shown


def door(context: Context) -> Shown | None:
    """The door of the plans, for whoever plans or has a line; lit where one is behind it."""
    request = context.get("request")
    acting = getattr(request, "acting", None)
    if acting is None or not owners.has_a_door(acting):
        return None
    here = str(getattr(request, "path", "")).startswith(reverse("plans_desk:list"))
    return "reorganization/officer/door.html", {"here": here}
