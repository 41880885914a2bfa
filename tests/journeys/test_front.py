"""A reader comes to the front page with something that happened, and sees how many others come."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from motcua.demo import seed_visits
from motcua.guides import loading


@pytest.fixture(autouse=True)
def _province(identity):
    call_command("load_recorded_procedures", verbosity=0)
    loading.load()
    seed_visits.seed()


def test_from_what_happened_to_its_guide(reader_without_javascript):
    reader = reader_without_javascript
    reader.go("/")
    reader.look()

    reader.page.get_by_role("link", name="Kết hôn", exact=True).click()
    reader.page.wait_for_url("**/dich-vu-cong/huong-dan/ket-hon/")


def test_how_many_come_is_told_by_day_and_by_month(reader):
    reader.go("/thong-ke-truy-cap/")
    reader.look()

    reader.page.get_by_text("Số liệu từng ngày").click()
    reader.page.get_by_role("link", name="90 ngày").click()
    reader.page.wait_for_url("**/?ngay=90#theo-ngay")
    reader.look()

    expect(reader.page.get_by_role("img", name="Lượt truy cập mỗi ngày")).to_be_visible()
    with reader.page.expect_download() as download:
        reader.page.get_by_role("link", name="Tải số liệu mọi ngày").click()
    assert download.value.suggested_filename == "truy-cap-theo-ngay.csv"


def test_a_button_s_address_opened_as_a_page_leads_on(reader):
    assert reader.go("/hien-thi/") == 405
    reader.look()
