"""Which letters?"""

from typing import Any, Self

from django.db import models


class LetterQuerySet(models.QuerySet):
    """Questions to letters."""

    def about(self, dossier: Any) -> Self:
        """Those that tell of a dossier's events, oldest first."""
        return self.filter(event__dossier=dossier).select_related("event").order_by("pk")

    def queued(self) -> Self:
        """Those that are still to be sent."""
        return self.filter(state="queued")

    def failed(self) -> Self:
        """Those that an operator has to look at."""
        return self.filter(state="failed")

    def to_send_now(self) -> Self:
        """Queued ones, locked; one that another worker is sending is left to it."""
        return self.queued().select_for_update(skip_locked=True, of=("self",))
