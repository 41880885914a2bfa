"""Does the register remember like a naive one that keeps every sheet of paper?"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.organizations.models import OrganizationName, Subordination
from motcua.organizations.tests.factories import OrganizationFactory
from motcua.periods.clock import VIETNAM
from motcua.periods.models import since

DAYS = [date(2026, 1, 1) + timedelta(days=number) for number in range(6)]
MOMENTS = [datetime(2026, 2, 1 + number, 12, tzinfo=VIETNAM) for number in range(8)]
ALWAYS = since(date(2025, 7, 1))

few = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
periods = st.tuples(st.sampled_from(DAYS[:-1]), st.integers(1, 5)).map(
    lambda chosen: (chosen[0], min(chosen[0] + timedelta(days=chosen[1]), DAYS[-1]))
)


# --- Names, corrected and removed ----------------------------------------------------------------


@dataclass(frozen=True)
class Sheet:
    """What one row said: from and to which day, and since and until when it was on record."""

    row: int
    name: str
    days: tuple[date, date]
    recorded: datetime
    superseded: datetime | None = None

    def says(self, day: date, moment: datetime) -> bool:
        known = self.recorded <= moment and not (self.superseded and self.superseded <= moment)
        return known and self.days[0] <= day < self.days[1]


class Paper:
    """The naive register: sheets are added, and crossed out with the moment."""

    def __init__(self):
        self.sheets = []

    def current(self):
        return [sheet for sheet in self.sheets if sheet.superseded is None]

    def clashes(self, row, days):
        others = (sheet for sheet in self.current() if sheet.row != row)
        return any(each.days[0] < days[1] and days[0] < each.days[1] for each in others)

    def cross_out(self, row, moment):
        self.sheets = [
            replace(sheet, superseded=moment)
            if sheet.row == row and sheet.superseded is None
            else sheet
            for sheet in self.sheets
        ]

    def says(self, day, moment):
        return {sheet.name for sheet in self.sheets if sheet.says(day, moment)}


writings = st.lists(
    st.tuples(st.sampled_from(["enter", "correct", "correct", "remove"]), periods, st.integers(0)),
    min_size=1,
    max_size=len(MOMENTS),
)


@pytest.mark.django_db
@few
@given(writings)
def test_every_day_is_remembered_as_of_every_moment(written):
    organization, paper = OrganizationFactory(valid_during=ALWAYS), Paper()
    organization.names.all().delete()
    own = OrganizationName.objects.filter(organization=organization)

    for moment, (what, days, choice) in zip(MOMENTS, written, strict=False):
        write(paper, organization, what, days, choice, moment)

    for day in DAYS:
        for moment in [MOMENTS[0] - timedelta(days=1), *MOMENTS]:
            known = own.as_of(day, known_on=moment).values_list("full_name", flat=True)
            assert set(known) == paper.says(day, moment)


def write(paper, organization, what, days, choice, moment):
    rows = sorted({sheet.row for sheet in paper.current()})
    row, name = (rows[choice % len(rows)] if rows else None), f"{moment:%d}"
    if what == "enter" or row is None:
        enter(paper, organization, name, days, moment)
    elif what == "correct":
        correct(paper, row, name, days, moment)
    else:
        OrganizationName.objects.filter(pk=row).update(full_name="gone", recorded_at=moment)
        OrganizationName.objects.filter(pk=row).delete()
        kept = next(sheet for sheet in paper.current() if sheet.row == row)
        paper.cross_out(row, moment)
        paper.sheets.append(replace(kept, name="gone", recorded=moment))
        paper.cross_out(row, MOMENTS[-1] + timedelta(days=1))


def enter(paper, organization, name, days, moment):
    facts = {"organization": organization, "full_name": name, "recorded_at": moment}
    if refused(lambda: OrganizationName.objects.create(**facts, valid_during=since(*days))):
        assert paper.clashes(None, days)
        return
    assert not paper.clashes(None, days)
    row = OrganizationName.objects.get(organization=organization, recorded_at=moment)
    paper.sheets.append(Sheet(row.pk, name, days, moment))


def correct(paper, row, name, days, moment):
    facts = {"full_name": name, "recorded_at": moment, "valid_during": since(*days)}
    if refused(lambda: OrganizationName.objects.filter(pk=row).update(**facts)):
        assert paper.clashes(row, days)
        return
    assert not paper.clashes(row, days)
    paper.cross_out(row, moment)
    paper.sheets.append(Sheet(row, name, days, moment))


def refused(writing):
    try:
        with transaction.atomic():
            writing()
    except IntegrityError:
        return True
    return False


# --- Circles -------------------------------------------------------------------------------------

answers = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), periods), min_size=2, max_size=7)


@pytest.mark.django_db
@few
@given(answers)
def test_a_circle_is_refused_if_and_only_if_it_closes_on_some_day(said):
    bodies, accepted = OrganizationFactory.create_batch(4, valid_during=ALWAYS), []
    for child, parent, days in said:
        new = (child, parent, days)

        facts = {"child": bodies[child], "parent": bodies[parent], "valid_during": since(*days)}
        is_refused = refused(lambda facts=facts: Subordination.objects.create(**facts))

        assert is_refused is any(is_wrong([*accepted, new], child, day) for day in DAYS)
        if not is_refused:
            accepted.append(new)


def is_wrong(said, start, day):
    """Whether on ``day`` somebody has two superiors, or ``start`` is above itself."""
    there = [(child, parent) for child, parent, days in said if days[0] <= day < days[1]]
    above = dict(there)
    reached = above.get(start)
    for _step in there:
        if reached == start:
            return True
        reached = above.get(reached)
    return len(above) < len(there) and sum(child == start for child, _parent in there) > 1
