"""How does what was typed come through a sign-in? It waits here, sealed, for the same page.

The browser keeps a random word in a cookie, the database its keyed hash: neither an address nor a
log line carries what was typed. A page takes part that says ``@keeps_typed`` and shows what waits;
a button that has no page of its own says ``@keeps_typed_for`` the page on which it is pressed.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Protocol, TypeVar

from django.conf import settings
from django.urls import ResolverMatch, reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from motcua.accounts.attempts import Attempted
from motcua.accounts.models import Rescued
from motcua.accounts.sealing import keyed_hash

COOKIE = "typed"
LONGEST = 200_000
"""Characters; whoever writes more gets the page that sends it again by itself."""
WORD = re.compile(r"[\w-]{32}", re.ASCII)
"""As this module makes it; one browser has one, however many of its pages wait."""


class Asking(Protocol):
    """A request, as far as it is asked here."""

    COOKIES: dict[str, str]
    path: str
    resolver_match: ResolverMatch | None


View = TypeVar("View", bound=Callable[..., Any])


def keeps_typed(view: View) -> View:
    """A page that shows again what was typed on it when the session was over."""
    return keeps_typed_for("")(view)


def keeps_typed_for(page: str) -> Callable[[View], View]:
    """A button's view: what was sent waits for ``page``, whose address has the same parts."""

    def mark(view: View) -> View:
        view.keeps_typed_for = page  # type: ignore[attr-defined]  # read by ``path_of``
        return view

    return mark


def path_of(request: Asking) -> str | None:
    """Where what was sent here is shown again; None where no page takes part."""
    match = request.resolver_match
    page = getattr(match.func, "keeps_typed_for", None) if match else None
    if match is None or page is None:
        return None
    return reverse(page, kwargs=match.kwargs) if page else request.path


def keep(
    path: str, texts: Sequence[tuple[str, str]], *, network: str, word: str = ""
) -> str | None:
    """Keep what was typed on ``path``: the word for the cookie, or None where it was too much.

    A browser that has a ``word`` already keeps it, so that what waits for its other pages stays
    found; of one page the latest waits.
    """
    if sum(len(text) for _name, text in texts) > LONGEST:
        return None
    if Attempted("typed", settings.TYPED_ALLOWANCES, network=network).count():
        return None
    word = word if WORD.fullmatch(word) else secrets.token_urlsafe(24)
    waits = {"path": path[:500], "texts": [list(pair) for pair in texts], "made_at": timezone.now()}
    Rescued.objects.update_or_create(key=_key(word, path), defaults=waits)
    return word


def waiting(request: Asking) -> MultiValueDict[str, str] | None:
    """What this browser typed on this page before it had to sign in."""
    found = _mine(request, request.path).first()
    if found is None:
        return None
    typed: MultiValueDict[str, str] = MultiValueDict()
    for name, text in found.texts:
        typed.appendlist(name, text)
    return typed


def forget(request: Asking, path: str = "") -> bool:
    """It was saved, so that nothing waits any more for this page or ``path``; whether it did."""
    return COOKIE in request.COOKIES and bool(_mine(request, path or request.path).delete()[0])


def forget_old() -> int:
    """Nobody came back for it."""
    return Rescued.objects.filter(made_at__lt=_oldest()).delete()[0]


def _mine(request: Asking, path: str) -> Any:
    word = request.COOKIES.get(COOKIE, "")
    if not word:
        return Rescued.objects.none()
    return Rescued.objects.filter(key=_key(word, path), made_at__gte=_oldest())


def _oldest() -> Any:
    return timezone.now() - timedelta(seconds=settings.TYPED_SECONDS)


def _key(word: str, path: str) -> str:
    return keyed_hash("typed before signing in", word, path)
