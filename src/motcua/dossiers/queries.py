"""Which dossiers, drafts, papers?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Self, cast

from django.apps import apps
from django.db import models
from django.db.models import Prefetch, Q

from motcua.catalog import forms as procedure_forms
from motcua.dossiers import desks, workflow
from motcua.dossiers.drafting import facts
from motcua.organizations import rights
from motcua.organizations.models import Organization
from motcua.organizations.queries import HandQuerySet
from motcua.periods.clock import VIETNAM

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.catalog.models import ProcedureVersion
    from motcua.dossiers.models import Draft
    from motcua.organizations.acting import Acting


class DossierQuerySet(models.QuerySet):
    """Questions to dossiers. Every page reads through ``of`` or ``handled_by``."""

    def of(self, person: Person) -> Self:
        """Those for which ``person`` applied, alone or along with the applicant."""
        return self.filter(Q(applicant=person) | Q(draft__in=_along_with(person)))

    def applied_for_by(self, person: Person) -> Self:
        """Those which ``person`` submitted; not those of others in which they wrote along."""
        return self.filter(applicant=person)

    def handled_by(self, acting: Acting) -> Self:
        """Those that lie before the post one acts in, except one's own requests."""
        return self.filter(desks.before(acting))

    def open(self) -> Self:
        """Those that a move may still change."""
        return self.filter(state__in=workflow.OPEN)

    def oldest_due_first(self) -> Self:
        """By due moment; one without, by the moment of submission. Never a tie."""
        return self.order_by("queue_at", "pk")

    def for_pages(self) -> Self:
        """With what their pages show."""
        return self.select_related("version__procedure", "organization", "counter")

    def named(self) -> Self:
        """For lists of an applicant: an ended office with who answers for it now."""
        offices = Prefetch("organization", Organization.objects.with_names_now())
        return (
            self.select_related(None).select_related("version__procedure").prefetch_related(offices)
        )

    def newest_first(self) -> Self:
        """As an applicant reads them."""
        return self.order_by("-submitted_at", "-pk")


def _along_with(person: Person) -> list[int]:
    """The drafts in which somebody writes along, asked for first: mostly none."""
    along = apps.get_model("dossiers", "CoApplicant").objects.accepted()
    return list(along.filter(person=person).values_list("draft", flat=True))


class DraftQuerySet(models.QuerySet):
    """Questions to drafts."""

    def of(self, person: Person) -> Self:
        """Those that ``person`` is writing or has submitted."""
        return self.filter(person=person)

    def open_to(self, person: Person) -> Self:
        """Theirs, and those in which they write along."""
        return self.filter(Q(person=person) | Q(pk__in=_along_with(person)))

    def unsubmitted(self) -> Self:
        """Those that are no dossier yet."""
        return self.filter(dossier__isnull=True)

    def with_version(self) -> Self:
        """With what their pages show: the procedure, the office, the dossier they became."""
        return self.select_related("version__procedure", "organization", "dossier")

    def begin(
        self, version: ProcedureVersion, *, by: Acting, office: Organization | None = None
    ) -> Draft:
        """A new draft of ``by``, filled with what the sign-in tells; ``office`` if it was found."""
        answers = procedure_forms.prefilled(version, facts.of_person(by.person))
        told = {"version": version, "person": by.person, "organization": office}
        return cast("Draft", self.create(**told, data=answers))


class AttachmentQuerySet(models.QuerySet):
    """Questions to papers."""

    def handed_in(self) -> Self:
        """Those that officers see."""
        return self.filter(event__isnull=False)

    def in_preparation(self) -> Self:
        """Those that only the applicant sees and may still remove."""
        return self.filter(event__isnull=True)

    def with_files(self) -> Self:
        """With what their lines show: size, kind, and what was drawn of them."""
        return self.select_related("file").prefetch_related("file__renditions")


class EventQuerySet(HandQuerySet):
    """Questions to the history."""


class ClashQuerySet(HandQuerySet):
    """Questions to who was turned away and which exceptions were used."""

    def seen_by(self, houses: Iterable[Organization]) -> Self:
        """Those of ``houses`` and of all under them; none where there is no house."""
        return self.filter(rights.within(houses, "organization__"))

    def during(self, first: date, last: date) -> Self:
        """From the first day to the last one, both legal days."""
        begins, ends = (datetime.combine(day, time.min, VIETNAM) for day in (first, last))
        return self.filter(at__gte=begins, at__lt=ends + timedelta(days=1))


class EvaluationQuerySet(models.QuerySet):
    """Questions to what applicants thought."""

    def holding(self) -> Self:
        """What each says today."""
        return self.filter(replaced_at__isnull=True)

    def known_at(self, moment: datetime) -> Self:
        """What each said at ``moment``."""
        later = Q(replaced_at__isnull=True) | Q(replaced_at__gt=moment)
        return self.filter(later, at__lte=moment)

    def of_decisions(self, first: date, last: date) -> Self:
        """Of dossiers decided from the first day on and before the last."""
        return self.filter(decided_on__gte=first, decided_on__lt=last)

    def read_by(self, acting: Acting) -> Self:
        """For the office that decided, or has the dossier of one that ended; no other counter."""
        here = acting.organization
        return self.filter(Q(organization=here) | Q(dossier__organization=here))
