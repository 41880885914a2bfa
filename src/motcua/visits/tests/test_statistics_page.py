"""What does the page of statistics show?"""

import csv
import io
from datetime import date, timedelta

import pytest

from motcua.visits.models import Day

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _half_a_year(time_machine, keeper):
    time_machine.move_to("2026-11-23 08:00 +0700", tick=False)
    Day.objects.bulk_create(
        Day(day=TODAY - timedelta(days=ago), views=1000 + ago, visitors=400)
        for ago in range(1, 180)
    )


def test_it_shows_totals_days_months_and_how_it_is_counted(client, read, keeper):
    read(), read()
    keeper.keep()

    page = client.get("/thong-ke-truy-cap/").text

    assert f"{sum(range(1001, 1180)) + 2:,}".replace(",", ".") in page
    assert "Lượt truy cập mỗi ngày" in page
    assert "11/2026" in page
    assert "crawler-user-agents" in page


@pytest.mark.parametrize(("asked", "days"), [("", 30), ("90", 90), ("1000000", 30), ("x", 30)])
def test_30_or_90_days_are_shown(client, asked, days):
    page = client.get("/thong-ke-truy-cap/", {"ngay": asked})

    assert len(page.context["days"]) == days
    assert page.context["days"][-1].day == TODAY


def test_before_the_first_visit_it_says_so(client):
    Day.objects.all().delete()

    page = client.get("/thong-ke-truy-cap/").text

    assert "Chưa đếm được lượt nào" in page


def test_days_and_months_can_be_downloaded(client):
    by_day = rows(client.get("/thong-ke-truy-cap/ngay.csv"))
    by_month = rows(client.get("/thong-ke-truy-cap/thang.csv"))

    assert by_day[0][0] == "Ngày"
    assert by_day[-1] == ["2026-11-22", "1001", "400"]
    assert len(by_day) == 180
    assert by_month[-1] == ["2026-11", str(sum(range(1001, 1023))), str(22 * 400)]
    assert sum(int(row[1]) for row in by_month[1:]) == sum(int(row[1]) for row in by_day[1:])


def rows(answer) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_no_other_file_exists(client):
    assert client.get("/thong-ke-truy-cap/gio.csv").status_code == 404


def test_the_page_costs_three_queries(client, django_assert_num_queries):
    with django_assert_num_queries(3):  # identity, closed days, live tallies
        client.get("/thong-ke-truy-cap/")
