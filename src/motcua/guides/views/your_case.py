"""What does a procedure mean for me? May I, what does it cost, where do I go, how long?"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from motcua.catalog.models import ProcedureVersion
from motcua.guides import cases
from motcua.periods import clock


@login_not_required
@require_safe
def your_case(request: HttpRequest, code: str) -> HttpResponse:
    """Everything by GET: it can be sent to somebody, and nothing is kept."""
    day = clock.today()
    today = ProcedureVersion.objects.published().on(day).with_parts()
    version = get_object_or_404(today, procedure__code=code)
    shown = {"version": version, **cases.told(version, request.GET, day)}
    return render(request, "guides/your_case.html", shown)
