"""A draft is opened, commented on article by article, extended, summed up and read.

Once with scripts, which prove that a machine worked, and once without, when a human looks closely.
"""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from motcua.accounts.tests.sessions import as_officer
from motcua.consultations import loading
from motcua.consultations.models import Comment, Consultation
from motcua.consultations.tests.stories import Hands, commented, opened, prepared
from motcua.dossiers.tests.factories import OrganizationFactory, officer
from motcua.organizations.models import Duty
from motcua.periods.clock import today

from .conftest import NARROW, WIDE

PHONE = "0912 345 678"
TEXT = f"Nên thêm hợp tác xã. Gọi tôi {PHONE}."


@pytest.fixture
def hands(transactional_db, settings):
    settings.PROOF_BITS, settings.FASTEST_SECONDS = 9, 0
    loading.load()
    office = OrganizationFactory(identifier="H49.03", full_name="Sở Nội vụ")
    drafter = officer(office, Duty.APPRAISE, title="Chuyên viên")
    return Hands(drafter, officer(office, Duty.DECIDE, title="Phó Giám đốc"))


def signed_in(reader, session):
    cookie = {"name": "sessionid", "value": session.cookies["sessionid"].value, "url": reader.home}
    reader.page.context.add_cookies([cookie])
    return reader


def presses(reader, name):
    reader.page.locator("main").get_by_role("button", name=name).first.click()


def stands_before(reader, heading):
    reader.page.locator("h1", has_text=heading).wait_for()
    reader.look()


@pytest.mark.parametrize(
    ("width", "javascript"),
    [(NARROW, True), (NARROW, False), (WIDE, True)],
    ids=["narrow", "narrow without scripts", "wide"],
)
def test_a_comment_on_one_article(readers, hands, javascript, width):
    consultation = opened(hands)
    reader = readers(width=width, javascript=javascript)

    code = comments(reader, consultation)

    comment = Comment.objects.get(code=code)
    assert comment.article.number == "Điều 2"
    assert (comment.doubts == []) is javascript


def comments(reader, consultation):
    """From the list to the code, beginning beside the article."""
    page = reader.page
    reader.go("/lay-y-kien/")
    stands_before(reader, "Lấy ý kiến")
    page.get_by_role("link", name=consultation.title).click()
    stands_before(reader, consultation.title)
    page.get_by_text("Góp ý Điều 2", exact=True).click()
    article = page.locator("#dieu-2")
    article.get_by_label("Đồng ý, có sửa").check()
    article.get_by_role("textbox").fill(TEXT)
    reader.look()
    article.get_by_role("button", name="Tiếp tục").click()
    stands_before(reader, "Góp ý Điều 2")
    assert page.get_by_label("Góp ý", exact=True).input_value() == TEXT
    page.get_by_label(re.compile("Thư điện tử")).fill("sai")
    presses(reader, "Gửi góp ý")
    page.get_by_text("chỗ cần sửa").wait_for()
    reader.look()
    page.get_by_label(re.compile("Thư điện tử")).fill("mau@example.vn")
    presses(reader, "Gửi góp ý")
    stands_before(reader, "Đã nhận góp ý của bạn")
    return re.search(r"GY-[0-9A-Z]{8}", page.locator("main").inner_text())[0]


def test_from_the_opening_to_the_report(readers, hands):
    """The officers before a screen, the reader with a telephone."""
    consultation = prepared(hands)
    drafter = signed_in(readers(width=WIDE), as_officer(Client(), hands.drafter.person))
    approver = signed_in(readers(width=WIDE), as_officer(Client(), hands.approver.person))
    desk = f"/can-bo/lay-y-kien/{consultation.code}/"

    prepares(drafter, desk)
    opens_and_extends(approver, desk)
    comment = commented(Consultation.objects.get(), TEXT)
    shows(drafter, comment)
    answers(drafter, desk)

    reader = readers(width=NARROW)
    reader.go(f"/lay-y-kien/{consultation.code}/y-kien/")
    stands_before(reader, "Góp ý công khai")
    page = reader.page.content()
    assert "Nên thêm hợp tác xã." in page
    assert PHONE not in page

    sums_up_after_the_end(consultation, hands)
    reader.go(f"/lay-y-kien/{consultation.code}/")
    stands_before(reader, consultation.title)
    assert "Đã bổ sung hợp tác xã." in reader.page.content()


def prepares(drafter, desk):
    drafter.go("/can-bo/lay-y-kien/")
    stands_before(drafter, "Lấy ý kiến")
    drafter.go("/can-bo/lay-y-kien/soan/")
    stands_before(drafter, "Soạn đợt lấy ý kiến")
    drafter.go(f"{desk}noi-dung/")
    drafter.page.get_by_role("button", name="Xem trước các điều").click()
    drafter.page.get_by_text("Tách được 3 phần").wait_for()
    drafter.look()
    presses(drafter, "Đúng rồi, giữ các điều này")
    drafter.page.wait_for_url(f"**{desk}")
    drafter.look()


def opens_and_extends(approver, desk):
    approver.go(f"{desk}mo/")
    approver.look()
    presses(approver, "Mở lấy ý kiến")
    approver.page.wait_for_url(f"**{desk}")
    approver.page.get_by_role("link", name="Gia hạn").click()
    later = today() + timedelta(days=40)
    approver.page.get_by_label("Nhận góp ý đến hết ngày").fill(later.isoformat())
    approver.page.get_by_label("Lý do gia hạn").fill("Nhiều nơi chưa họp.")
    approver.look()
    presses(approver, "Gia hạn")
    approver.page.wait_for_url(f"**{desk}")
    assert Consultation.objects.get().closes_on == later


def shows(drafter, comment):
    drafter.go("/can-bo/lay-y-kien/y-kien/")
    stands_before(drafter, "Góp ý: Chờ xem")
    drafter.page.get_by_role("link", name=comment.code).click()
    stands_before(drafter, comment.code)
    assert PHONE not in drafter.page.get_by_label("Bản công khai").input_value()
    presses(drafter, "Công khai bản này")
    drafter.page.get_by_text("đã ghi").first.wait_for()


def answers(drafter, desk):
    drafter.go(f"{desk}tong-hop/")
    drafter.page.get_by_role("checkbox").first.check()
    drafter.page.get_by_label("Tiếp thu", exact=True).check()
    drafter.page.get_by_label("Các góp ý này đề nghị gì").fill("Thêm hợp tác xã")
    drafter.page.get_by_label("Tiếp thu thế nào, hoặc vì sao không").fill("Đã bổ sung hợp tác xã.")
    drafter.look()
    presses(drafter, "Ghi trả lời")
    drafter.page.get_by_text("Đã ghi trả lời.").first.wait_for()
    drafter.look()
    drafter.go(f"{desk}tong-hop/bao-cao/")
    drafter.look()


def sums_up_after_the_end(consultation, hands):
    """Time passes for the office only: the windows' sessions would be over."""
    found = Consultation.objects.get(pk=consultation.pk)
    with time_machine.travel(timezone.now() + timedelta(days=41)):
        found.sum_up(by=hands.approver, summary="Cảm ơn các góp ý.")


def test_by_keyboard_alone(readers, hands):
    consultation = opened(hands)
    reader = readers(width=WIDE)
    reader.go(f"/lay-y-kien/{consultation.code}/gop-y/?dieu=1")
    stands_before(reader, "Góp ý Điều 1")

    keyboard = reader.page.keyboard
    reader.page.get_by_label("Đồng ý", exact=True).focus()
    keyboard.press("Space")
    reader.tab_to("Góp ý")
    keyboard.type("Đồng ý với điều này.")
    reader.tab_to("Gửi góp ý")
    keyboard.press("Enter")

    stands_before(reader, "Đã nhận góp ý của bạn")
    assert Comment.objects.get().stance == "agree"
