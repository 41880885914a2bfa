"""Which posts plan reorganizations, on which day?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import Post
from motcua.periods.models import Dated, one_at_a_time


class PlanningPost(Dated):
    """A post that plans changes for the whole province, such as one of the Sở Nội vụ."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("đầu mối sắp xếp tổ chức")
        verbose_name_plural = _("đầu mối sắp xếp tổ chức")
        constraints = [one_at_a_time("planning_post_once_a_day", "post")]

    def __str__(self) -> str:
        return str(self.post_id)
