"""What does the page of a review show of its kept figures?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from motcua.reorganization import pilot_drawings
from motcua.reorganization.pilot_findings import Findings, columns
from motcua.reorganization.pilot_snapshot import Snapshot

if TYPE_CHECKING:
    from motcua.reorganization.models import PilotReview


def for_offices(review: PilotReview) -> Findings:
    """Everything that was counted."""
    return Findings(Snapshot.read(review.figures or {}))


def for_everybody(review: PilotReview) -> Findings:
    """The same without small numbers."""
    return Findings(Snapshot.read(review.figures or {}), settings.SMALLEST_FIGURE_SHOWN)


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
        "smallest": settings.SMALLEST_FIGURE_SHOWN,
    }
