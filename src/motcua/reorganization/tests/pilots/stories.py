"""Pilots on each step of the way, led there by the verbs themselves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from motcua.catalog.models import Sector
from motcua.dossiers.tests.factories import pdf
from motcua.organizations.acting import Acting
from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.reorganization import pilot_actions
from motcua.reorganization.models import Pilot, PilotReview
from motcua.reorganization.pilot_actions import Entered, Held
from motcua.statistics import spans
from motcua.statistics.models import Tally

STARTED = date(2026, 3, 1)
FINAL, INTERIM = PilotReview.Kind.FINAL, PilotReview.Kind.INTERIM


def entered(offices: Collection[Organization], **told: Any) -> Entered:
    """The smallest thing that may begin."""
    whole: dict[str, Any] = {
        "name": "Một trung tâm cho hai xã",
        "kind": Pilot.Kind.SHARED_STAFF,
        "about": "Hai xã dùng chung một bộ phận một cửa.",
        "started_on": STARTED,
        "offices": [each.pk for each in offices],
        "basis": "Kết luận 34-KL/TW",
        "reviews": [(INTERIM, date(2026, 9, 1)), (FINAL, date(2027, 3, 1))],
    }
    return Entered(**whole | told)


@dataclass(frozen=True)
class Pilots:
    """What one office tries."""

    draft: Pilot
    running: Pilot
    """Its first review is overdue."""
    reviewed: Pilot
    """Its first review was held and is public, with its report."""

    @property
    def held(self) -> PilotReview:
        return self.reviewed.reviews.get(kind=INTERIM)

    @property
    def waiting(self) -> PilotReview:
        return self.running.reviews.get(kind=INTERIM)


def tried_by(keeper: Acting, office: Organization, members: Collection[Organization]) -> Pilots:
    """Everything that the keeper of ``office`` keeps."""

    def begun() -> Pilot:
        pilot = pilot_actions.enter(entered(members), office, by=keeper)
        pilot_actions.begin(pilot, by=keeper)
        return pilot

    draft = pilot_actions.enter(entered(members, name="Một cửa lưu động"), office, by=keeper)
    running, reviewed = begun(), begun()
    paper = (pdf("bao-cao"), "bao-cao.pdf")
    held = Held(today() - timedelta(days=1), "Đạt yêu cầu.", paper, is_public=True)
    review = reviewed.reviews.get(kind=INTERIM)
    pilot_actions.hold_review(reviewed, review, held, by=keeper)
    return Pilots(draft, running, reviewed)


def decided(
    office: Organization, first: date, months: int, *, on_time: int, late: int, early: int = 0
) -> None:
    """So many dossiers in each of ``months`` from ``first`` on, all received in their month."""
    sector, _ = Sector.objects.get_or_create(slug="ho-tich", defaults={"name": "Hộ tịch"})
    Tally.objects.bulk_create(
        Tally(
            organization=office,
            sector=sector,
            month=spans.later(first, number),
            received_online=early + on_time + late,
            early=early,
            on_time=on_time,
            late=late,
        )
        for number in range(months)
    )
