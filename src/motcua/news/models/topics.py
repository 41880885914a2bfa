"""Which articles tell one story? Topics that an editor gathers, such as a reorganization."""

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .categories import Headed


class Topic(Headed):
    """A story with a page of its own, such as *Chính quyền địa phương hai cấp*."""

    lead = models.TextField(_("giới thiệu"), max_length=600, blank=True)
    lead_en = models.TextField(_("giới thiệu, tiếng Anh"), max_length=600, blank=True)
    picture = models.ForeignKey(
        "news.Picture",
        verbose_name=_("ảnh"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("chủ đề")
        verbose_name_plural = _("chủ đề")
        ordering = ["slug"]

    def get_absolute_url(self) -> str:
        return reverse("news:topic", args=[self.slug])

    @property
    def introduction(self) -> str:
        """Its lead in the reader's language, Vietnamese where there is no other."""
        return (get_language() == "en" and self.lead_en) or self.lead
