"""Who holds a post, as what, and for how long?"""

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from motcua.organizations import standings
from motcua.organizations.queries import AppointmentQuerySet
from motcua.periods.models import Recorded, one_at_a_time

from .capacity import Capacity
from .post import Post


class AppointmentKind(models.TextChoices):
    """As what somebody holds a post."""

    SUBSTANTIVE = "holder", _("chính thức")
    CONCURRENT = "concurrent", _("kiêm nhiệm")
    """In their own right too, beside another post that is their main one."""
    ACTING = "acting", _("quyền")
    IN_CHARGE = "in_charge", _("phụ trách")
    COVER = "cover", _("thay trong thời gian vắng mặt")
    DELEGATED = "delegated", _("ủy quyền")


SEATED = ("holder", "concurrent")
"""Kinds that take a seat of the post."""
IN_PLACE = ("acting", "in_charge", "cover", "delegated")
"""Kinds that stand in for a holder, and have no seat."""


class Appointment(Recorded):
    """A person holds a post for a period, within the days of the post: the database refuses more.

    Of those who hold it in their own right each sits on a seat from 1 to ``post.holders_allowed``,
    and a seat has one holder a day; whoever stands in has none. Several posts of one person at the
    same time are normal. Nothing ends an appointment but its days, read when somebody asks.
    """

    Kind = AppointmentKind

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="appointments")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appointments"
    )
    kind = models.CharField(_("hình thức"), max_length=10, choices=Kind, default=Kind.SUBSTANTIVE)
    seat = models.PositiveSmallIntegerField(null=True, blank=True, default=1)
    covers = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="covered_by"
    )
    """For whom one stands in: the appointment to the same post of somebody else, who is away.

    A leave cover names whom and ends; a delegation names who gave it: the database refuses others,
    and keeps what was entered before it did.
    """
    decision = models.CharField(_("quyết định"), max_length=200, blank=True)
    scope = models.TextField(_("phạm vi"), blank=True, db_default="")
    """What a delegation is limited to, in words; empty: everything that the post does."""

    objects: ClassVar = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            one_at_a_time(
                "appointment_seat_has_one_holder_a_day",
                "post",
                "seat",
                condition=Q(kind__in=SEATED),
            ),
            one_at_a_time("appointment_of_one_person_to_one_post_once_a_day", "post", "person"),
            CheckConstraint(
                name="appointment_seat_for_holders_only",
                condition=Q(kind__in=SEATED, seat__isnull=False, seat__gte=1)
                | Q(~Q(kind__in=SEATED), seat__isnull=True),
            ),
            CheckConstraint(
                name="appointment_kind_known", condition=Q(kind__in=[*SEATED, *IN_PLACE])
            ),
            CheckConstraint(
                name="appointment_covers_only_in_place_of_another",
                condition=Q(covers__isnull=True) | (Q(kind__in=IN_PLACE) & ~Q(covers=F("pk"))),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} · {self.post_id}"

    @property
    def title(self) -> str:
        """The post as it is held: *Quyền Chủ tịch*."""
        return standings.titled(self.kind, self.post.title)

    @property
    def for_whom(self) -> str:
        """*thay Trần Văn A trong thời gian vắng mặt*; empty for who stands in for nobody."""
        absent = self.covers.person if self.covers else None
        return standings.for_whom(self.kind, absent.full_name) if absent else ""

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds; None where no end is known."""
        end = self.valid_during.upper
        return end - timedelta(days=1) if end else None


class RememberedHat(models.Model):
    """Which appointment an officer last worked in, so that the next day begins there."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="remembered_hat"
    )
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="+")
    capacity = models.ForeignKey(
        Capacity, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return str(self.appointment_id)
