"""Every request knows who acts in it, asked for only where somebody wants to know."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from motcua.organizations.http import acting_of


def acting(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Put ``request.acting`` there; false where nobody is signed in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.acting = SimpleLazyObject(lambda: acting_of(request))  # type: ignore[attr-defined]
        return get_response(request)

    return middleware
