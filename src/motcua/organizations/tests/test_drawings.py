"""Are before and after, and who held a post when, drawn as they were?"""

from datetime import date

import pytest

from motcua.organizations import history, holders, lineage
from motcua.organizations.models import Appointment, ChangeKind, Post, Succession
from motcua.organizations.tests.factories import (
    FOREVER,
    TODAY,
    AppointmentFactory,
    OrganizationFactory,
    PostFactory,
)
from motcua.periods.models import since

DAY = date(2025, 7, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def ward():
    return OrganizationFactory(identifier="H49.61", named="UBND phường Hồng Gai")


def before(ward, count):
    for number in range(count):
        old = OrganizationFactory(
            identifier=f"H49.3{number}",
            named=f"UBND phường cũ {number}",
            valid_during=since(date(2020, 1, 1), DAY),
        )
        Succession.objects.create(
            old=old, new=ward, day=DAY, kind=ChangeKind.CONSOLIDATE, legal_basis="NQ"
        )


def test_lines_run_into_one_and_many_are_counted(ward):
    before(ward, 7)

    drawn = str(lineage.drawing(history.of(ward)))

    assert drawn.count("lineage__past") == lineage.DRAWN
    assert "và 2 cơ quan khác" in drawn
    assert "UBND phường cũ 6" in drawn.split("aria-label")[1].split(">")[0]
    assert "lineage__tip" in drawn


def test_an_ended_one_parts_into_those_after(ward):
    before(ward, 1)
    old = Succession.objects.get().old

    drawn = str(lineage.drawing(history.of(old)))

    assert drawn.count("lineage__next") == 1
    assert "lineage__tip" not in drawn


def test_nothing_that_happened_is_not_drawn(ward):
    assert lineage.drawing(history.of(ward)) == ""


@pytest.fixture
def chair(ward):
    return PostFactory(
        organization=ward, title="Chủ tịch", rank=Post.Rank.HEAD, is_head=True, valid_during=FOREVER
    )


def kinds(ward):
    return [[bar.kind for bar in row.bars] for row in holders.of(ward, TODAY).rows]


def test_days_without_a_holder_are_drawn_as_such(ward, chair):
    AppointmentFactory(post=chair, valid_during=since(date(2025, 9, 1), date(2026, 1, 1)))
    AppointmentFactory(post=chair, valid_during=since(date(2026, 1, 15)))

    assert kinds(ward) == [["own", "vacant", "own"]]


def test_a_post_that_nobody_holds_now_ends_vacant(ward, chair):
    AppointmentFactory(post=chair, valid_during=since(DAY, date(2026, 1, 1)))

    assert kinds(ward) == [["own", "vacant"]]


def test_who_stands_in_is_drawn_otherwise_and_named_with_whom_they_stand_in_for(
    client, ward, chair
):
    away = AppointmentFactory(post=chair)
    AppointmentFactory(
        post=chair,
        kind=Appointment.Kind.COVER,
        seat=None,
        covers=away,
        valid_during=since(date(2026, 8, 1), date(2026, 9, 1)),
    )

    assert kinds(ward) == [["own", "in_place"]]
    assert f"thay {away.person.full_name}" in client.get("/to-chuc/H49.61/").content.decode()
