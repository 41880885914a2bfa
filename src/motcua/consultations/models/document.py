"""Which files come with a draft?"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """A file that everybody may read: the draft itself, the letter, the impact report."""

    class Kind(models.TextChoices):
        """What it is; the law asks for these three, other papers may help."""

        DRAFT = "draft", _("Dự thảo")
        PROPOSAL = "proposal", _("Tờ trình")
        IMPACT = "impact", _("Báo cáo đánh giá tác động")
        OTHER = "other", _("Tài liệu kèm theo")

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.CASCADE, related_name="documents"
    )
    kind = models.CharField(_("loại tài liệu"), max_length=8, choices=Kind)
    file = models.ForeignKey(
        "dossiers.StoredFile", on_delete=models.PROTECT, related_name="consultation_documents"
    )
    name = models.CharField(max_length=150)
    """The file's own name, cleaned: for reading, never for finding."""
    attached_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["draft", "proposal", "impact", "other"]),
                name="consultation_document_kind_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.file_id[:12]}"

    @property
    def size(self) -> int:
        return self.file.size

    @property
    def media_type(self) -> str:
        return self.file.media_type
