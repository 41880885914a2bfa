"""Which pilots, and which of their reviews?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch

from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.reorganization import pilot_desks, pilot_workflow
from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting


def named(day: date | None = None) -> Any:
    """Organizations that know their name of ``day`` (today)."""
    return Organization.objects.with_names(day or today())


class PilotQuerySet(models.QuerySet):
    """Questions to pilots. Every page reads through ``public`` or ``before``."""

    def public(self) -> Self:
        """The register: running ones and ended ones, never what is being prepared."""
        return self.filter(state__in=pilot_workflow.PUBLIC)

    def running(self) -> Self:
        return self.filter(state=pilot_workflow.State.RUNNING)

    def before(self, acting: Acting) -> Self:
        """Those that exist for an officer."""
        return self.filter(pilot_desks.before(acting))

    def kept_by(self, acting: Acting) -> Self:
        """Those that an officer works with."""
        return self.filter(pilot_desks.kept(acting))

    def overdue(self, day: date) -> Self:
        """Running ones with a review whose day has passed."""
        return self.running().filter(Exists(_waiting().overdue(day)))

    def concerning(self, organization: Organization) -> Self:
        """Those in which an organization takes part, or took part."""
        rows = apps.get_model("reorganization", "PilotOrganization").objects
        mine = rows.filter(pilot=OuterRef("pk"), organization=organization, side="concerned")
        return self.filter(Exists(mine))

    def matching(self, words: str) -> Self:
        """With every one of ``words`` in code or name, whatever the marks."""
        found = self
        for word in fold(words).split():
            found = found.filter(search_text__contains=word)
        return found

    def for_pages(self) -> Self:
        """With the names, reviews and decisions that lists and pages show."""
        own = Prefetch("organization", named())
        return self.prefetch_related(own, "reviews", "decisions")

    def latest_first(self) -> Self:
        return self.order_by("-started_on", "-pk")


class ReviewQuerySet(models.QuerySet):
    """Questions to reviews."""

    def overdue(self, day: date) -> Self:
        """Whose day has passed and which nobody has held."""
        return self.filter(held_on__isnull=True, due_on__lt=day)

    def public(self) -> Self:
        """Held ones that everybody may read, of pilots that everybody may read."""
        return self.filter(is_public=True, pilot__state__in=pilot_workflow.PUBLIC)

    def for_pages(self) -> Self:
        """With its pilot, the names of who set that up, and its paper."""
        own = Prefetch("pilot__organization", named())
        return self.select_related("pilot", "file").prefetch_related(own)

    def of_running(self) -> Self:
        return self.filter(pilot__state=pilot_workflow.State.RUNNING)


def _waiting() -> Any:
    return apps.get_model("reorganization", "PilotReview").objects.filter(pilot=OuterRef("pk"))
