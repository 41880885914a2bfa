"""Who stands before the register of staff? A post that manages staff; for others there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.http import Http404, HttpResponseBase

from motcua.organizations.http import Officer, needs_hat
from motcua.staffing import hands

if TYPE_CHECKING:
    from motcua.organizations.models import Organization

Rest = ParamSpec("Rest")


class Manager(Officer):
    """A request of somebody who manages staff; ``houses`` are the organizations at the top."""

    houses: list[Organization]


def for_managers(
    view: Callable[Concatenate[Manager, Rest], HttpResponseBase],
) -> Callable[Concatenate[Officer, Rest], HttpResponseBase]:
    """A view that only the holder of a staffing post may see; others find nothing."""

    @wraps(view)
    def guarded(request: Manager, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        request.houses = hands.houses(request.acting)
        if not request.houses:
            raise Http404
        return view(request, *args, **kwargs)

    return needs_hat(guarded)  # type: ignore[arg-type]
