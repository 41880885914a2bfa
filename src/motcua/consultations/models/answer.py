"""What did the drafting office say to a comment, or to several that say the same?"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.consultations.workflow import Verdict


class Answer(models.Model):
    """Taken up, in part, or explained why not; public with the summary, and then unchangeable."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="answers"
    )
    article = models.ForeignKey(
        "consultations.Article",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
    )
    """Nothing where it is about the whole draft."""
    gist = models.CharField(_("các góp ý này đề nghị gì"), max_length=500)
    verdict = models.CharField(_("kết quả"), max_length=12, choices=Verdict)
    reason = models.TextField(_("nội dung tiếp thu hoặc lý do không tiếp thu"))
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["article__position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verdict__in=Verdict.values), name="answer_verdict_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(gist="") & ~models.Q(reason=""), name="answer_has_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id} {self.verdict}"

    @property
    def tag(self) -> str:
        """How it is marked on the page, beside its words."""
        return {Verdict.TAKEN_UP: "ok", Verdict.PARTLY: "soon"}.get(Verdict(self.verdict), "wait")
