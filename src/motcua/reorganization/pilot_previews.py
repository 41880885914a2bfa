"""What would a review see if it were closed now?"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from motcua.periods.clock import today
from motcua.reorganization import pilot_counting
from motcua.reorganization.pilot_findings import Findings

if TYPE_CHECKING:
    from motcua.reorganization.models import Pilot


def of(pilot: Pilot, asked: str) -> Findings:
    """As of the day that is asked for, if it lies in the pilot's time; else as of today."""
    return Findings(pilot_counting.counted(pilot, _day(pilot, asked), timezone.now()))


def _day(pilot: Pilot, asked: str) -> date:
    try:
        day = datetime.strptime(asked.strip(), "%d/%m/%Y").date()  # noqa: DTZ007  a day has no zone
    except ValueError:
        return max(today(), pilot.started_on)
    return day if pilot.started_on <= day <= today() else max(today(), pilot.started_on)
