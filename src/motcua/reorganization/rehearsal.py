"""May a plan be carried out, and who says that a line is settled?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from motcua.reorganization import exceptions, hands, lines
from motcua.reorganization.models import Plan, Tick

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Post
    from motcua.reorganization.lines import Line


def open_blockers(plan: Plan) -> list[str]:
    """The labels of the lines that must be settled first."""
    blocking = [line for line in lines.every() if line.is_blocking]
    ticks = {tick.line: tick for tick in Tick.objects.filter(plan=plan)}
    now = [lines.Counted(line, line.count(plan), ticks.get(line.key)) for line in blocking]
    return [str(each.line.label) for each in now if each.blocks]


def assign(plan: Plan, line: Line, *, owner: Post | None, by: Acting) -> None:
    """Say which post sees to a line."""
    _refuse_unless_planned(plan, by)
    Tick.objects.update_or_create(plan=plan, line=line.key, defaults={"owner": owner})


def tick(plan: Plan, line: Line, *, seen: int, note: str, by: Acting) -> None:
    """Say that a line is settled as it was seen; raises TooLate where it changed meanwhile."""
    _refuse_unless_planned(plan, by)
    count = line.count(plan) or 0
    if count != seen:
        raise exceptions.LineChanged
    said = {"ticked_by": by.person, "at": timezone.now(), "count": count, "note": note}
    Tick.objects.update_or_create(plan=plan, line=line.key, defaults=said)


def untick(plan: Plan, line: Line, *, by: Acting) -> None:
    """Take back that a line is settled."""
    _refuse_unless_planned(plan, by)
    nothing = {"ticked_by": None, "at": None, "count": None, "note": ""}
    Tick.objects.filter(plan=plan, line=line.key).update(**nothing)


def _refuse_unless_planned(plan: Plan, by: Acting) -> None:
    if not hands.plans(by):
        raise exceptions.NotYourMove
    if not plan.is_planned:
        raise exceptions.TooLate
