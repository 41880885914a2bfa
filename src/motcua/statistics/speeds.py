"""How long does it take? Half of the dossiers that were decided took no longer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from django.db.models import DurationField, ExpressionWrapper, F

from motcua.dossiers.models import Dossier
from motcua.questions.tallies import Median

from .spans import Span

TOOK = ExpressionWrapper(F("finished_at") - F("received_at"), output_field=DurationField())


def median(span: Span, offices: Collection[int]) -> timedelta | None:
    """From receipt to decision, days off and the applicant's own days among them; one statement.

    Of all that ``offices`` decided in ``span`` together; None where they decided nothing.
    """
    decided = Dossier.objects.filter(
        organization__in=offices, finished_at__gte=span.begins, finished_at__lt=span.ends
    )
    found: timedelta | None = decided.aggregate(median=Median(TOOK))["median"]
    return found
