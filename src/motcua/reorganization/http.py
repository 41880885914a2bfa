"""Who stands before a plan? A post that plans; for everybody else there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpResponseBase

from motcua.organizations.http import Officer, needs_hat
from motcua.reorganization import hands

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
