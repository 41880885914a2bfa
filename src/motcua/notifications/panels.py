"""What does an officer see of the letters about a dossier?"""

from typing import Any

from django.template import Context

from .models import Letter


def letters(context: Context) -> tuple[str, dict[str, Any]] | None:
    """The panel ``dossier.letters``: whether the applicant was told, and where not."""
    dossier = context.get("dossier")
    if dossier is None:
        return None
    shown = {"letters": list(Letter.objects.about(dossier)), "has_address": bool(dossier.email)}
    return "notifications/letters.html", shown
