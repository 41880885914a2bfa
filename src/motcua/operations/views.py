"""What does a probe see? Two short answers about this process, open to everyone."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from motcua.operations import health


@login_not_required
@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """This process answers; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Requests may come (200), or not yet (503)."""
    found = health.findings()
    is_ready = health.is_ready(found)
    return JsonResponse({"ready": is_ready, **found}, status=200 if is_ready else 503)
