"""Which questions, events, terms and posts?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Prefetch, Q

from motcua.organizations.models import Organization
from motcua.organizations.queries import HandQuerySet
from motcua.periods.clock import today
from motcua.questions import desks, workflow

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting


def offices_by_name() -> Prefetch:
    """The offices of rows, with their names of today, and of who answers for ended ones."""
    return Prefetch("organization", Organization.objects.with_names_now(today()))


class QuestionQuerySet(models.QuerySet):
    """Questions to questions. Every page reads through ``published``, ``of`` or ``handled_by``."""

    def published(self) -> Self:
        """Those whose redacted form everybody may read."""
        return self.filter(published_at__isnull=False)

    def of(self, person: Person) -> Self:
        """Those that ``person`` asked."""
        return self.filter(asker=person)

    def without_account(self) -> Self:
        """Those of askers who have no account: found by their code and a confirmed address."""
        return self.filter(asker=None)

    def handled_by(self, acting: Acting) -> Self:
        """Those that lie before the post one acts in, except one's own."""
        return self.filter(desks.before(acting))

    def open(self) -> Self:
        """Those that still wait for an answer."""
        return self.filter(state__in=workflow.OPEN)

    def overdue(self, now: datetime) -> Self:
        """Those whose present step is late."""
        return self.filter(state__in=workflow.CLOCK_RUNS, due_at__lt=now)

    def for_pages(self) -> Self:
        """With what their pages show."""
        told = self.select_related("category", "procedure", "unit", "owner")
        return told.prefetch_related(offices_by_name())

    def for_lists(self) -> Self:
        """With the names of the offices, and nothing else."""
        return self.prefetch_related(offices_by_name())

    def newest_first(self) -> Self:
        """As an asker reads them."""
        return self.order_by("-asked_at", "-pk")

    def latest_published(self) -> Self:
        """As everybody reads them; ask after :meth:`published`."""
        return self.order_by("-published_at", "-pk")

    def after(self, code: str) -> Self:
        """Those that stand behind the published one with this code; all where there is none."""
        published = self.model._base_manager.exclude(published_at=None).filter(code=code)
        last = published.values_list("published_at", "pk").first() if code else None
        if last is None:
            return self
        same_moment = Q(published_at=last[0], pk__lt=last[1])
        until = self.filter(published_at__lte=last[0])  # where the index is entered
        return until.filter(Q(published_at__lt=last[0]) | same_moment)


class ActQuerySet(HandQuerySet):
    """Questions to what was done to sets of answers and to words sought in vain."""


class EventQuerySet(HandQuerySet):
    """Questions to the history."""

    def with_hands(self) -> Self:
        """With who acted, and the office that had the question then."""
        return super().with_hands().prefetch_related(offices_by_name())
