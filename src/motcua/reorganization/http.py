"""Who stands before a plan? A post that plans, or one that has a line; for others there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpResponseBase

from motcua.organizations.http import Officer, needs_hat
from motcua.reorganization import hands, owners

Rest = ParamSpec("Rest")
View = Callable[Concatenate[Officer, Rest], HttpResponseBase]


def for_planners(view: View[Rest]) -> View[Rest]:
    """A view that only a planning post may see; others find nothing."""

    @wraps(view)
    def guarded(request: Officer, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        if not hands.plans(request.acting):
            raise Http404
        return view(request, *args, **kwargs)

    return needs_hat(guarded)


def for_owners(view: View[Rest]) -> View[Rest]:
    """A view of a plan, or of a line of it, for whoever has the line, or any line, or plans."""

    @wraps(view)
    def guarded(request: Officer, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        there = {"plan": kwargs["pk"]} | ({"line": kwargs["key"]} if "key" in kwargs else {})
        if not (
            hands.plans(request.acting) or owners.lines_of(request.acting).filter(**there).exists()
        ):
            raise Http404
        return view(request, *args, **kwargs)

    return needs_hat(guarded)
