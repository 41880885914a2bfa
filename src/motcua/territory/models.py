"""Which place is this, on which day, and what came after it?"""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time
from motcua.periods.naming import Name, Named
from motcua.territory.queries import UnitQuerySet
from motcua.territory.tiers import Tier


class Unit(Named):
    """One territory with one code for as long as both stay the same, e.g. 06673 phường Bãi Cháy.

    **When a unit ends.** A unit continues, under whatever name and kind, if and only if its
    territory and its code stay: nothing was merged into it and nothing was taken from it. Where
    either changed, the unit ended and another began, even with the same name and code: until
    30/06/2025 06886 was xã Hải Lạng, from 01/07/2025 06886 is a larger xã Hải Lạng without parts
    that went to Hải Hòa and Ba Chẽ. A code alone therefore names no place; a code on a day does.
    """

    Tier = Tier

    tier = models.PositiveSmallIntegerField(choices=Tier)
    code = models.CharField(max_length=5)
    """Number of the General Statistics Office with its leading zeros: 22, 193, 06673."""

    objects: ClassVar = UnitQuerySet.as_manager()

    class Meta:
        constraints = [
            one_at_a_time(
                "territory_unit_code_names_one_unit_a_day",
                "tier",
                Cast("code", models.BigIntegerField()),
            ),
            CheckConstraint(name="territory_unit_tier_known", condition=Q(tier__in=Tier.values)),
            CheckConstraint(
                name="territory_unit_code_has_the_digits_of_its_tier",
                condition=Q(tier=Tier.PROVINCE, code__regex=r"^[0-9]{2}$")
                | Q(tier=Tier.DISTRICT, code__regex=r"^[0-9]{3}$")
                | Q(tier=Tier.COMMUNE, code__regex=r"^[0-9]{5}$"),
            ),
        ]
        indexes = [models.Index(fields=["code"], name="territory_unit_code")]

    def __str__(self) -> str:
        return self.code

    def successors_on(self, day: date) -> UnitQuerySet:
        """Who holds this territory on ``day``, however many changes later; itself, if it does."""
        return Unit.objects.holding_the_territory_of(self, day)

    def predecessors_on(self, day: date) -> UnitQuerySet:
        """Who held this territory on an earlier ``day``; itself, if it did."""
        return Unit.objects.that_became(self, day)

    def chain_on(self, day: date) -> UnitQuerySet:
        """This unit and what contains it on ``day``, from the smallest to the province."""
        return Unit.objects.around(self, day).order_by("-tier")

    def province_on(self, day: date) -> "Unit | None":
        return Unit.objects.around(self, day).provinces().first()

    def address_on(self, day: date) -> str:
        """Names from the smallest to the province: two parts since 01/07/2025, three before."""
        return ", ".join(unit.name_on(day) for unit in self.chain_on(day).with_names(day))


class Kind(models.TextChoices):
    """The word before the name, as written inside a sentence."""

    PROVINCE = "tỉnh", _("tỉnh")
    CITY = "thành phố", _("thành phố")
    DISTRICT = "huyện", _("huyện")
    URBAN_DISTRICT = "quận", _("quận")
    TOWN = "thị xã", _("thị xã")
    WARD = "phường", _("phường")
    COMMUNE = "xã", _("xã")
    TOWNSHIP = "thị trấn", _("thị trấn")
    SPECIAL_ZONE = "đặc khu", _("đặc khu")


class UnitName(Name):
    """Kind and name of a unit for a period: Quảng Ninh is a *tỉnh* until 31/08/2026."""

    Kind = Kind

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(max_length=10, choices=Kind)
    proper_name = models.CharField(max_length=60)
    full_name = models.GeneratedField(
        expression=Concat("kind", Value(" "), "proper_name"),
        output_field=models.CharField(max_length=71),
        db_persist=True,
    )
    folded = models.CharField(max_length=60, editable=False)
    sort_key = models.CharField(max_length=150, editable=False)
    legal_basis = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            one_at_a_time("territory_unit_has_one_name_a_day", "unit"),
            CheckConstraint(name="territory_kind_known", condition=Q(kind__in=Kind.values)),
        ]
        indexes = [models.Index(fields=["folded"], name="territory_name_folded")]


class Containment(Dated):
    """A unit lies in another: a commune in a district until 30/06/2025, then in the province."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="containments")
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="contents")

    class Meta:
        constraints = [
            one_at_a_time("territory_unit_lies_in_one_other_a_day", "unit"),
            CheckConstraint(
                name="territory_unit_contains_not_itself", condition=~Q(unit=F("parent"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} in {self.parent_id}"


class Location(models.Model):
    """Where a unit lies: one point of it and its area, as far as open data has them.

    Boundaries are on record nowhere that may be used freely (data/README.md).
    """

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="location")
    latitude = models.DecimalField(max_digits=8, decimal_places=5)
    longitude = models.DecimalField(max_digits=8, decimal_places=5)
    """WGS 84."""
    area_km2 = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="location_lies_on_earth",
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.latitude}, {self.longitude}"


class Succession(models.Model):
    """On a day the territory of one unit, or a part of it, passed to another."""

    old = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="passed_to")
    new = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="taken_from")
    day = models.DateField()
    """The first day on which the new unit holds it."""
    divided = models.BooleanField()
    """Only a part passed: the old unit has other successors of its tier, or goes on itself."""
    legal_basis = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="territory_succession_said_once", fields=["old", "new", "day"]
            ),
            CheckConstraint(name="territory_unit_succeeds_not_itself", condition=~Q(old=F("new"))),
        ]

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id}"
