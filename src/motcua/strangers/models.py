"""Which proofs of work were used? Each counts once."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.db import models
from django.utils import timezone


class SpentProof(models.Model):
    """A challenge whose work was taken, and for the form with which key."""

    nonce = models.CharField(max_length=32, primary_key=True)
    form_key = models.UUIDField()
    spent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["spent_at"], name="strangers_proof_by_age")]

    def __str__(self) -> str:
        return self.nonce

    @classmethod
    def spend(cls, nonce: str, key: uuid.UUID) -> bool:
        """Whether the work counts for ``key``: not spent before, or by the same double click."""
        spent, _is_new = cls.objects.get_or_create(nonce=nonce, defaults={"form_key": key})
        return spent.form_key == key


def forget_old(older_than: timedelta) -> int:
    """Throw away those that are too old to be tried again; how many there were."""
    return SpentProof.objects.filter(spent_at__lt=timezone.now() - older_than).delete()[0]
