"""Who stands before the drafts of procedures? A post with a right; for others there are none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpResponseBase

from motcua.catalog import rights
from motcua.catalog.workflow import Role
from motcua.organizations.acting import Acting
from motcua.organizations.http import Officer, needs_hat

Rest = ParamSpec("Rest")


View = Callable[Concatenate[Officer, Rest], HttpResponseBase]


def for_keepers(view: View[Rest]) -> View[Rest]:
    """A view that only a post with a right over the catalog may see; others find nothing."""
    return _guarded(view, lambda acting: bool(rights.roles_of(acting)))


def for_writers(view: View[Rest]) -> View[Rest]:
    """A view that only a post with the right to write drafts may see; others find nothing."""
    return _guarded(view, rights.may_write)


def for_publishers(view: View[Rest]) -> View[Rest]:
    """A view that only a post with the right to publish may see; others find nothing."""
    return _guarded(view, lambda acting: Role.PUBLISHER in rights.roles_of(acting))


def _guarded(view: View[Rest], may: Callable[[Acting], bool]) -> View[Rest]:
    @wraps(view)
    def guarded(request: Officer, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        if not may(request.acting):
            raise Http404
        return view(request, *args, **kwargs)

    return needs_hat(guarded)
