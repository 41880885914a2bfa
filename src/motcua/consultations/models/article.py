"""What does a draft consist of, so that one can comment on it piece by piece?"""

from django.db import models


class Article(models.Model):
    """One article of a draft, such as *Điều 3. Đối tượng được hỗ trợ*; stays as it was opened."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.CASCADE, related_name="articles"
    )
    position = models.PositiveSmallIntegerField()
    """From 1; also its place in addresses."""
    chapter = models.CharField(max_length=300, blank=True)
    """The heading of the chapter or part that it stands in."""
    number = models.CharField(max_length=40, blank=True)
    """*Điều 3*, *II*; nothing for what stands before the first."""
    heading = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "position"], name="article_one_at_a_position"
            )
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id}/{self.position}"

    @property
    def name(self) -> str:
        """As one says it: *Điều 3. Đối tượng được hỗ trợ*."""
        return ". ".join(part for part in (self.number, self.heading) if part)

    @property
    def short_name(self) -> str:
        """*Điều 3*, or the heading where it has no number."""
        return self.number or self.heading

    @property
    def anchor(self) -> str:
        return f"dieu-{self.position}"
