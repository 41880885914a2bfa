"""What did the office decide? The paper that the citizen came for."""

from django.db import models
from django.utils import timezone


class Result(models.Model):
    """A file of the result, such as the *Giấy khai sinh*.

    It exists from FINISH on (status 9, ready) and becomes the applicant's with RETURN (status 10):
    the national statuses tell "ready, not handed over" from "handed over", and results go out
    through the one-stop counter (NĐ 61/2018, Art. 20). For an online applicant the clerk's RETURN
    is what opens the download.
    """

    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.PROTECT, related_name="results"
    )
    file = models.ForeignKey(
        "dossiers.StoredFile", on_delete=models.PROTECT, related_name="results"
    )
    name = models.CharField(max_length=150)
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.file_id[:12]}"

    @property
    def size(self) -> int:
        return self.file.size

    @property
    def media_type(self) -> str:
        return self.file.media_type
