"""Which consultations, comments and events?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Prefetch, Q

from motcua.consultations import desks, workflow
from motcua.consultations.workflow import Phase, Showing
from motcua.organizations.models import Organization
from motcua.organizations.queries import HandQuerySet
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting


class ConsultationQuerySet(models.QuerySet):
    """Questions to consultations. Every page reads through ``public`` or ``handled_by``."""

    def public(self) -> Self:
        """Those that everybody may read: opened once, whatever became of them."""
        return self.filter(opens_on__isnull=False)

    def in_phase(self, phase: Phase, day: date) -> Self:
        """Those that stand there on a day."""
        return self.filter(workflow.in_phase(phase, day))

    def open_on(self, day: date) -> Self:
        """Those that take comments on a day, the first to close at the top."""
        return self.in_phase(Phase.OPEN, day).order_by("closes_on", "pk")

    def handled_by(self, acting: Acting) -> Self:
        """Those of the office of the post one acts in."""
        return self.filter(desks.before(acting))

    def for_pages(self) -> Self:
        """With what their pages show."""
        named = Organization.objects.with_names_now(today())
        return self.select_related("kind", "follows").prefetch_related(
            Prefetch("organization", named)
        )

    def without_texts(self) -> Self:
        """For lists, which show no long texts."""
        return self.defer("asks", "summary", "search_text")

    def latest_first(self) -> Self:
        """As ended ones are read."""
        return self.order_by("-closes_on", "-pk")


class CommentQuerySet(models.QuerySet):
    """Questions to comments."""

    def shown(self) -> Self:
        """Those whose public form everybody may read."""
        return self.filter(showing=Showing.SHOWN)

    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    def handled_by(self, acting: Acting) -> Self:
        """Those on the office's drafts, except one's own."""
        ours = self.filter(desks.before(acting, "consultation__organization"))
        return ours.filter(Q(person__isnull=True) | ~Q(person=acting.person))

    def that_count(self) -> Self:
        """All but advertisements, tries and what machines sent."""
        return self.exclude(why_not=workflow.WhyNot.MACHINE)

    def unanswered(self) -> Self:
        """Those that the summary still owes an answer."""
        return self.that_count().filter(answer__isnull=True)

    def public_only(self) -> Self:
        """Without what only the office reads."""
        return self.defer("said")

    def oldest_first(self) -> Self:
        return self.order_by("received_at", "pk")


class EventQuerySet(HandQuerySet):
    """Questions to the history."""
