"""Which post gives and follows tasks for an organization, on which day?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time


class FollowingPost(Dated):
    """The post that enters conclusions, gives tasks and accepts for an organization.

    It may belong to another one: the Văn phòng follows for the committee. Days and ends are still
    decided by the organization's own head and deciders (``desks``).
    """

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="following_posts"
    )
    post = models.ForeignKey("organizations.Post", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("đầu mối theo dõi nhiệm vụ")
        verbose_name_plural = _("đầu mối theo dõi nhiệm vụ")
        constraints = [one_at_a_time("organization_has_one_following_post_a_day", "organization")]

    def __str__(self) -> str:
        return f"{self.organization_id}: {self.post_id}"
