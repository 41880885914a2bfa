"""What do the desk's pages say of work that a human must place?"""

from django.template import Context

from motcua.reorganization.models import ToPlace
from motcua.reorganization.placing import WAITING
from motcua.ui.panels import Shown


def of_inbox(context: Context) -> Shown | None:
    """How many wait in the office that holds them."""
    post = context["request"].acting.post
    held = ToPlace.objects.filter(WAITING, held_by=post.organization_id)
    count = held.count()
    return ("reorganization/officer/placing/of_inbox.html", {"count": count}) if count else None


def of_dossier(context: Context) -> Shown | None:
    """That nobody knows whose this one is."""
    if not ToPlace.objects.filter(WAITING, dossier=context["dossier"]).exists():
        return None
    return "reorganization/officer/placing/of_dossier.html", {}
