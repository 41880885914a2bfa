"""Who stands before the drafts of procedures? A post with a right; for others there are none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpResponseBase

from motcua.catalog import rights
from motcua.organizations.http import Officer, needs_hat

Rest = ParamSpec("Rest")


def for_keepers(
    view: Callable[Concatenate[Officer, Rest], HttpResponseBase],
) -> Callable[Concatenate[Officer, Rest], HttpResponseBase]:
    """A view that only a post with a right over the catalog may see; others find nothing."""

    @wraps(view)
    def guarded(request: Officer, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        if not rights.roles_of(request.acting):
            raise Http404
        return view(request, *args, **kwargs)

    return needs_hat(guarded)
