"""What does anyone see of the figures?"""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from motcua.periods.clock import VIETNAM
from motcua.statistics.models import Delta, Tally

from .lives import Life

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 14, 20, tzinfo=VIETNAM)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def resolved(write):
    """Write ``count`` dossiers of an office and sector: resolved, of which some too late."""

    def written(count, *, late=0, office=0, sector=0, since=NOW - timedelta(days=10)):
        for number in range(count):
            life = Life(office, sector, 2)
            life.go("submit", since)
            life.go("receive", since + timedelta(hours=1), since + timedelta(days=3))
            life.go("take_up", since + timedelta(hours=2))
            life.go("finish", since + timedelta(days=4 if number < late else 1))
            write(life)

    return written


def test_an_empty_portal_says_that_it_is_empty(client, db):
    page = client.get(reverse("statistics:overview"))

    assert "Chưa có hồ sơ nào trong kỳ này." in page.text


def test_the_page_tells_each_office_and_what_adds_up(client, resolved):
    resolved(10, late=1)
    resolved(20, office=1)

    page = client.get(reverse("statistics:overview"))

    assert "UBND phường Hồng Gai" in page.text
    assert "90,0" in page.text
    assert '<b class="num">30</b> hồ sơ đã có kết quả' in page.text
    assert '<span class="num">96,6</span>% đúng hạn' in page.text, "never rounded up"


def test_figures_are_right_at_once_without_any_fold(client, resolved):
    resolved(1)
    assert Delta.objects.exists()
    assert not Tally.objects.exists()

    page = client.get(reverse("statistics:overview"))

    assert '<b class="num">1</b> hồ sơ đã có kết quả' in page.text
    assert "14:20</span>, thứ Hai 23/11/2026" in page.text


def test_an_office_has_a_page_by_sector_and_month(client, resolved, offices):
    resolved(10, sector=0)
    resolved(5, sector=1, since=NOW - timedelta(days=40))

    page = client.get(reverse("statistics:office", args=[offices[0].identifier]))

    assert "Đất đai" in page.text
    assert "11/2026" in page.text
    assert "10/2026" in page.text


def test_a_page_costs_as_many_queries_for_many_dossiers_as_for_one(
    client, resolved, django_assert_max_num_queries
):
    resolved(3)
    resolved(40, office=1, sector=1)

    with django_assert_max_num_queries(6):
        client.get(reverse("statistics:overview"), {"linh-vuc": "dat-dai"})
