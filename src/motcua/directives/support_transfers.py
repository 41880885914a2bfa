"""How does working along on a task follow its organization into another one, and back?

The same as ``transfers`` for rows of ``directives_support``; the task's history tells of it. Who
leads does not help too, and nobody is called twice: such a row stays with who ended.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Unpack

from motcua.directives import workflow
from motcua.directives.models import Support
from motcua.organizations.models import Organization
from motcua.organizations.transferring import Decided, Work

if TYPE_CHECKING:
    from django.db.models import QuerySet

OF_TASK = {
    "table": "directives_support",
    "events": "directives_taskevent",
    "refers": "task_id",
    "revised": False,
    "told": "went.task_id",
    "state": "task.state",
    "after": "JOIN directives_task task ON task.id = went.task_id",
    "others": {"organization_id": "task.organization_id"},
}
FORTH = Work(
    changes="post_id = m.new_post_id, assigned_on = %(day)s",
    joins="JOIN directives_support was ON was.id = m.row_id"
    " JOIN directives_task led ON led.id = was.task_id",
    condition="""m.new_post_id IS NOT NULL AND m.new_post_id <> led.post_id
        AND NOT EXISTS (SELECT FROM directives_support twin
            WHERE twin.task_id = w.task_id AND twin.post_id = m.new_post_id)
        AND NOT EXISTS (SELECT FROM {moving} other JOIN directives_support twin
            ON twin.id = other.row_id AND twin.organization_id = other.old_id
            WHERE twin.task_id = w.task_id AND other.new_post_id = m.new_post_id
            AND twin.id < w.id)""",
    kept="jsonb_build_object('support', was.id, 'from_post', was.post_id,"
    " 'assigned_on', was.assigned_on)",
    **OF_TASK,  # type: ignore[arg-type]
)
BACK = Work(
    changes="post_id = (sent.payload->>'from_post')::bigint,"
    " assigned_on = (sent.payload->>'assigned_on')::date",
    joins="""JOIN directives_support was ON was.id = m.row_id CROSS JOIN LATERAL (
        SELECT payload FROM directives_taskevent
        WHERE task_id = was.task_id AND verb = 'transfer'
        AND (payload->>'support')::bigint = was.id
        ORDER BY id DESC LIMIT 1) sent""",
    kept="jsonb_build_object('support', was.id)",
    **OF_TASK,  # type: ignore[arg-type]
)


def open_at(organizations: Iterable[Organization | int]) -> QuerySet[Support]:
    """Where these organizations work along on a task that has not ended."""
    return Support.objects.filter(organization__in=organizations, task__state__in=workflow.OPEN)


def transfer(moving: str, **decided: Unpack[Decided]) -> int:
    """Let them follow their organization to the named posts; how many went."""
    return FORTH.move(moving, verb=workflow.TRANSFER.verb, **decided)


def give_back(moving: str, **decided: Unpack[Decided]) -> int:
    """Undo it to the posts and days of before."""
    return BACK.move(moving, verb=workflow.TRANSFER_BACK.verb, **decided)
