"""Which laws end soon, and what on the portal cites them?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.catalog.http import for_keepers
from motcua.legal import citing
from motcua.organizations.http import Officer
from motcua.periods import clock


@require_safe
@for_keepers
def laws(request: Officer) -> HttpResponse:
    """Those that ended or end within some months, each with what is to be looked at again."""
    shown = {"endings": citing.ending(clock.today()), "days": citing.AHEAD.days}
    return render(request, "catalog/officer/laws.html", shown)
