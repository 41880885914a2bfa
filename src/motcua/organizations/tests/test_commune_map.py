"""Where do the communes of a day lie?"""

import re
from datetime import date

import pytest

from motcua.organizations import commune_map
from motcua.organizations.tests.factories import OrganizationFactory, UnitFactory
from motcua.periods.models import since
from motcua.territory.models import Location

pytestmark = pytest.mark.django_db


@pytest.fixture
def province():
    unit = UnitFactory(tier=1, code="22", named="Quảng Ninh")
    OrganizationFactory(identifier="H49", kind="committee", tier=1, unit=unit)
    return unit


def commune(province, code, name, north=None, east=None, area=None):
    unit = UnitFactory(code=code, named=name, inside=province)
    OrganizationFactory(identifier=f"H49.{code}", unit=unit)
    if north:
        Location.objects.create(unit=unit, latitude=north, longitude=east, area_km2=area)
    return unit


def test_north_is_up_east_is_right_and_area_is_area(province):
    commune(province, "00001", "Tây Nam", "20.9", "106.5", "10")
    commune(province, "00002", "Đông Bắc", "21.5", "108.0", "40")

    drawn = commune_map.of(date(2026, 11, 22))

    spots = {spot.commune.proper_name: spot for spot in drawn.spots}
    south, north = spots["Tây Nam"], spots["Đông Bắc"]
    assert float(south.x) < float(north.x)
    assert float(south.y) > float(north.y)
    assert float(north.radius) / float(south.radius) == pytest.approx(2, rel=0.05)


def test_names_do_not_lie_on_each_other(province):
    for number in range(12):
        commune(province, f"{number:05}", f"Nơi thứ {number}", "21.0", f"107.0{number:02}", "5")
    commune(province, "00099", "Xa", "21.0", "108.0", "5")

    drawn = commune_map.of(date(2026, 11, 22))

    shown = [spot for spot in drawn.spots if spot.label]
    assert 0 < len(shown) < len(drawn.spots)
    places = [(spot.label.x, spot.label.y) for spot in shown]
    assert len(set(places)) == len(places)


def test_the_page_draws_and_lists_every_commune(client, province):
    commune(province, "00001", "Hồng Gai", "20.95", "107.05", "5.00")
    commune(province, "00002", "Cái Chiên")

    html = client.get("/to-chuc/ban-do/").content.decode()

    assert 'href="/to-chuc/H49.00001/" aria-label="phường Hồng Gai"' in html
    assert re.search(r"Chưa có điểm đáng tin:\s+phường Cái Chiên", html)
    assert html.count("/to-chuc/H49.00002/") == 1


def test_days_of_which_nothing_is_known_say_so(client, province):
    UnitFactory(code="00003", named="Cũ", inside=province)
    html = client.get("/to-chuc/ban-do/").content.decode()

    assert "Với ngày này chỉ có danh sách" in html
    assert client.get("/to-chuc/ban-do/?ngay=2040-01-01").status_code == 200


def test_without_a_province_there_is_no_map(client):
    OrganizationFactory(identifier="H49", kind="committee", valid_during=since(date(2030, 1, 1)))

    assert "Chưa có xã, phường nào" in client.get("/to-chuc/ban-do/").content.decode()


def test_it_takes_the_same_queries_however_many(client, province, django_assert_max_num_queries):
    for number in range(6):
        commune(province, f"{number:05}", f"Nơi {number}", "21.0", f"107.{number}", "5")

    with django_assert_max_num_queries(8):
        client.get("/to-chuc/ban-do/")
