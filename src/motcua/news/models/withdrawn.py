"""Which published addresses are gone for good? Readers get a sentence, search engines a 410."""

from django.db import models
from django.utils import timezone


class Withdrawn(models.Model):
    """The address of an article that was published once and then deleted."""

    path = models.CharField(max_length=500, unique=True)
    title = models.CharField(max_length=255)
    gone_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.path
