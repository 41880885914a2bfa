"""Who takes part in a pilot, who is it compared with, and who keeps it? All of it dated."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time


class Side(models.TextChoices):
    """On which side of the comparison an organization stands."""

    CONCERNED = "concerned", _("tham gia thí điểm")
    COMPARISON = "comparison", _("để so sánh")


class PilotOrganization(Dated):
    """An organization takes part for a period, or stands beside as one to compare with.

    What ends keeps its row until its days: a review counts what took part on its own day.
    """

    Side = Side

    pilot = models.ForeignKey(
        "reorganization.Pilot", on_delete=models.CASCADE, related_name="participations"
    )
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="pilots"
    )
    side = models.CharField(max_length=10, choices=Side)

    class Meta:
        constraints = [
            one_at_a_time("pilot_organization_on_one_side_a_day", "pilot", "organization"),
            models.CheckConstraint(
                condition=models.Q(side__in=Side.values), name="pilot_side_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pilot_id} {self.side} {self.organization_id}"


class PilotPost(Dated):
    """A post that the pilot is about for a period, such as both that one person holds."""

    pilot = models.ForeignKey(
        "reorganization.Pilot", on_delete=models.CASCADE, related_name="posts"
    )
    post = models.ForeignKey("organizations.Post", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [one_at_a_time("pilot_post_once_a_day", "pilot", "post")]

    def __str__(self) -> str:
        return f"{self.pilot_id}: {self.post_id}"


class PilotKeeper(Dated):
    """The post that keeps the pilots of an organization; it may belong to another one.

    A post that has ended keeps nothing: whoever acts, acts in a post that holds today.
    """

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="pilot_keepers"
    )
    post = models.ForeignKey("organizations.Post", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("đầu mối theo dõi thí điểm")
        verbose_name_plural = _("đầu mối theo dõi thí điểm")
        constraints = [one_at_a_time("organization_has_one_pilot_keeper_a_day", "organization")]

    def __str__(self) -> str:
        return f"{self.organization_id}: {self.post_id}"
