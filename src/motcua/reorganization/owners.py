"""Which lines of a rehearsal does the post one acts in answer for?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from motcua.periods.clock import today
from motcua.reorganization import lines, workflow
from motcua.reorganization.lines import Counted
from motcua.reorganization.models import Plan, PlanningPost, Tick

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from motcua.organizations.acting import Acting


class Owned(NamedTuple):
    """A plan with those of its lines that are somebody's, as they are now."""

    plan: Plan
    counted: list[Counted]

    @property
    def keys(self) -> set[str]:
        return {each.line.key for each in self.counted}


def lines_of(by: Acting) -> QuerySet[Tick]:
    """Those given to the post; without a post one has none."""
    return Tick.objects.filter(owner=by.post) if by.post else Tick.objects.none()


def keys_of(by: Acting, plan: Plan) -> set[str]:
    """The lines of one plan."""
    return set(lines_of(by).filter(plan=plan).values_list("line", flat=True))


def owned(by: Acting) -> list[Owned]:
    """The plans of which something may still be settled, the earliest day first."""
    open_ones = lines_of(by).filter(plan__state__in=workflow.PLANNED).select_related("plan")
    ticks = list(lines.told(open_ones.order_by("plan__day", "plan", "pk")))
    plans = dict.fromkeys(tick.plan for tick in ticks)
    return [Owned(plan, _counted(plan, ticks)) for plan in plans]


def _counted(plan: Plan, ticks: list[Tick]) -> list[Counted]:
    mine = ((tick, lines.known(tick.line)) for tick in ticks if tick.plan_id == plan.pk)
    found = [Counted(line, line.count(plan), tick) for tick, line in mine if line]
    return sorted(found, key=lambda each: (not each.blocks, not each.is_open, each.line.group))


def past(by: Acting) -> QuerySet[Plan]:
    """The plans of which nothing can be settled any more, the latest first."""
    over = Plan.objects.exclude(state__in=workflow.PLANNED)
    found: QuerySet[Plan] = over.filter(pk__in=lines_of(by).values("plan")).latest_first()
    return found


def has_a_door(by: Acting) -> bool:
    """Whether the post plans, or has a line that may still be settled; one query."""
    planning = PlanningPost.objects.on(today()).filter(post=by.post).values("pk")
    own = lines_of(by).filter(plan__state__in=workflow.PLANNED).values("pk")
    return by.post is not None and bool(planning.union(own).exists())
