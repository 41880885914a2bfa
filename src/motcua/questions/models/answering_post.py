"""Which post of an organization answers questions, on which day?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, one_at_a_time


class AnsweringPost(Dated):
    """The duty post of an office for questions; a post, because its holders come and go.

    Where an organization names none, its head and those who receive answer (``desks``).
    """

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="answering_posts"
    )
    post = models.ForeignKey("organizations.Post", on_delete=models.PROTECT, related_name="+")
    one_hand_reason = models.CharField(
        _("lý do một người vừa soạn vừa duyệt"), max_length=300, blank=True
    )
    """Why whoever drafts may approve here, in an office of two people; empty: they may not."""

    tends_search = models.BooleanField(_("lo cả những gì người dân tìm không thấy"), default=False)
    """Whether words that many people search for in vain are this post's tasks."""

    class Meta:
        verbose_name = _("đầu mối trả lời")
        verbose_name_plural = _("đầu mối trả lời")
        constraints = [one_at_a_time("organization_has_one_answering_post_a_day", "organization")]

    def __str__(self) -> str:
        return f"{self.organization_id}: {self.post_id}"
