"""Somebody looks at the apparatus: of today, of another day, drawn, and at what changed."""

from datetime import date

import pytest
from playwright.sync_api import expect

from motcua.organizations import profiles
from motcua.organizations.models import ChangeKind, Post, Succession
from motcua.organizations.tests.factories import (
    AppointmentFactory,
    OrganizationFactory,
    UnitFactory,
)
from motcua.periods.models import until
from motcua.territory.models import Location

from .conftest import NARROW

CHANGE = date(2025, 7, 1)


@pytest.fixture(autouse=True)
def _apparatus(identity):
    """A ward of two tiers, the one it took over from, and who leads it."""
    province = UnitFactory(tier=1, code="22", named="Quảng Ninh")
    top = OrganizationFactory(
        identifier="H49", kind="committee", tier=1, named="UBND tỉnh Quảng Ninh", unit=province
    )
    unit = UnitFactory(named="Hồng Gai", inside=province)
    Location.objects.create(unit=unit, latitude="20.95", longitude="107.08", area_km2="5")
    ward = OrganizationFactory(
        identifier="H49.61", named="UBND phường Hồng Gai", under=top, unit=unit
    )
    old = OrganizationFactory(
        identifier="H49.20.02", named="UBND phường Bạch Đằng", valid_during=until(CHANGE)
    )
    Succession.objects.create(
        old=old,
        new=ward,
        day=CHANGE,
        kind=ChangeKind.ABSORB,
        is_default=True,
        legal_basis="NQ 1679",
    )
    head = {"post__title": "Chủ tịch", "post__rank": Post.Rank.HEAD, "post__is_head": True}
    AppointmentFactory(post__organization=ward, person__full_name="Đỗ Hồng Quân", **head)
    profiles.open_for_leaders()


def test_from_an_earlier_day_to_who_leads_now(reader):
    page = reader.page
    reader.go("/to-chuc/")

    page.get_by_label("Bộ máy tính đến ngày").fill("30/06/2025")
    page.get_by_role("button", name="Xem", exact=True).click()
    for fold in page.locator("main details:not([open]) > summary").all():
        fold.click()
    page.locator("main").get_by_role("link", name="UBND phường Bạch Đằng").first.click()
    expect(page.locator("main")).to_contain_text("30/06/2025")
    reader.look()

    page.locator("main").get_by_role("link", name="UBND phường Hồng Gai").first.click()
    expect(page.locator("h1")).to_contain_text("UBND phường Hồng Gai")
    reader.look()
    page.locator("main").get_by_role("link", name="Đỗ Hồng Quân").first.click()
    expect(page.locator("h1")).to_contain_text("Đỗ Hồng Quân")
    reader.look()
    reader.go("/to-chuc/so-do/")
    reader.look()


def test_map_and_difference_need_no_script(readers):
    reader = readers(width=NARROW, javascript=False)
    page = reader.page
    reader.go("/to-chuc/ban-do/")
    reader.look()
    page.locator(".communes-map a").first.click()
    expect(page.locator("h1")).to_contain_text("UBND phường Hồng Gai")

    reader.go("/to-chuc/khac-biet/")
    page.get_by_label("Từ ngày").fill("30/06/2025")
    page.get_by_label("Đến ngày").fill("01/07/2025")
    page.get_by_role("button", name="So sánh").click()
    expect(page.locator("main")).to_contain_text("UBND phường Bạch Đằng")
    reader.look()
