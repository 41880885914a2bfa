"""How do open tasks follow their organization into another one, and back?

The post that answers changes with the organization; days, words and evidence stay, and so does who
gave them. Whoever reorganizes fills ``moving`` (``organizations.transferring``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Unpack

from django.db import transaction

from motcua.directives import workflow
from motcua.directives.models import Task
from motcua.directives.signals import tasks_transferred
from motcua.directives.workflow import Move
from motcua.organizations.models import Organization
from motcua.organizations.transferring import Decided, Work, moved

if TYPE_CHECKING:
    from motcua.directives.queries import TaskQuerySet

FORTH = Work(
    table="directives_task",
    events="directives_taskevent",
    refers="task_id",
    open=workflow.OPEN,
    changes="post_id = m.new_post_id, assigned_on = %(day)s",
    joins="JOIN directives_task was ON was.id = m.row_id",
    condition="m.new_post_id IS NOT NULL",
    kept="jsonb_build_object('from_post', was.post_id, 'assigned_on', was.assigned_on)",
    others={"organization_id": "went.organization_id"},
)
BACK = Work(
    table="directives_task",
    events="directives_taskevent",
    refers="task_id",
    changes="post_id = (sent.payload->>'from_post')::bigint,"
    " assigned_on = (sent.payload->>'assigned_on')::date",
    joins="""CROSS JOIN LATERAL (
        SELECT payload FROM directives_taskevent
        WHERE task_id = m.row_id AND verb = 'transfer' AND NOT payload ? 'support'
        ORDER BY id DESC LIMIT 1) sent""",
    others={"organization_id": "went.organization_id"},
)


def open_at(organizations: Iterable[Organization | int]) -> TaskQuerySet:
    """Tasks that these organizations lead and that have not ended."""
    led: TaskQuerySet = Task.objects.open().filter(organization__in=organizations)
    return led


def transfer(moving: str, **decided: Unpack[Decided]) -> int:
    """Let open tasks follow their organization to the named posts; how many went."""
    return _move(FORTH, workflow.TRANSFER, moving, decided)


def give_back(moving: str, **decided: Unpack[Decided]) -> int:
    """Undo it to the posts and days of before; ``moving`` is the same the other way round."""
    return _move(BACK, workflow.TRANSFER_BACK, moving, decided)


@transaction.atomic
def _move(work: Work, move: Move, moving: str, decided: Decided) -> int:
    count = work.move(moving, verb=move.verb, **decided)
    went = moved(Task.objects.all(), moving, move.verb, decided["at"])
    tasks_transferred.send(Task, tasks=went, verb=move.verb, at=decided["at"])
    return count
