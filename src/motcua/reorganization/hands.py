"""Who may plan? The planning posts of the province, and the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps

from motcua.periods.clock import today
from motcua.reorganization import exceptions
from motcua.reorganization.workflow import Move, Role

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting


def plans(by: Acting) -> bool:
    """Whether the post one acts in today is a planning post."""
    posts = apps.get_model("reorganization", "PlanningPost").objects
    return by.post is not None and posts.on(today()).filter(post=by.post).exists()


def role_for(move: Move, by: Acting) -> Role:
    """As what ``by`` makes ``move``; raises NotYourMove."""
    role = Role.SYSTEM if by.person.is_machine else Role.PLANNER
    if role not in move.roles or (role is Role.PLANNER and not plans(by)):
        raise exceptions.NotYourMove
    return role


def may(move: Move, by: Acting) -> bool:
    try:
        role_for(move, by)
    except exceptions.NotYourMove:
        return False
    return True
