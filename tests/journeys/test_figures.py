"""Somebody asks how offices do: from the whole province to one of them, and their own dossier."""

import re

import pytest
from playwright.sync_api import expect

from motcua.catalog.models import Sector
from motcua.dossiers.tests.factories import OrganizationFactory
from motcua.periods.clock import today
from motcua.statistics.models import Tally
from motcua.statistics.spans import later

OFFICES = ("UBND phường Bãi Cháy", "UBND phường Hồng Gai", "UBND xã Bình Liêu", "UBND xã Hải Hà")
SECTORS = {"dat-dai": "Đất đai", "kinh-doanh": "Kinh doanh"}


@pytest.fixture(autouse=True)
def _figures(identity):
    """Half a year of four offices; one has two dossiers of one sector a month."""
    sectors = [Sector.objects.create(slug=slug, name=name) for slug, name in SECTORS.items()]
    for number, name in enumerate(OFFICES):
        office = OrganizationFactory(identifier=f"H49.{901 + number}", full_name=name)
        for sector in sectors:
            for back in range(6):
                _month(office, sector, back, 2 if number == 3 and sector is sectors[0] else 40)


def _month(office, sector, back, count):
    Tally.objects.create(
        organization=office,
        sector=sector,
        month=later(today().replace(day=1), -back),
        submitted=count,
        received_online=count,
        early=count * 3 // 4,
        on_time=count - count * 3 // 4 - back % 2,
        late=back % 2,
    )


def test_from_the_province_to_one_office(reader):
    page = reader.page
    reader.go("/")
    page.get_by_role("link", name="Tình hình xử lý", exact=True).click()
    expect(page.locator("h1")).to_have_text("Tình hình xử lý hồ sơ")
    reader.look()

    page.get_by_label("Lĩnh vực").select_option("Đất đai")
    page.get_by_role("button", name="Xem", exact=True).click()
    expect(page.locator("main")).to_contain_text("Dấu • là số không hiện")
    reader.look()
    page.locator("#so-lieu").scroll_into_view_if_needed()
    page.locator(".figures").get_by_role("link", name=OFFICES[0]).click()

    expect(page.locator("h1")).to_have_text(OFFICES[0])
    page.get_by_text("Số liệu từng tháng").click()
    reader.look()


def test_how_it_is_counted_and_where_my_dossier_is(reader_without_javascript):
    reader = reader_without_javascript
    page = reader.page
    reader.go("/tinh-hinh-xu-ly/?ky=2026&q=binh+lieu")
    expect(page.locator(".figures tbody tr")).to_have_count(1)
    reader.look()
    page.get_by_role("link", name="Cách tính").click()
    reader.look()
    page.get_by_role("link", name="Tình hình xử lý").last.click()

    page.get_by_label("Mã hồ sơ").fill("H49.61-261119-0037")
    page.get_by_label("Bốn số cuối").fill("1234")
    page.get_by_role("button", name="Tra cứu").click()

    expect(page).to_have_url(re.compile("/tra-cuu/$"))
    expect(page.locator("main")).to_contain_text("Không tìm thấy hồ sơ")
    expect(page.locator(".doors [aria-current]")).to_have_text("Tình hình xử lý")
    reader.look()
