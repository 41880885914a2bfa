"""As what may somebody make a move on a task? Roles, and the hands that already touched it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from motcua.directives import desks, exceptions, workflow
from motcua.directives.workflow import Move, Role

if TYPE_CHECKING:
    from motcua.directives.models import Task
    from motcua.organizations.acting import Acting


def role_for(move: Move, task: Task, by: Acting) -> Role:
    """As what ``by`` makes ``move``; raises the situation that forbids it."""
    fitting = desks.roles_of(task, by) & move.roles
    if not fitting:
        raise exceptions.NotYourMove
    if move.verb in workflow.JUDGING and spoke(task, by):
        raise exceptions.SameHands
    return min(fitting, key=list(Role).index)


def allowed(moves: Iterable[Move], task: Task, by: Acting) -> list[Move]:
    """Those of ``moves`` that ``by`` could make."""
    roles = desks.roles_of(task, by)
    fitting = [move for move in moves if roles & move.roles]
    if any(move.verb in workflow.JUDGING for move in fitting) and spoke(task, by):
        return [move for move in fitting if move.verb not in workflow.JUDGING]
    return fitting


def spoke(task: Task, by: Acting) -> bool:
    """Whether the same human acted for those who do it, in whichever post."""
    mine = task.events.filter(person=by.person, role__in=[Role.OWNER, Role.DOER, Role.SUPPORTER])
    return bool(mine.filter(verb__in=workflow.SPEAKING).exists())
