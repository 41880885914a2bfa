"""A reader finds the way: by search, by doors, by keyboard, in large letters, in English."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

PAGES = [
    "/",
    "/hoi-dap/",
    "/tin-tuc/",
    "/kha-nang-tiep-can/",
    "/bao-ve-du-lieu-ca-nhan/",
    "/dich-vu-cong/",
    "/dich-vu-cong/1.001193/",
    "/tra-cuu/",
    "/en/",
]


@pytest.fixture(autouse=True)
def _procedures(identity):
    call_command("load_recorded_procedures", verbosity=0)


def test_every_open_page_is_sound(reader):
    for address in PAGES:
        assert reader.go(address) == 200
        reader.look()


def test_words_without_accents_lead_to_the_procedure(reader):
    reader.go("/")

    reader.page.get_by_label("Gõ theo cách bạn thường nói").fill("khai sinh")
    reader.page.get_by_role("button", name="Tìm thủ tục").click()
    reader.page.wait_for_url("**/tim-kiem/**")
    reader.look()
    reader.page.locator("main a[href='/dich-vu-cong/1.001193/']").first.click()

    reader.page.wait_for_url("**/dich-vu-cong/1.001193/")
    reader.look()


def test_each_door_leads_to_its_room(reader):
    reader.go("/")

    for name in ("Tình hình xử lý", "Hỏi đáp", "Tin tức", "Dịch vụ công"):
        reader.page.get_by_role("link", name=name, exact=True).click()
        expect(reader.page.locator(".doors [aria-current]")).to_have_text(name)


@pytest.mark.parametrize(("address", "status"), [("/khong-co/", 404), ("/en/khong-co/", 404)])
def test_a_page_that_is_not_there_offers_the_search(reader, address, status):
    assert reader.go(address) == status

    reader.look()
    reader.page.locator("main input[name=q]").fill("khai tu")
    reader.page.keyboard.press("Enter")

    reader.page.wait_for_url("**/tim-kiem/?q=khai+tu")


def test_larger_text_and_contrast_stay_without_javascript(reader_without_javascript):
    reader = reader_without_javascript
    reader.go("/hoi-dap/")
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    before = reader.page.evaluate(size)

    reader.page.get_by_text("Cách hiển thị").click()
    reader.page.get_by_label("Chữ lớn hơn").check()
    reader.page.get_by_label("Tương phản cao").check()
    reader.look()
    reader.page.get_by_role("button", name="Áp dụng").click()

    larger = f"{before * 1.25:g}px"
    expect(reader.page.locator("body")).to_have_css("font-size", larger)
    assert reader.path == "/hoi-dap/"
    for address in PAGES:
        reader.go(address)
        reader.look()


def test_the_keyboard_alone_reaches_skip_link_doors_and_search(reader):
    reader.go("/hoi-dap/")

    reader.page.keyboard.press("Tab")
    skip = reader.page.get_by_role("link", name="Đến nội dung chính")
    assert skip.evaluate("e => e === document.activeElement && e.getBoundingClientRect().top >= 0")

    reader.tab_to("Cách hiển thị")
    reader.page.keyboard.press("Enter")
    reader.tab_to("Chữ lớn hơn")
    reader.tab_to("Tin tức")
    reader.tab_to("Tìm trên cổng")
    reader.page.keyboard.type("ket hon")
    reader.page.keyboard.press("Enter")

    reader.page.wait_for_url("**/tim-kiem/?q=ket+hon")


def test_the_skip_link_leads_past_the_doors(reader):
    reader.go("/hoi-dap/")

    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")

    expect(reader.page.locator("#noi-dung")).to_be_focused()


def test_the_other_language_keeps_the_page(reader):
    reader.go("/tin-tuc/?a=1")

    reader.page.get_by_role("link", name="English").click()
    reader.page.wait_for_url("**/en/tin-tuc/?a=1")
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")

    reader.page.get_by_role("link", name="Tiếng Việt").click()
    expect(reader.page.locator("html")).to_have_attribute("lang", "vi")
    assert reader.path == "/tin-tuc/?a=1"


def test_twice_the_size_still_fits(readers):
    """200 % zoom of a 1280 px window leaves 640 px (WCAG 1.4.4); 400 % leaves 320 (1.4.10)."""
    for width in (640, 320):
        reader = readers(width=width)
        for address in PAGES:
            reader.go(address)
            reader.look()
