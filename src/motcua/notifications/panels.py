"""What does an officer see of the letters about a dossier, or about a plan?"""

from typing import Any

from django.template import Context

from .models import Letter
from .told_so_far import ToldSoFar


def letters(context: Context) -> tuple[str, dict[str, Any]] | None:
    """The panel ``dossier.letters``: whether the applicant was told, and where not."""
    dossier = context.get("dossier")
    if dossier is None:
        return None
    shown = {"letters": list(Letter.objects.about(dossier)), "has_address": bool(dossier.email)}
    return "notifications/letters.html", shown


def of_plan(context: Context) -> tuple[str, dict[str, Any]] | None:
    """The panel ``plan.letters``: how many were told that it was carried out, or undone."""
    plan = context.get("plan")
    told = ToldSoFar.of(plan) if plan is not None else None
    return ("notifications/plan_letters.html", {"told": told}) if told else None
