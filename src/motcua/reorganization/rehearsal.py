"""May a plan be carried out, and who says that a line is settled?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from motcua.periods.closing import closed_means
from motcua.reorganization import exceptions, hands, lines, workflow
from motcua.reorganization.models import Plan, Tick

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Post
    from motcua.reorganization.lines import Line


def open_blockers(plan: Plan) -> list[str]:
    """The labels of the lines that somebody must settle first."""
    blocking = [line for line in lines.every() if line.is_blocking and not line.only_mended]
    ticks = {tick.line: tick for tick in Tick.objects.filter(plan=plan)}
    now = [lines.Counted(line, line.count(plan), ticks.get(line.key)) for line in blocking]
    return [str(each.line.label) for each in now if each.blocks]


def assign(plan: Plan, line: Line, *, owner: Post | None, by: Acting) -> None:
    """Say which post sees to a line."""
    if not hands.plans(by):
        raise exceptions.NotYourMove
    _refuse_unless_planned(plan)
    Tick.objects.update_or_create(plan=plan, line=line.key, defaults={"owner": owner})


def tick(plan: Plan, line: Line, *, seen: int, note: str, by: Acting) -> None:
    """Say that a line is settled as it was seen, as its owner or as whoever plans.

    Pressed twice, the first time counts. Raises NotYourLine, TooLate where the plan has gone on,
    LineChanged where there are more or fewer by now, AlreadySettled where somebody was faster,
    OnlyMended where no tick helps.
    """
    if line.only_mended:
        raise exceptions.OnlyMended
    count = line.count(plan) or 0
    if count != seen:
        raise exceptions.LineChanged
    _settle(plan, line, {"count": count, "note": note}, by)


@closed_means(exceptions.NotYourLine)
@transaction.atomic
def _settle(plan: Plan, line: Line, said: dict[str, Any], by: Acting) -> None:
    there = _held(plan, line, by)
    if there.at and there.ticked_by and there.count == said["count"]:
        if there.ticked_by != by.person:
            raise exceptions.AlreadySettled(there.ticked_by.full_name, there.at)
        return
    _write(there, **said, **_signed(by), at=timezone.now())


@transaction.atomic
def untick(plan: Plan, line: Line, *, by: Acting) -> None:
    """Take back that a line is settled, as its owner or as whoever plans."""
    _write(_held(plan, line, by), **NOTHING)


NOTHING: dict[str, Any] = {
    "ticked_by": None,
    "post": None,
    "standing": "",
    "in_place_of": None,
    "capacity": None,
    "at": None,
    "count": None,
    "note": "",
}
"""What a line says that nobody settled."""


def _signed(by: Acting) -> dict[str, Any]:
    hand = by.hand
    return {"ticked_by": hand.pop("person"), **hand}


def _write(there: Tick, **said: Any) -> None:
    Tick.objects.filter(pk=there.pk).update(**said)


def _held(plan: Plan, line: Line, by: Acting) -> Tick:
    """What is said of the line, held until the transaction ends: of two, the second reads it."""
    rows = Tick.objects.select_for_update(of=("self",)).select_related("ticked_by")
    there, _is_new = rows.get_or_create(plan=plan, line=line.key)
    is_mine = by.post is not None and there.owner_id == by.post.pk
    if not (is_mine or hands.plans(by)):
        raise exceptions.NotYourLine
    _refuse_unless_planned(plan)
    return there


def _refuse_unless_planned(plan: Plan) -> None:
    """As the plan is now, not as it was when the request began: counting takes its time."""
    if not Plan.objects.filter(pk=plan.pk, state__in=workflow.PLANNED).exists():
        raise exceptions.TooLate
