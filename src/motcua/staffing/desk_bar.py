"""What stands on the bar of every page of the desk?"""

from django.template import Context
from django.urls import reverse

from motcua.staffing import hands
from motcua.ui.panels import Shown


def door(context: Context) -> Shown | None:
    """The door of the staff, for whoever manages any; lit where one is behind it."""
    request = context.get("request")
    acting = getattr(request, "acting", None)
    if not acting or not hands.houses(acting):
        return None
    here = str(getattr(request, "path", "")).startswith(reverse("staff_desk:posts"))
    return "staffing/officer/door.html", {"here": here}
