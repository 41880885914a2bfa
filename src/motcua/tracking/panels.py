"""What does the look-up say on the search page? That a dossier's code leads to the look-up."""

from __future__ import annotations

from django.template import Context

from motcua.dossiers.references import parsed
from motcua.ui.panels import Shown


def code_asked(page: Context) -> Shown | None:
    """Where a dossier's code was searched for; whether there is such a dossier is not said."""
    code = parsed(page["answer"].wish.words)
    return ("tracking/code_asked.html", {"code": code}) if code else None
