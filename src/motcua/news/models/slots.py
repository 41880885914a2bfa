"""Which article stands on the front page, in which place, from when to when?"""

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time


class FrontSlot(Dated):
    """An article in a place of the front page for a period; the database refuses two at once."""

    class Place(models.IntegerChoices):
        LEAD = 1, _("Tin chính")
        SECOND = 2, _("Tin thứ hai")
        THIRD = 3, _("Tin thứ ba")
        FOURTH = 4, _("Tin thứ tư")

    place = models.PositiveSmallIntegerField(_("vị trí"), choices=Place)
    article = models.ForeignKey(
        "news.Article",
        verbose_name=_("bài viết"),
        on_delete=models.CASCADE,
        related_name="front_slots",
    )

    class Meta:
        verbose_name = _("vị trí trang chủ")
        verbose_name_plural = _("vị trí trang chủ")
        constraints = [
            CheckConstraint(name="front_slot_known", condition=Q(place__in=[1, 2, 3, 4])),
            one_at_a_time("front_slot_holds_one_article_a_day", "place"),
        ]

    def __str__(self) -> str:
        return f"{self.get_place_display()}: {self.article_id}"
