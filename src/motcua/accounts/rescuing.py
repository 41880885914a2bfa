"""How does what was typed come through a sign-in? It waits here, sealed, for the same page.

The browser keeps a random word in a cookie, the database its keyed hash: neither an address nor a
log line carries what was typed. A page takes part that says ``@keeps_typed`` and shows what waits.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Protocol, TypeVar

from django.conf import settings
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from motcua.accounts.attempts import Attempted
from motcua.accounts.models import Rescued
from motcua.accounts.sealing import keyed_hash

COOKIE = "typed"
LONGEST = 200_000
"""Characters; whoever writes more gets the page that sends it again by itself."""


class Asking(Protocol):
    """A request, as far as it is asked here."""

    COOKIES: dict[str, str]
    path: str


View = TypeVar("View", bound=Callable[..., Any])


def keeps_typed(view: View) -> View:
    """A page that shows again what was typed on it when the session was over."""
    view.keeps_typed = True  # type: ignore[attr-defined]  # read by accounts.middleware
    return view


def keep(path: str, texts: Sequence[tuple[str, str]], *, network: str) -> str | None:
    """Keep what was typed on ``path``: the word for the cookie, or None where it was too much."""
    if sum(len(text) for _name, text in texts) > LONGEST:
        return None
    if Attempted("typed", settings.TYPED_ALLOWANCES, network=network).count():
        return None
    word = secrets.token_urlsafe(24)
    Rescued.objects.create(key=_key(word), path=path[:500], texts=[list(pair) for pair in texts])
    return word


def waiting(request: Asking) -> MultiValueDict[str, str] | None:
    """What this browser typed on this page before it had to sign in."""
    found = _mine(request).filter(path=request.path).first()
    if found is None:
        return None
    typed: MultiValueDict[str, str] = MultiValueDict()
    for name, text in found.texts:
        typed.appendlist(name, text)
    return typed


def forget(request: Asking) -> bool:
    """It was saved, so that nothing waits any more; whether something did."""
    return COOKIE in request.COOKIES and bool(_mine(request).filter(path=request.path).delete()[0])


def forget_old() -> int:
    """Nobody came back for it."""
    return Rescued.objects.filter(made_at__lt=_oldest()).delete()[0]


def _mine(request: Asking) -> Any:
    word = request.COOKIES.get(COOKIE, "")
    if not word:
        return Rescued.objects.none()
    return Rescued.objects.filter(key=_key(word), made_at__gte=_oldest())


def _oldest() -> Any:
    return timezone.now() - timedelta(seconds=settings.TYPED_SECONDS)


def _key(word: str) -> str:
    return keyed_hash("typed before signing in", word)
