"""From what happened, through a guide, to the procedure, its papers and the way to apply."""

import pytest
from django.core.management import call_command

from motcua.guides import loading
from motcua.organizations.models import OrganizationKind
from motcua.organizations.tests.factories import OrganizationFactory


@pytest.fixture(autouse=True)
def _province(identity):
    OrganizationFactory(kind=OrganizationKind.COMMUNE_COMMITTEE)
    call_command("load_recorded_procedures", verbosity=0)
    loading.load()


@pytest.fixture(params=[(360, False), (1280, True)], ids=str)
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
    walker.look()
    page.get_by_label("Con sinh ngày nào?").fill("1/11/2026")
    page.get_by_role("button", name="Tiếp tục").click()
    answer(walker, "Không, cả hai là người Việt Nam ở trong nước")
    page.go_back()
    answer(walker, "Không, cả hai là người Việt Nam ở trong nước")
    answer(walker, "Cha hoặc mẹ")
    answer(walker, "Có")
    answer(walker, "Chưa cần")

    assert page.get_by_text("31/12/2026").is_visible()
    walker.look()
    page.get_by_role("link", name="Thủ tục đăng ký khai sinh").click()
    walker.look()
    assert page.get_by_role("link", name="Nộp hồ sơ trực tuyến").is_visible()
    page.get_by_role("link", name="Tôi có làm được không?").click()
    page.get_by_label("Có", exact=True).check()
    page.get_by_role("button", name="Xem tôi có làm được không").click()
    walker.look()
    assert page.get_by_role("link", name="Xem thủ tục phù hợp hơn").is_visible()


def test_the_list_is_narrowed_and_the_page_rated(readers):
    reader = readers(width=360)
    reader.go("/dich-vu-cong/")
    reader.page.get_by_text("Lọc theo việc").click()
    reader.page.get_by_label("Việc trong đời").select_option("sinh-con")
    reader.page.get_by_role("button", name="Lọc").click()
    reader.look()
    reader.page.get_by_role("link", name="Thủ tục đăng ký khai sinh").click()

    reader.page.locator(".helped").get_by_role("link", name="Không, hoặc chưa đủ").click()
    reader.page.get_by_label("Còn thiếu gì").fill("Thiếu mức phí")
    reader.look()
    reader.page.get_by_role("button", name="Gửi góp ý").click()

    reader.page.get_by_text("Cảm ơn bạn.").wait_for()
