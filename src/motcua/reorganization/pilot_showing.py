"""What does the page of a review show of its kept figures?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from motcua.reorganization import pilot_drawings, pilot_workflow
from motcua.reorganization.pilot_findings import Findings, columns
from motcua.reorganization.pilot_snapshot import Snapshot

if TYPE_CHECKING:
    from motcua.reorganization.models import PilotReview

SHOWING = (pilot_workflow.HOLD_REVIEW.verb, pilot_workflow.SHOW_REVIEW.verb)
"""Moves after which everybody may read a review: the last one that names it."""


def for_offices(review: PilotReview) -> Findings:
    """Everything that was counted."""
    return Findings(Snapshot.read(review.figures or {}))


def for_everybody(review: PilotReview) -> Findings:
    """The same without small numbers, nor what tells one beside an earlier review (two queries)."""
    earlier = tuple(Snapshot.read(each.figures or {}) for each in _shown_before(review))
    return Findings(Snapshot.read(review.figures or {}), settings.SMALLEST_FIGURE_SHOWN, earlier)


def _shown_before(review: PilotReview) -> list[PilotReview]:
    """Reviews of the same pilot that everybody could read when this one was shown."""
    told = review.pilot.events.filter(verb__in=SHOWING).order_by("pk")
    order = {event.payload["review"]: event.pk for event in told}
    others = review.pilot.reviews.filter(is_public=True, figures__isnull=False).exclude(
        pk=review.pk
    )
    mine = order.get(review.pk, 0)
    return [each for each in others if order.get(each.pk, 0) < mine]


def shown(found: Findings) -> Mapping[str, Any]:
    """What the template is told: tables, charts, words."""
    told = found.snapshot
    here, there = _("Nơi thí điểm"), _("Nơi so sánh")
    drawn = [
        (
            name,
            pilot_drawings.months(
                found, half, _("%(who)s: tỷ lệ đúng hạn theo tháng") % {"who": name}
            ),
        )
        for name, half in ((here, told.concerned), (there, told.comparison))
    ]
    return {
        "found": found,
        "heads": columns(),
        "told": told,
        "bars": pilot_drawings.outcomes(found),
        "lines": [(name, line) for name, line in drawn if line],
        "months": pilot_drawings.month_rows(found),
    }
