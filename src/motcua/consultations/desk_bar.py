"""What stands on the bar of every page of the desk?"""

from django.template import Context
from django.urls import reverse

from motcua.ui.panels import Shown


def door(context: Context) -> Shown | None:
    """The door of the consultations, lit where one is behind it."""
    here = str(getattr(context.get("request"), "path", ""))
    is_here = here.startswith(reverse("consultations_desk:inbox"))
    return "consultations/officer/door.html", {"here": is_here}
