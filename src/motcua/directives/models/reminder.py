"""Of which deadline was somebody reminded already?"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Reminder(models.Model):
    """A reminder of one deadline, noted once: the job that looks may run as often as it likes."""

    class Kind(models.TextChoices):
        SOON = "soon", _("Sắp đến hạn")
        LATE = "late", _("Quá hạn")

    task = models.ForeignKey("directives.Task", on_delete=models.PROTECT, related_name="reminders")
    kind = models.CharField(max_length=4, choices=Kind)
    due_on = models.DateField()
    """The deadline of that day; another one after an extension is reminded of anew."""
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "kind", "due_on"], name="task_reminded_once_of_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["soon", "late"]), name="reminder_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.kind} {self.due_on}"
