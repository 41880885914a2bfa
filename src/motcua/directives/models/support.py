"""Who works along with the owner of a task?"""

from django.db import models


class Support(models.Model):
    """An organization and its post that work along (*phối hợp*); one leads, these help."""

    task = models.ForeignKey("directives.Task", on_delete=models.PROTECT, related_name="supports")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    post = models.ForeignKey("organizations.Post", on_delete=models.PROTECT, related_name="+")
    assigned_on = models.DateField()
    """The legal day on which both had to be open."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["task", "post"], name="task_supported_once_by_a_post")
        ]

    def __str__(self) -> str:
        return f"{self.task_id} ← {self.post_id}"
