"""What stands on the bar of every page of the desk?"""

from django.template import Context
from django.urls import reverse

from motcua.dossiers import overseeing
from motcua.ui.panels import Shown


def door(context: Context) -> Shown | None:
    """The door of the inbox, lit where one is behind it."""
    here = str(getattr(context.get("request"), "path", ""))
    inbox = reverse("desk:inbox")
    is_here = here == inbox or here.startswith(f"{inbox}ho-so/")  # other doors stand beside it
    return "dossiers/officer/door.html", {"here": is_here}


def beside_the_hats(context: Context) -> Shown | None:
    """Whom one declared; and for who oversees duties, whom the rules turned away."""
    acting = getattr(context.get("request"), "acting", None)
    if not acting or not acting.post:
        return None
    return "dossiers/officer/beside_the_hats.html", {"oversees": bool(overseeing.houses(acting))}
