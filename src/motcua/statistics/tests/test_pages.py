"""What does anyone see of the figures?"""

import csv
import re
from datetime import date, datetime, timedelta
from io import StringIO
from itertools import product

import pytest
import time_machine
from django.db.backends.postgresql.psycopg_any import DateRange
from django.template import Context
from django.template.loader import render_to_string
from django.urls import reverse

from motcua.organizations.models import Jurisdiction, Organization
from motcua.periods.clock import VIETNAM
from motcua.periods.correcting import correcting
from motcua.periods.models import since
from motcua.statistics import panels
from motcua.statistics.models import Delta, Tally
from motcua.territory.models import Unit
from motcua.territory.tiers import Tier
from motcua.ui import doors

from .lives import Life

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 14, 20, tzinfo=VIETNAM)
SUMMER = datetime(2026, 6, 8, 9, tzinfo=VIETNAM)


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

    with django_assert_max_num_queries(9):
        client.get(reverse("statistics:overview"), {"linh-vuc": "dat-dai"})


def test_filters_and_search_narrow_the_rows(client, resolved):
    resolved(5)
    resolved(5, office=1)

    found = client.get(reverse("statistics:overview"), {"q": "bai chay"}).text

    assert "UBND phường Bãi Cháy" in found
    assert "UBND phường Hồng Gai" not in found
    assert "<tfoot>" not in found, "what is shown does not add up to the total"


@pytest.mark.parametrize(
    "question",
    [
        {"ky": "2026-13"},
        {"ky": "2099-01"},
        {"ky": "2026-q9", "cap": "huyen", "linh-vuc": "x"},
        {"q": "\0<script>alert(1)</script>" * 20},
        {"linh-vuc": "' OR 1=1 --", "cap": "<b>"},
    ],
)
def test_a_question_that_cannot_be_asked_is_answered_by_the_nearest(client, resolved, question):
    resolved(3)

    page = client.get(reverse("statistics:overview"), question)

    assert page.status_code == 200
    assert "Tháng 11/2026" in page.text
    assert "<script>alert" not in page.text


@pytest.mark.parametrize("rest", ["", "theo-thang.csv"])
def test_other_spellings_of_a_code_lead_to_the_one_that_it_has(client, offices, rest):
    code = offices[0].identifier

    page = client.get(f"/tinh-hinh-xu-ly/{code.lower()}/{rest}?ky=2026")

    assert (page.status_code, page.url) == (301, f"/tinh-hinh-xu-ly/{code}/{rest}?ky=2026")


def test_an_office_that_nobody_knows_is_not_found(client, db):
    assert client.get("/tinh-hinh-xu-ly/H49.999/").status_code == 404


def test_a_closed_office_answers_with_its_own_figures_and_names_who_took_over(
    client, resolved, offices
):
    here = unit("00001", date(2020, 1, 1))
    closed, opened = offices
    until_closed = DateRange(date(2020, 1, 1), date(2026, 11, 20))
    closed.names.update(valid_during=until_closed)
    Organization.objects.filter(pk=closed.pk).update(valid_during=until_closed)
    Jurisdiction.objects.create(organization=closed, unit=here, valid_during=until_closed)
    Jurisdiction.objects.create(organization=opened, unit=here, valid_during=opened.valid_during)
    resolved(4)

    page = client.get(reverse("statistics:office", args=[closed.identifier]))

    assert "hoạt động đến hết ngày" in page.text
    assert "19/11/2026" in page.text
    assert '<b class="num">4</b> hồ sơ đã có kết quả' in page.text
    assert f'href="/tinh-hinh-xu-ly/{opened.identifier}/">UBND phường Bãi Cháy' in page.text


def unit(code, first):
    return Unit.objects.create(
        code=code, tier=Tier.COMMUNE if len(code) == 5 else Tier.PROVINCE, valid_during=since(first)
    )


# --- Small numbers --------------------------------------------------------------------------------


@pytest.fixture
def small(resolved):
    """Two dossiers in one office and sector; enough of all the others."""
    for office in (0, 1):
        for sector in (0, 1):
            resolved(2 if (office, sector) == (0, 0) else 9, office=office, sector=sector)


def numbers_of(page, name):
    *_, row = re.findall(rf'<th scope="row">(?:<a[^>]*>)?{name}.*?</tr>', page, re.DOTALL)
    return re.findall(r'data-h="[^"]*">(?:<span aria-hidden="true">)?([^<]*)<', row)


def test_a_small_number_of_a_commune_in_a_sector_hides_on_every_page(client, small, offices):
    by_sector = client.get(reverse("statistics:overview"), {"linh-vuc": "dat-dai"}).text
    of_office = client.get(reverse("statistics:office", args=[offices[0].identifier])).text
    sheet = client.get(reverse("statistics:download"), {"linh-vuc": "dat-dai"}).text

    assert set(numbers_of(by_sector, "UBND phường Hồng Gai")) == {"•"}
    assert "từng lĩnh vực ở đây có ít hồ sơ" in of_office
    assert next(line for line in sheet.splitlines() if "H49.61" in line).endswith(",*" * 15)


def test_what_hides_cannot_be_worked_out_from_the_totals(client, small):
    by_sector = client.get(reverse("statistics:overview"), {"linh-vuc": "dat-dai"}).text

    assert set(numbers_of(by_sector, "UBND phường Bãi Cháy")) == {"•"}
    assert numbers_of(by_sector, "Cộng")[1] == "11"


def test_what_hides_in_a_month_hides_in_its_year_too(client, resolved):
    for office, sector in product((0, 1), repeat=2):
        resolved(9, office=office, sector=sector)
        resolved(2 if office == sector else 9, office=office, sector=sector, since=SUMMER)

    whole, alone = (
        client.get(reverse("statistics:overview"), {"linh-vuc": "dat-dai", "ky": span}).text
        for span in ("2026", "2026-11")
    )

    assert set(numbers_of(whole, "UBND phường Hồng Gai")) == {"•"}, "11, of which 9 in November"
    assert numbers_of(alone, "UBND phường Hồng Gai")[1] == "9"


def test_an_empty_row_that_hides_with_others_still_stands(client, resolved):
    resolved(2, office=0, sector=0)
    resolved(9, office=1, sector=1)

    page = client.get(reverse("statistics:overview"), {"linh-vuc": "kinh-doanh"}).text

    assert set(numbers_of(page, "UBND phường Hồng Gai")) == {"•"}


def test_offices_and_departments_as_a_whole_are_shown_to_the_unit(client, small, offices):
    whole = client.get(reverse("statistics:overview")).text
    with correcting():
        Organization.objects.update(tier=Tier.PROVINCE)
    departments = client.get(reverse("statistics:overview"), {"linh-vuc": "dat-dai"}).text

    assert numbers_of(whole, "UBND phường Hồng Gai")[1] == "11"
    assert numbers_of(departments, "UBND phường Hồng Gai")[1] == "2"


# --- CSV, the front page, the door --------------------------------------------------------------


def test_a_sheet_is_read_by_spreadsheets_and_adds_up(client, resolved):
    resolved(7, late=2)

    answer = client.get(reverse("statistics:download"))

    row = next(csv.DictReader(StringIO(answer.text.removeprefix("\ufeff"))))
    assert answer.text.startswith("\ufeff")
    assert row["Mã cơ quan"] == "H49.61"
    whole = int(row["Kỳ trước chuyển sang"]) + int(row["Tiếp nhận"])
    parts = ("Đã giải quyết", "Đang giải quyết", "Chờ bổ sung", "Dừng, rút")
    assert whole == sum(int(row[part]) for part in parts)


def test_a_name_that_a_spreadsheet_would_run_is_only_text(client, resolved, offices):
    offices[0].names.update(full_name='=HYPERLINK("http://x")')
    resolved(1)

    assert "\"'=HYPERLINK" in client.get(reverse("statistics:download")).text


def test_an_offices_sheet_has_every_month(client, resolved, offices):
    resolved(3, since=NOW - timedelta(days=70))
    resolved(3)

    answer = client.get(reverse("statistics:office_download", args=[offices[0].identifier]))

    months = [line[:7] for line in answer.text.removeprefix("\ufeff").splitlines()[1:]]
    assert months == ["2026-09", "2026-11"]


def test_the_front_page_tells_three_figures_in_two_queries(resolved, django_assert_max_num_queries):
    resolved(40, late=1)

    with django_assert_max_num_queries(2):
        template, shown = panels.front(Context())
        page = render_to_string(template, shown)

    assert '<b class="num">40</b> hồ sơ đã có kết quả, <b class="good">97,5% đúng hẹn' in page
    assert "từ đầu năm đến 14:20 hôm nay" in page
    assert 'role="img"' in page


def test_the_front_page_of_an_empty_portal_says_so(db):
    template, shown = panels.front(Context())

    assert "Năm nay chưa có hồ sơ nào" in render_to_string(template, shown)


@pytest.mark.parametrize("path", ["/tinh-hinh-xu-ly/", "/tra-cuu/"])
def test_figures_and_look_up_stand_behind_one_door(path):
    lit = [door.label for door in doors.doors(path) if door.is_current]

    assert lit == ["Tình hình xử lý"]


def test_the_page_is_called_as_its_door_is_in_english(client):
    page = client.get("/en/tinh-hinh-xu-ly/").content.decode()

    door = re.search(r'<a href="/en/tinh-hinh-xu-ly/"[^>]*>([^<]+)</a>', page)
    heading = re.search(r"<h1>([^<]+)</h1>", page)
    assert door
    assert heading
    assert heading[1] == door[1].strip() == "Processing figures"
