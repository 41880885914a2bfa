"""Which agency is this, what is it called, and whom does it answer to?"""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from motcua.organizations.queries import OrganizationQuerySet
from motcua.periods.models import Recorded, one_at_a_time
from motcua.periods.naming import Name, Named
from motcua.territory.models import Unit
from motcua.territory.queries import UnitQuerySet
from motcua.territory.tiers import Tier

from .line import Line

if TYPE_CHECKING:
    from .capacity import Capacity, Seal

IDENTIFIER = r"^[A-Y][0-9]{2}(\.[0-9A-Z]{1,8})*\Z"
"""Groups from the top down, each given by the one before it (QĐ 20/2020/QĐ-TTg, Điều 4)."""

IDENTIFIER_LENGTH = 35


class OrganizationKind(models.TextChoices):
    """What an organization is, as far as procedures and pages need to know."""

    PEOPLES_COMMITTEE = "committee", _("Ủy ban nhân dân cấp tỉnh")
    DISTRICT_COMMITTEE = "district", _("Ủy ban nhân dân cấp huyện")
    COMMUNE_COMMITTEE = "commune", _("Ủy ban nhân dân cấp xã")
    DEPARTMENT = "department", _("cơ quan chuyên môn cấp tỉnh")
    COUNTER = "counter", _("Trung tâm Phục vụ hành chính công")
    DIVISION = "division", _("phòng, đơn vị trực thuộc")
    COUNCIL = "council", _("Hội đồng nhân dân")
    PUBLIC_SERVICE_UNIT = "service", _("đơn vị sự nghiệp công lập")
    PARTY_BODY = "party", _("cơ quan của Đảng")
    FRONT = "front", _("Mặt trận Tổ quốc Việt Nam")
    MASS_ORGANIZATION = "mass", _("tổ chức chính trị - xã hội")
    MERGED_BODY = "merged", _("cơ quan hợp nhất Đảng - chính quyền")


class Organization(Recorded, Named):  # type: ignore[django-manager-missing]  # Wagtail's pages
    """An agency or a part of one, e.g. H49.61 the committee of phường Hồng Gai.

    Its identifier names it and no other for ever: the database refuses to change it, to delete the
    row or to give the identifier to a second one, ended or not. Everything else that can change
    about it lives in a table of its own, for a period.
    """

    Kind = OrganizationKind
    Tier = Tier

    identifier = models.CharField(
        _("mã định danh"),
        max_length=IDENTIFIER_LENGTH,
        unique=True,
        validators=[RegexValidator(IDENTIFIER, _("Mã định danh có dạng H49 hoặc H49.12.03."))],
    )
    kind = models.CharField(_("loại"), max_length=10, choices=Kind)
    tier = models.PositiveSmallIntegerField(_("cấp"), choices=Tier)
    is_demo = models.BooleanField(default=False, editable=False)

    objects: ClassVar = OrganizationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("cơ quan, đơn vị")
        verbose_name_plural = _("cơ quan, đơn vị")
        constraints = [
            CheckConstraint(
                name="organization_identifier_well_formed",
                condition=Q(identifier__regex=IDENTIFIER),
            ),
            CheckConstraint(
                name="organization_kind_known", condition=Q(kind__in=OrganizationKind.values)
            ),
            CheckConstraint(name="organization_tier_known", condition=Q(tier__in=Tier.values)),
        ]

    def __str__(self) -> str:
        return self.identifier

    def is_within(self, other: "Organization") -> bool:
        """Whether the identifier is ``other``'s or continues it by whole groups.

        H49.12.03 is within H49.12; H49.12 is not within H49.1 (QĐ 20/2020/QĐ-TTg, Điều 4).
        """
        return f"{self.identifier}.".startswith(f"{other.identifier}.")

    def lines_on(self, day: date) -> list[Line]:
        """The systems in which it acts on ``day``: of its capacities, else the one of its kind."""
        lines = self.capacities.filter(valid_during__contains=day).values_list("line", flat=True)
        return [Line(line) for line in sorted(lines)] or [Line.of_kind(self.kind)]

    def name_on(self, day: date, line: Line | None = None) -> str:
        """The name of that day; of a merged body, the one in which it acts in ``line``."""
        capacity = self._capacity_on(day, line) if line else None
        return capacity.full_name if capacity else super().name_on(day)

    def superior_on(self, day: date, line: Line) -> "Organization | None":
        """Whom it answers to in ``line``: who stands there, else its ordinary parent."""
        capacity = self._capacity_on(day, line)
        return capacity.superior if capacity and capacity.superior else self.parent_on(day)

    def seal_on(self, day: date, line: Line) -> "Seal | None":
        """The seal with which it acts in ``line`` on ``day``; None where none is on record."""
        return self.seals.filter(line=line, valid_during__contains=day).first()

    def _capacity_on(self, day: date, line: Line) -> "Capacity | None":
        there = self.capacities.filter(line=line, valid_during__contains=day)
        return there.select_related("superior").first()

    def parent_on(self, day: date) -> "Organization | None":
        """Whom it answers to on ``day``; nobody at the top."""
        return Organization.objects.filter(
            subordinates__child=self, subordinates__valid_during__contains=day
        ).first()

    def units_on(self, day: date) -> UnitQuerySet:
        """The territory it serves on ``day``; after its end, what it served last."""
        ends = self.valid_during.upper
        last = self.valid_during.upper if ends and ends <= day else None
        served = self.jurisdictions.filter(
            Q(valid_during__endswith=last) if last else Q(valid_during__contains=day)
        )
        return Unit.objects.filter(pk__in=served.values("unit"))

    def successors_on(self, day: date) -> OrganizationQuerySet:
        """Who took over from it by ``day``, whole or in part; itself, if it holds."""
        return Organization.objects.heirs_of(self, day)

    def predecessors_on(self, day: date) -> OrganizationQuerySet:
        """From whom it took over, as they were on an earlier ``day``; itself, if it held."""
        return Organization.objects.that_became(self, day)

    def counter_on(self, day: date) -> "Organization | None":
        """Where its dossiers are handed in on ``day``: the counter of its own territory."""
        same_place = Organization.objects.on(day).counters().in_charge_of(self.units_on(day))
        return same_place.order_by("identifier").first()


class OrganizationName(Recorded, Name):
    """What an organization is called for a period, written as inside a sentence."""

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="names")
    full_name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=500, editable=False)
    legal_basis = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_at_a_time("organization_has_one_name_a_day", "organization")]


class Subordination(Recorded):
    """One organization answers to another for a period."""

    child = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="subordinations")
    parent = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="subordinates")

    class Meta:
        constraints = [
            one_at_a_time("organization_answers_to_one_other_a_day", "child"),
            CheckConstraint(
                name="organization_answers_not_to_itself", condition=~Q(child=F("parent"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} under {self.parent_id}"
