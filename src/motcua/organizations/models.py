"""Which agency, which post, and who holds it on which day?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from motcua.organizations.queries import AppointmentQuerySet, OrganizationQuerySet
from motcua.periods.models import Dated, one_at_a_time
from motcua.periods.naming import Name, Named
from motcua.territory.models import Unit
from motcua.territory.tiers import Tier

IDENTIFIER = r"^[A-Y][0-9]{2}(\.[0-9A-Z]{1,8})*\Z"
"""Groups from the top down, each given by the one before it (QĐ 20/2020/QĐ-TTg, Điều 4)."""

IDENTIFIER_LENGTH = 35


class Duty(models.TextChoices):
    """What the holder of a post does with a dossier; no human does two of them to the same one."""

    RECEIVE = "receive", _("tiếp nhận")
    APPRAISE = "appraise", _("thẩm tra")
    DECIDE = "decide", _("quyết định")


class OrganizationKind(models.TextChoices):
    """What an organization is, as far as procedures and pages need to know."""

    PEOPLES_COMMITTEE = "committee", _("Ủy ban nhân dân cấp tỉnh")
    DEPARTMENT = "department", _("cơ quan chuyên môn cấp tỉnh")
    COMMUNE_COMMITTEE = "commune", _("Ủy ban nhân dân cấp xã")
    COUNTER = "counter", _("Trung tâm Phục vụ hành chính công")
    DIVISION = "division", _("phòng, đơn vị trực thuộc")


class Organization(Named):
    """An agency or a part of one, e.g. H49.61 the committee of phường Hồng Gai.

    Its identifier names it and no other for ever: the database refuses to change it, to delete the
    row or to give the identifier to a second one, ended or not.
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
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="organizations"
    )
    """The territory it serves; none for an agency without one."""
    is_demo = models.BooleanField(default=False, editable=False)

    objects: ClassVar = OrganizationQuerySet.as_manager()

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

    def parent_on(self, day: date) -> "Organization | None":
        """Whom it answers to on ``day``; nobody at the top."""
        return Organization.objects.filter(
            subordinates__child=self, subordinates__valid_during__contains=day
        ).first()

    def counter_on(self, day: date) -> "Organization | None":
        """Where its dossiers are handed in on ``day``: the counter of its own territory."""
        same_place = Organization.objects.on(day).counters().filter(unit=self.unit_id)
        return same_place.order_by("identifier").first() if self.unit_id else None


class OrganizationName(Name):
    """What an organization is called for a period, written as inside a sentence."""

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="names")
    full_name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=500, editable=False)
    legal_basis = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_at_a_time("organization_has_one_name_a_day", "organization")]


class Subordination(Dated):
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


class Post(Dated):
    """A place in an organization that a person may hold, e.g. *Phó Chủ tịch*.

    It exists no longer than its organization: the database refuses it.
    """

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(_("chức danh"), max_length=120)
    duties = ArrayField(models.CharField(max_length=10, choices=Duty), default=list, blank=True)
    is_head = models.BooleanField(_("người đứng đầu"), default=False)
    holders_allowed = models.PositiveSmallIntegerField(_("số người giữ"), default=1)

    class Meta:
        verbose_name = _("chức danh")
        verbose_name_plural = _("chức danh")
        constraints = [
            one_at_a_time(
                "organization_has_one_head_post_a_day", "organization", condition=Q(is_head=True)
            ),
            CheckConstraint(
                name="post_duties_known", condition=Q(duties__contained_by=Duty.values)
            ),
            CheckConstraint(name="post_has_room_for_somebody", condition=Q(holders_allowed__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.title} · {self.organization_id}"

    def has_duty(self, duty: Duty) -> bool:
        return duty in self.duties


class Appointment(Dated):
    """A person holds a post for a period, within the days of the post: the database refuses more.

    Of those who hold it in their own right each sits on a seat from 1 to ``post.holders_allowed``,
    and a seat has one holder a day; somebody acting (*quyền*) or in charge (*phụ trách*) has none.
    """

    class Kind(models.TextChoices):
        SUBSTANTIVE = "holder", _("chính thức")
        ACTING = "acting", _("quyền")
        IN_CHARGE = "in_charge", _("phụ trách")

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="appointments")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appointments"
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.SUBSTANTIVE)
    seat = models.PositiveSmallIntegerField(null=True, blank=True, default=1)
    decision = models.CharField(_("quyết định"), max_length=200, blank=True)

    objects: ClassVar = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            one_at_a_time(
                "appointment_seat_has_one_holder_a_day",
                "post",
                "seat",
                condition=Q(kind="holder"),
            ),
            one_at_a_time("appointment_of_one_person_to_one_post_once_a_day", "post", "person"),
            CheckConstraint(
                name="appointment_seat_for_holders_only",
                condition=Q(kind="holder", seat__isnull=False, seat__gte=1)
                | Q(~Q(kind="holder"), seat__isnull=True),
            ),
            CheckConstraint(
                name="appointment_kind_known",
                condition=Q(kind__in=["holder", "acting", "in_charge"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} · {self.post_id}"


class RememberedHat(models.Model):
    """Which appointment an officer last worked in, so that the next day begins there."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="remembered_hat"
    )
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.appointment_id)
