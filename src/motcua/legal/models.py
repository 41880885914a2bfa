"""What is a law here? A number that others cite, what it is called, and from when until when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated


class LegalDocument(Dated):
    """A law, decree, circular or decision, e.g. 60/2014/QH13 *Luật Hộ tịch*.

    Whoever repeals it ends ``valid_during``; what cites it is then to be looked at again.
    """

    number = models.CharField(_("số, ký hiệu"), max_length=200, unique=True)
    title = models.TextField(_("trích yếu"), blank=True)
    issuer = models.TextField(_("cơ quan ban hành"), blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        verbose_name=_("văn bản thay thế"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
    )
    noted_at = models.DateTimeField(auto_now=True)
    """When this row was last written: a repeal may become known after its day."""

    class Meta:
        verbose_name = _("văn bản pháp luật")
        verbose_name_plural = _("văn bản pháp luật")
        ordering = ["number"]

    def __str__(self) -> str:
        return self.number
