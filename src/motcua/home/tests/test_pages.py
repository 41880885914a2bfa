import pytest
from django.core.management import call_command

from motcua.catalog.models import Procedure
from motcua.home import shelves
from motcua.periods import clock
from motcua.ui import doors

pytestmark = pytest.mark.django_db

PAGES = ["/", "/hoi-dap/", "/kha-nang-tiep-can/", "/bao-ve-du-lieu-ca-nhan/"]


@pytest.mark.parametrize("address", PAGES)
def test_everyone_reads_the_page_in_vietnamese_and_under_en(client, address):
    vietnamese, english = client.get(address), client.get(f"/en{address}")

    assert '<html lang="vi"' in vietnamese.text
    assert '<html lang="en"' in english.text
    assert vietnamese.text.count("<h1") == 1


def test_the_front_page_asks_what_needs_to_be_done(client):
    page = client.get("/").text

    assert f'role="search" action="{doors.address(doors.SEARCH)}"' in page
    assert 'action="/tra-cuu/"' in page


def test_privacy_names_the_law(client):
    page = client.get("/bao-ve-du-lieu-ca-nhan/").text

    assert "91/2025/QH15" in page
    assert "356/2025/NĐ-CP" in page


def test_search_engines_leave_private_doors_alone(client):
    lines = client.get("/robots.txt").text.splitlines()

    assert "Disallow: /can-bo/" in lines
    assert "Disallow: /en/tai-khoan/" in lines


@pytest.fixture
def recorded_procedures(db):
    call_command("load_recorded_procedures", verbosity=0)


def test_the_index_shows_each_shelf_with_its_count_and_a_few_procedures(
    client, recorded_procedures
):
    page = client.get("/").text

    assert "Gia đình và hộ tịch" in page
    assert 'href="/dich-vu-cong/1.001193/"' in page
    assert f"Tất cả {Procedure.objects.offered_on(clock.today()).count()} thủ tục" in page


def test_no_shelf_shows_more_than_a_few(recorded_procedures):
    for shelf in shelves.shelves(clock.today()):
        assert len(shelf.first) == min(shelf.count, shelves.SHOWN)


def test_an_empty_catalog_has_no_index(client, db):
    assert "Tìm theo việc" not in client.get("/").text


def test_the_front_page_costs_few_queries(
    client, recorded_procedures, django_assert_max_num_queries
):
    """Identity, events, the most used (2), shelves; and at most two for each panel."""
    with django_assert_max_num_queries(14):
        client.get("/")
