"""Which post manages staff or oversees duties, for which organization, on which day?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time

from .organization import Organization
from .post import Post


class StaffingPost(Dated):
    """A post with a right over an organization and all under it by identifier.

    It may belong to another one: Sở Nội vụ manages the staff of the whole province, the Thanh tra
    oversees duties. Its holders come and go, the right stays with the post.
    """

    class Right(models.IntegerChoices):
        """What the post may do there."""

        MANAGE = 1, _("quản lý nhân sự")
        """Appoint, end, replace, let cover, import people."""
        OVERSEE = 2, _("giám sát nhiệm vụ")
        """See whom the rules on duties turned away, and which exceptions were used."""

    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="staffing_posts"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="staffing_rights")
    right = models.PositiveSmallIntegerField(_("quyền"), choices=Right, default=Right.MANAGE)

    class Meta:
        verbose_name = _("đầu mối nhân sự")
        verbose_name_plural = _("đầu mối nhân sự")
        constraints = [
            one_at_a_time("staffing_right_given_once_a_day", "organization", "post", "right"),
            models.CheckConstraint(
                name="staffing_right_known", condition=models.Q(right__in=[1, 2])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization_id}: {self.post_id}"
