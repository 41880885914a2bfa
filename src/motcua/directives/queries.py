"""Which conclusions, tasks and events?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, F, Prefetch, Q

from motcua.directives import desks, workflow
from motcua.organizations.models import Organization
from motcua.organizations.queries import HandQuerySet
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting


def named() -> models.QuerySet[Organization]:
    """Organizations that know their name of today."""
    found: models.QuerySet[Organization] = Organization.objects.with_names_now(today())
    return found


class ConclusionQuerySet(models.QuerySet):
    """Questions to conclusions. Every page reads through ``public`` or ``before``."""

    def public(self) -> Self:
        """Those that everybody may read."""
        return self.filter(is_public=True)

    def before(self, acting: Acting) -> Self:
        """Those of an office for which one gives, and those that gave one's own office a task."""
        return self.filter(desks.conclusions_before(acting))

    def followed_by(self, acting: Acting) -> Self:
        """Those of an office for which one gives."""
        return self.filter(organization__in=desks.follows(acting))

    def for_pages(self) -> Self:
        """With the names that their pages show."""
        told = self.select_related("chair", "chair_post", "file")
        return told.prefetch_related(Prefetch("organization", named()))

    def latest_first(self) -> Self:
        return self.order_by("-signed_on", "-pk")

    def after(self, code: str) -> Self:
        """Those that stand behind the one with this code; all where there is none."""
        last = self.model._base_manager.filter(code=code).values_list("signed_on", "pk").first()
        if not code or last is None:
            return self
        return self.filter(Q(signed_on__lt=last[0]) | Q(signed_on=last[0], pk__lt=last[1]))


class TaskQuerySet(models.QuerySet):
    """Questions to tasks. Every page reads through ``public`` or ``handled_by``."""

    def public(self) -> Self:
        """Those that everybody may see: marked so, of a conclusion that everybody may read."""
        return self.filter(is_public=True, conclusion__is_public=True)

    def handled_by(self, acting: Acting) -> Self:
        """Those that lie before the post one acts in, to give, to do or to help."""
        return self.filter(desks.before(acting))

    def open(self) -> Self:
        return self.filter(state__in=workflow.OPEN)

    def red(self, day: date) -> Self:
        """Those whose day has passed and whose clock still runs on ``day``."""
        return self.filter(workflow_red(day))

    def soon(self, day: date, until: date) -> Self:
        """Those whose day comes before ``until``."""
        return self.filter(state__in=workflow.CLOCK_RUNS, due_on__gte=day, due_on__lt=until)

    def latest_days_first(self) -> Self:
        """The most days late first."""
        return self.order_by("due_on", "priority", "pk")

    def for_lists(self) -> Self:
        """With the names of who gave it and who has it."""
        told = self.select_related("post", "conclusion")
        return told.prefetch_related(Prefetch("organization", named()))

    def for_pages(self) -> Self:
        """The same with who works along."""
        supports: Any = self.model._meta.get_field("supports").related_model
        along = supports._default_manager.select_related("post").prefetch_related(
            Prefetch("organization", named())
        )
        return self.for_lists().prefetch_related(
            Prefetch("supports", along), Prefetch("issuer", named())
        )

    def figures(self, day: date) -> dict[str, int]:
        """How many there are, by what the public is told of them; one query."""
        asked = {name: Count("pk", filter=each) for name, each in groups(day).items()}
        counted: dict[str, int] = self.aggregate(**asked)
        return counted

    def by_organization(self, day: date) -> list[dict[str, Any]]:
        """The same by the organization that leads, the most late first."""
        asked = {name: Count("pk", filter=each) for name, each in groups(day).items()}
        rows: Any = self.order_by().values("organization_id").annotate(**asked)
        return list(rows.order_by("-overdue", "-open", "organization_id"))


class EventQuerySet(HandQuerySet):
    """Questions to the history."""

    def with_hands(self) -> Self:
        """With who acted in which post, and the evidence."""
        return super().with_hands().prefetch_related("files__file")


class ActQuerySet(HandQuerySet):
    """Questions to what was done to conclusions."""


def workflow_red(day: date) -> Q:
    """Late on ``day`` as a condition."""
    return Q(state__in=workflow.CLOCK_RUNS, due_on__lt=day)


def groups(day: date) -> dict[str, Q]:
    """What the public is told of a task, each once, beside ``all`` and ``open``."""
    done, runs = Q(state=workflow.State.DONE), Q(state__in=workflow.CLOCK_RUNS)
    begun = Q(state__in={workflow.State.IN_WORK, workflow.State.EXTENSION_ASKED})
    in_time = runs & Q(due_on__gte=day)
    return {
        "all": ~Q(state=workflow.State.CANCELLED),
        "open": Q(state__in=workflow.OPEN),
        "waiting": in_time & ~begun,
        "in_work": in_time & begun,
        "reported": Q(state=workflow.State.REPORTED),
        "on_time": done & Q(done_on__lte=F("due_on")),
        "done_late": done & Q(done_on__gt=F("due_on")),
        "overdue": workflow_red(day),
        "cancelled": Q(state=workflow.State.CANCELLED),
    }
