"""A reader searches the whole site: from the header, by kind, misspelled, and in vain."""

import re
from urllib.parse import quote_plus

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from motcua.search import actions


@pytest.fixture(autouse=True)
def _index(identity):
    call_command("load_recorded_procedures", verbosity=0)
    call_command("rebuild_search_index", verbosity=0)
    actions.put("document", "1/huong-dan.pdf", title="Hướng dẫn đăng ký khai sinh liên thông")


def search(reader, words):
    reader.page.locator("main input[name=q]").fill(words)
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"**/tim-kiem/?q={quote_plus(words)}")


def test_from_the_header_to_a_procedure_by_its_kind(readers):
    reader = readers(width=1280)
    reader.go("/tra-cuu/")

    reader.page.get_by_label("Tìm trên cổng").fill("khai sinh")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/tim-kiem/?q=khai+sinh")
    reader.look()
    reader.page.get_by_role("link", name="Thủ tục hành chính").click()
    expect(reader.page.locator("main [aria-current=true]")).to_contain_text(re.compile("^Thủ tục"))
    reader.look()
    reader.page.locator(".search-results a").first.click()
    reader.page.wait_for_url("**/dich-vu-cong/**")

    assert reader.path == "/dich-vu-cong/1.001193/"


def test_a_misspelled_question_is_mended_on_a_telephone(reader_without_javascript):
    reader = reader_without_javascript
    reader.go("/tim-kiem/")
    reader.look()

    search(reader, "khai xinnh")
    reader.look()
    reader.page.get_by_role("link", name="khai sinh", exact=True).click()
    reader.page.wait_for_url("**/tim-kiem/?q=khai%20sinh")
    expect(reader.page.locator(".search-results mark").first).to_have_text("khai")

    search(reader, "zzqqy")
    reader.look()
    expect(reader.page.get_by_role("heading", name="Bạn có thể thử")).to_be_visible()
