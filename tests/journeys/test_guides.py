"""From what happened, through a guide, to the procedure, its papers and the way to apply."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from motcua.guides import loading
from motcua.organizations.models import OrganizationKind
from motcua.organizations.tests.factories import OrganizationFactory


@pytest.fixture(autouse=True)
def _province(identity):
    OrganizationFactory(kind=OrganizationKind.COMMUNE_COMMITTEE)
    call_command("load_recorded_procedures", verbosity=0)
    loading.load()


@pytest.fixture(params=[(w, js) for w in (360, 1280) for js in (False, True)], ids=str)
def walker(request, readers):
    width, javascript = request.param
    return readers(width=width, javascript=javascript)


def answer(walker, said):
    walker.page.get_by_label(said).check()
    walker.page.get_by_role("button", name="Tiếp tục").click()


def test_from_a_birth_to_the_button(walker):
    page = walker.page
    walker.go("/dich-vu-cong/huong-dan/")
    page.get_by_role("link", name="Sinh con", exact=True).click()
    expect(page.get_by_label("Con sinh ngày nào?")).to_be_visible()
    walker.look()
    page.get_by_label("Con sinh ngày nào?").fill("1/11/2026")
    page.get_by_role("button", name="Tiếp tục").click()
    answer(walker, "Không, cả hai là người Việt Nam ở trong nước")
    page.go_back()
    answer(walker, "Không, cả hai là người Việt Nam ở trong nước")
    answer(walker, "Cha hoặc mẹ")
    answer(walker, "Có")
    answer(walker, "Chưa cần")

    expect(page.get_by_text("31/12/2026")).to_be_visible()
    walker.look()
    page.get_by_role("link", name="Thủ tục đăng ký khai sinh").click()
    expect(page.get_by_role("link", name="Nộp hồ sơ trực tuyến")).to_be_visible()
    walker.look()
    walker.reads_in_order()
    expect(page.locator("#cac-buoc")).not_to_be_visible()
    page.get_by_role("heading", name="Các bước").click()
    expect(page.locator("#cac-buoc")).to_be_visible()
    page.get_by_role("link", name="Tôi có làm được không?").click()
    page.get_by_label("Có", exact=True).check()
    walker.reads_in_order()
    page.get_by_role("button", name="Xem tôi có làm được không").click()
    foreign = page.get_by_role("link", name="Đăng ký khai sinh có yếu tố nước ngoài")
    expect(foreign).to_be_visible()
    walker.look()


@pytest.mark.parametrize("javascript", [False, True])
def test_what_is_folded_opens_where_an_address_leads_into_it_and_on_paper(readers, javascript):
    reader = readers(width=360, javascript=javascript)
    reader.go("/dich-vu-cong/1.001193/#can-cu")

    expect(reader.page.locator("#can-cu")).to_be_visible()
    expect(reader.page.locator("#luu-y")).not_to_be_visible()
    reader.page.emulate_media(media="print")
    assert reader.page.locator("#luu-y li").first.bounding_box()["height"] > 0


def test_the_list_is_narrowed_and_the_page_rated(readers):
    reader = readers(width=360)
    reader.go("/dich-vu-cong/")
    reader.page.get_by_text("Lọc theo việc").click()
    reader.page.get_by_label("Việc trong đời").select_option("sinh-con")
    reader.page.get_by_role("button", name="Lọc").click()
    reader.page.wait_for_url("**sinh-con**")
    reader.look()
    reader.page.get_by_role("link", name="Thủ tục đăng ký khai sinh").click()

    reader.page.locator(".helped").get_by_role("link", name="Không, hoặc chưa đủ").click()
    reader.page.get_by_label("Còn thiếu gì").fill("Thiếu mức phí")
    reader.look()
    reader.page.get_by_role("button", name="Gửi góp ý").click()

    reader.page.get_by_text("Cảm ơn bạn.").wait_for()
