"""Which agencies, posts and appointments, on which day?"""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Value

from motcua.periods.clock import today
from motcua.periods.models import DatedQuerySet
from motcua.periods.naming import NamedQuerySet
from motcua.territory.models import Containment, Unit

if TYPE_CHECKING:
    from motcua.organizations.models import Organization


class OrganizationQuerySet(NamedQuerySet):
    """Questions to the apparatus."""

    def on(self, day: date) -> Self:
        """The apparatus of ``day``; what follows in the sentence speaks of the same day."""
        return super().on(day).alias(as_of=Value(day, output_field=models.DateField()))

    def serving(self, unit: Unit) -> Self:
        """Those whose territory is ``unit`` or contains it; ask after :meth:`on`."""
        return self.filter(Exists(_jurisdictions().filter(Q(unit=unit) | _units_above(unit))))

    def in_charge_of(self, units: Any) -> Self:
        """Those that serve one of ``units`` itself; ask after :meth:`on`."""
        served = _jurisdictions().filter(unit__in=units)
        return self.filter(Exists(served))

    def places(self, day: date) -> dict[int, int]:
        """For each, the key of the unit that it serves on ``day``; none for who serves none."""
        served = apps.get_model("organizations", "Jurisdiction").objects
        rows = served.filter(organization__in=self, valid_during__contains=day)
        return dict(rows.order_by("-unit").values_list("organization", "unit"))

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


class AppointmentQuerySet(DatedQuerySet):
    """Questions to the register of appointments."""

    def of(self, person: Any) -> Self:
        return self.filter(person=person)

    def with_posts(self) -> Self:
        return self.select_related("post__organization")


class HandQuerySet(models.QuerySet):
    """Questions to the acts of a room: rows that are a ``Hand``."""

    def with_hands(self) -> Self:
        """With who acted, for whom, in which post of which organization by its name of today."""
        named = apps.get_model("organizations", "Organization").objects.with_names(today())
        told = self.select_related("person", "post", "in_place_of", "capacity")
        return told.prefetch_related(Prefetch("post__organization", named))


def _jurisdictions() -> Any:
    """Those of the organization outside, on the day asked about there."""
    served = apps.get_model("organizations", "Jurisdiction").objects
    return served.filter(organization=OuterRef("pk"), valid_during__contains=OuterRef("as_of"))


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
