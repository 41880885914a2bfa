"""Which place in an organization may a person hold?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Recorded, one_at_a_time

from .organization import Organization


class Duty(models.TextChoices):
    """What the holder of a post does with a dossier; no human does two of them to the same one."""

    RECEIVE = "receive", _("tiếp nhận")
    APPRAISE = "appraise", _("thẩm tra")
    DECIDE = "decide", _("quyết định")


class Post(Recorded):
    """A place in an organization that a person may hold, e.g. *Phó Chủ tịch*.

    It exists no longer than its organization: the database refuses it.
    """

    class Rank(models.IntegerChoices):
        """How high it stands in its own house; lists are in this order."""

        HEAD = 1, _("đứng đầu")
        DEPUTY = 2, _("cấp phó")
        DIVISION_HEAD = 3, _("trưởng phòng và tương đương")
        STAFF = 4, _("chuyên môn, nghiệp vụ")

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(_("chức danh"), max_length=120)
    duties = ArrayField(models.CharField(max_length=10, choices=Duty), default=list, blank=True)
    rank = models.PositiveSmallIntegerField(
        _("thứ bậc"), choices=Rank, default=Rank.STAFF, db_default=Rank.STAFF
    )
    is_head = models.BooleanField(_("người đứng đầu"), default=False)
    holders_allowed = models.PositiveSmallIntegerField(_("số người giữ"), default=1)
    tasks = models.TextField(_("nhiệm vụ"), blank=True, db_default="")
    """What the public page says that the holder is in charge of (NĐ 224/2026, Điều 9)."""

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
            CheckConstraint(name="post_rank_known", condition=Q(rank__in=[1, 2, 3, 4])),
            CheckConstraint(name="post_has_room_for_somebody", condition=Q(holders_allowed__gte=1)),
            CheckConstraint(
                name="post_of_the_head_is_for_one",
                condition=Q(is_head=False) | Q(holders_allowed=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} · {self.organization_id}"

    def has_duty(self, duty: Duty) -> bool:
        return duty in self.duties
