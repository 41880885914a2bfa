"""Which agencies, posts and appointments, on which day, and as known when?"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, DateField, Exists, F, Func, OuterRef, Prefetch, Q, Value, When
from django.db.models.expressions import RawSQL

from motcua.periods.clock import today
from motcua.periods.knowledge import Recording
from motcua.periods.models import RecordedQuerySet
from motcua.periods.naming import NamedQuerySet
from motcua.territory.models import Containment, Unit

if TYPE_CHECKING:
    from motcua.organizations.models import Organization

NAMES = ArrayField(models.TextField())


LEADING_RANKS = (1, 2, 3)
"""``Post.Rank`` of those whom everybody may read of: heads, deputies, heads of divisions."""


class OrganizationQuerySet(Recording, NamedQuerySet):
    """Questions to the apparatus."""

    def on(self, day: date) -> Self:
        """The apparatus of ``day``; what follows in the sentence speaks of the same day."""
        return super().on(day).alias(as_of=Value(day, output_field=models.DateField()))

    def as_of(self, day: date, known_on: date | datetime | None = None) -> Self:
        """The apparatus of ``day``, as the register knew it at ``known_on``: a moment, or a date.

        Who was competent for civil status in Hòn Gai on 15 May, as we knew it on 20 May?
        ``Organization.objects.as_of(may_15, known_on=may_20).competent_for("ho-tich", hon_gai)``

        Each then knows the name of ``day`` that the register knew (see :meth:`with_names`). Of the
        present nothing is asked but :meth:`on`.
        """
        found = super().as_of(day, known_on)
        return found if known_on is None else found.with_names(day)

    def competent_for(self, function_code: str, unit: Unit) -> Self:
        """Who is competent for a function in ``unit``; ask after :meth:`on` or :meth:`as_of`.

        Each serves ``unit`` or what contains it, and a ``Competence`` of that day names it or its
        kind, for its whole territory or for a part in which ``unit`` lies.
        """
        named = Q(organization=OuterRef("pk")) | Q(organization_kind=OuterRef("kind"))
        there = Q(unit=None) | Q(unit=unit) | _units_above(unit)
        granted = _facts("Competence").filter(named, there, function__code=function_code)
        return self.serving(unit).filter(Exists(granted))

    def with_names_now(self, day: date | None = None) -> Self:
        """:meth:`with_names`, and of what has ended the names of whoever answers on ``day``.

        ``successors.name_now`` makes the words of it and asks the database no more.
        """
        asked = day or today()
        names = Func(F("pk"), Value(asked, DateField()), function="organizations_heir_names")
        ended = When(valid_during__endswith__lte=asked, then=names)
        nobody = Value([], output_field=NAMES)
        heirs = Case(ended, default=nobody, output_field=NAMES)
        return self.with_names(asked).annotate(heirs_then=heirs)

    def heirs_of(self, old: "Organization", day: date) -> Self:
        """All that took over from ``old`` and hold on ``day``, however many changes later."""
        return self.filter(pk__in=_steps("SELECT heir FROM organizations_heirs", old, day)).on(day)

    def that_became(self, new: "Organization", day: date) -> Self:
        """All that held on an earlier ``day`` what came to ``new``; itself, if it held already."""
        steps = _steps("SELECT origin FROM organizations_origins", new, day)
        return self.filter(pk__in=steps).on(day)

    def serving(self, unit: Unit) -> Self:
        """Those whose territory is ``unit`` or contains it; ask after :meth:`on`."""
        return self.filter(Exists(_served().filter(Q(unit=unit) | _units_above(unit))))

    def in_charge_of(self, units: Any) -> Self:
        """Those that serve one of ``units`` itself; ask after :meth:`on`."""
        return self.filter(Exists(_served().filter(unit__in=units)))

    def places(self, day: date) -> dict[int, int]:
        """For each, the key of the unit that it serves on ``day``; none for who serves none."""
        served = _all("Jurisdiction").as_of(day, self.moment).filter(organization__in=self)
        return dict(served.order_by("-unit").values_list("organization", "unit"))

    def parents(self, day: date) -> dict[int, int]:
        """For each, the key of the one that it answers to on ``day``; none for who is on top."""
        answering = _all("Subordination").as_of(day, self.moment).filter(child__in=self)
        return dict(answering.values_list("child", "parent"))

    def within(self, organization: "Organization") -> Self:
        """The organization and all whose identifier continues its own by whole groups."""
        own = organization.identifier
        return self.filter(Q(identifier=own) | Q(identifier__startswith=f"{own}."))

    def counters(self) -> Self:
        return self.filter(kind="counter")

    def under(self, parent: "Organization") -> Self:
        """Directly under ``parent``; ask after :meth:`on`."""
        return self.filter(
            subordinations__parent=parent, subordinations__valid_during__contains=F("as_of")
        )

    def in_vietnamese_order(self, day: date) -> Self:
        """By its name of ``day`` as a Vietnamese dictionary sorts it: a ă â b … đ."""
        named = self.filter(names__valid_during__contains=day)
        return named.order_by("names__sort_key", "identifier")


class AppointmentQuerySet(RecordedQuerySet):
    """Questions to the register of appointments."""

    def of(self, person: Any) -> Self:
        return self.filter(person=person)

    def with_posts(self) -> Self:
        return self.select_related("post__organization")

    def told(self, day: date | None = None) -> Self:
        """With everything that a page says of them: person, post, its organization by its name of
        ``day`` (today), and who is stood in for.
        """
        named = apps.get_model("organizations", "Organization").objects.with_names(day or today())
        all_of_it = self.select_related("person", "post", "covers__person")
        return all_of_it.prefetch_related(Prefetch("post__organization", named))

    def concurrent_with(self, day: date) -> Self:
        """Those in force on ``day`` whose holder holds another post on the same day, too.

        Several posts of one person are normal; this lists them, it forbids nothing.
        """
        others = self.model._base_manager.filter(
            person=OuterRef("person"), valid_during__contains=day
        )
        return self.on(day).filter(Exists(others.exclude(pk=OuterRef("pk"))))


class HandQuerySet(models.QuerySet):
    """Questions to the acts of a room: rows that are a ``Hand``."""

    def with_hands(self) -> Self:
        """With who acted, for whom, in which post of which organization by its name of today."""
        named = apps.get_model("organizations", "Organization").objects.with_names(today())
        told = self.select_related("person", "post", "in_place_of", "capacity")
        return told.prefetch_related(Prefetch("post__organization", named))


class ProfileQuerySet(models.QuerySet):
    """Questions to the public pages of those who lead."""

    def shown(self) -> Self:
        """Those that everybody may read: published, of somebody who leads or led."""
        led = _all("Appointment").filter(person=OuterRef("person"), post__rank__in=LEADING_RANKS)
        return self.filter(Exists(led), is_published=True)


def _all(model: str) -> Any:
    return apps.get_model("organizations", model).objects.all()


def _facts(model: str) -> Any:
    """Rows of ``model`` that hold on the day asked about outside."""
    return _all(model).filter(valid_during__contains=OuterRef("as_of"))


def _steps(question: str, organization: "Organization", day: date) -> RawSQL:
    return RawSQL(f"{question}(%s, %s)", (organization.pk, day))  # noqa: S611  ours


def _served() -> Any:
    return _facts("Jurisdiction").filter(organization=OuterRef("pk"))


def _units_above(unit: Unit) -> Q:
    """The district, until 30/06/2025, and the province of ``unit`` on the day asked about."""
    there = Q(valid_during__contains=OuterRef(OuterRef("as_of")))
    parents = Containment.objects.filter(there, unit=unit)
    grandparents = Containment.objects.filter(
        there,
        unit__contents__unit=unit,
        unit__contents__valid_during__contains=OuterRef(OuterRef("as_of")),
    )
    return Q(unit__in=parents.values("parent")) | Q(unit__in=grandparents.values("parent"))
