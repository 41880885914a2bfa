"""Somebody without an account asks, an office answers, and everybody reads it without the number.

Once with scripts, which offer what was asked before and prove that a machine worked, and once
without, when a human looks first.
"""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.catalog.models import ProcedureVersion
from motcua.dossiers.tests.factories import (
    OrganizationFactory,
    PersonFactory,
    VersionFactory,
    officer,
)
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.questions import letters, loading, publication
from motcua.questions.facts import PublicText
from motcua.questions.models import Inquiry, Question
from motcua.questions.tests.factories import QuestionFactory
from motcua.worktime.actions import load_calendar

from .conftest import NARROW, WIDE

PHONE = "0912 345 678"
TITLE = "Khai sinh cho con bốn tháng tuổi có bị phạt không?"
TEXT = f"Tôi là Lê Văn Mẫu, điện thoại {PHONE}. Cháu bốn tháng tuổi, vì ốm nên chưa khai sinh."
ANSWER = "Không bị phạt. Anh mang giấy chứng sinh đến phường để đăng ký ngay."


@pytest.fixture
def office(transactional_db, settings):
    settings.PROOF_BITS, settings.FASTEST_SECONDS = 9, 0
    load_calendar()
    loading.load()
    return OrganizationFactory(identifier="H49.61", full_name="Ủy ban nhân dân phường Hồng Gai")


@pytest.fixture
def answered(office):
    """Asked and answered before."""
    question = QuestionFactory(
        organization=office, published=True, title="Khai sinh muộn có bị phạt tiền không?"
    )
    publication.put_in_index(question)
    return question


def signed_in(reader, session):
    """The window of somebody who has signed in."""
    cookie = {"name": "sessionid", "value": session.cookies["sessionid"].value, "url": reader.home}
    reader.page.context.add_cookies([cookie])
    return reader


def presses(reader, name):
    reader.page.locator("main").get_by_role("button", name=name).first.click()


def stands_before(reader, heading):
    reader.page.locator("h1", has_text=heading).wait_for()
    reader.look()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_a_question_is_asked_answered_and_read(readers, office, answered, javascript):
    asker = readers(width=NARROW, javascript=javascript)

    code = asks(asker, answered, javascript=javascript)

    question = Question.objects.get(code=code)
    assert question.is_suspect is not javascript
    hands = officers(office)
    if javascript:
        answers(readers, hands, code)
    else:
        answers_elsewhere(hands, question)
    reader = readers(width=WIDE, javascript=javascript)
    reader.go("/hoi-dap/?q=khai+sinh+bon+thang")
    stands_before(reader, "Hỏi đáp")
    reader.page.get_by_role("link", name="Khai sinh cho con bốn tháng").first.click()
    stands_before(reader, "Khai sinh cho con bốn tháng")
    page = reader.page.content()
    assert "Không bị phạt." in page
    assert PHONE not in page
    assert "Lê Văn Mẫu" not in page
    presses(reader, "Có")
    reader.page.get_by_text("Cảm ơn bạn").wait_for()

    follows(asker, code)


def test_a_proof_that_is_found_at_once_sends_all_the_same(readers, office, settings):
    settings.PROOF_BITS = 1
    asker = readers(width=NARROW)
    asker.go("/hoi-dap/gui-cau-hoi/")

    presses(asker, "Tiếp tục")

    asker.page.get_by_text("chỗ cần sửa").wait_for()


def test_an_answer_goes_stale_when_its_procedure_changes_and_holds_again(readers, office):
    """Readers are told at once; the owner finds it on the desk, looks and says that it holds."""
    version = VersionFactory(code="1.001193")
    clerk, _drafter, _approver = officers(office)
    question = QuestionFactory(
        organization=office,
        published=True,
        title=TITLE,
        procedure=version.procedure,
        checked_at=timezone.now() - timedelta(days=30),
    )
    reader = readers(width=NARROW)
    reader.go(f"/hoi-dap/{question.code}/")
    assert reader.page.get_by_text("có thể không còn đúng").count() == 0

    changes(version)

    reader.go(f"/hoi-dap/{question.code}/")
    reader.page.get_by_text("Câu trả lời này có thể không còn đúng").wait_for()
    reader.look()
    reader.page.get_by_role("link", name="Xem bản hiện hành").click()
    stands_before(reader, "Đăng ký khai sinh tại xã")
    owner = signed_in(readers(width=WIDE), as_officer(Client(), clerk.person))
    owner.go("/can-bo/hoi-dap/?hang=can-xem-lai")
    stands_before(owner, "Trả lời cần xem lại")
    owner.page.get_by_role("link", name=question.code).click()
    stands_before(owner, question.code)
    owner.page.get_by_role("link", name="Xác nhận trả lời còn đúng").click()
    owner.page.get_by_label("Lý do").fill("Bản mới chỉ đổi nơi nộp hồ sơ.")
    presses(owner, "Xác nhận trả lời còn đúng")
    owner.page.wait_for_url(f"**/can-bo/hoi-dap/{question.code}/")
    reader.go(f"/hoi-dap/{question.code}/")
    stands_before(reader, TITLE)
    assert reader.page.get_by_text("có thể không còn đúng").count() == 0


def changes(version):
    """A new version of the procedure comes into force today."""
    new = ProcedureVersion.objects.create(
        procedure=version.procedure,
        number=2,
        name="Đăng ký khai sinh tại xã",
        name_sort_key="x",
        levels=["commune"],
        valid_during=since(today()),
    )
    new.publish(by=Acting.citizen(PersonFactory()))


def asks(reader, answered, *, javascript):
    """From the list to the code of the question."""
    page = reader.page
    reader.go("/hoi-dap/")
    stands_before(reader, "Hỏi đáp")
    page.get_by_role("link", name="Gửi câu hỏi", exact=True).click()
    stands_before(reader, "Bạn muốn hỏi gì?")
    presses(reader, "Tiếp tục")
    page.get_by_text("chỗ cần sửa").wait_for()
    page.get_by_label("Tóm tắt trong một câu").fill(TITLE)
    if javascript:
        page.get_by_text("Có phải bạn hỏi điều này?").wait_for()
        assert answered.public_title in page.content()
    page.get_by_label("Viết rõ hơn").fill(TEXT)
    page.get_by_text("Bạn biết thủ tục, nơi hoặc cơ quan?").click()
    page.get_by_label(re.compile("Cơ quan bạn muốn hỏi")).select_option("H49.61")
    page.get_by_label("Họ và tên").fill("Lê Văn Mẫu")
    page.get_by_label("Thư điện tử").fill("mau@example.vn")
    page.get_by_label(re.compile("Số điện thoại")).fill(PHONE)
    reader.look()
    presses(reader, "Tiếp tục")
    stands_before(reader, "Xem lại và gửi")
    assert answered.public_title in page.content()
    presses(reader, "Gửi mã cho tôi")
    page.get_by_label("Mã sáu số trong thư").wait_for()
    letters.send_code(Inquiry.objects.get().pk)
    page.get_by_label("Mã sáu số trong thư").fill(re.search(r"\d{6}", mail.outbox[-1].body)[0])
    presses(reader, "Xác nhận")
    page.get_by_role("button", name="Tải lên").wait_for()
    reader.look()
    presses(reader, "Gửi câu hỏi")
    stands_before(reader, "Đã nhận câu hỏi của bạn")
    return re.search(r"HD-\d{6}-\d{4}", page.locator("main").inner_text())[0]


def officers(office):
    return [
        officer(office, Duty.RECEIVE, title="Công chức trực hỏi đáp"),
        officer(office, Duty.APPRAISE, title="Công chức tư pháp – hộ tịch"),
        officer(office, Duty.DECIDE, title="Phó Chủ tịch"),
    ]


def answers(readers, hands, code):
    """Sorted, drafted, approved and published, each by whose turn it is."""
    clerk, drafter, approver = (
        signed_in(readers(width=WIDE), as_officer(Client(), one.person)) for one in hands
    )
    desk = f"/can-bo/hoi-dap/{code}/"
    clerk.go(f"{desk}phan-cong/")
    clerk.page.get_by_label("Người soạn trả lời").select_option(str(hands[1].person.pk))
    presses(clerk, "Phân công")
    clerk.page.wait_for_url(f"**{desk}")
    drafter.go(f"{desk}soan/")
    drafter.page.get_by_label("Trả lời", exact=True).fill(ANSWER)
    presses(drafter, "Trình duyệt")
    drafter.page.wait_for_url(f"**{desk}")
    approver.go(desk)
    approver.page.get_by_role("button", name="Duyệt trả lời").or_(
        approver.page.get_by_role("link", name="Duyệt trả lời")
    ).first.click()
    if approver.path.endswith("/duyet/"):
        presses(approver, "Duyệt trả lời")
    approver.page.wait_for_url(f"**{desk}")
    clerk.go(f"{desk}tra-loi-cong-khai/")
    assert PHONE not in clerk.page.get_by_label("Câu hỏi công khai").input_value()
    presses(clerk, "Trả lời công khai")
    clerk.page.wait_for_url(f"**{desk}")


def answers_elsewhere(hands, question):
    """The same without pages, which were looked at before."""
    clerk, drafter, approver = hands
    question.assign(by=clerk, drafter=drafter.person)
    question.draft(by=drafter, answer=ANSWER)
    question.approve(by=approver)
    public = PublicText(TITLE, "Cháu bốn tháng tuổi, chưa khai sinh.", ANSWER)
    question.publish(by=clerk, public=public)


def follows(reader, code):
    """Without an account: by the code and the address."""
    reader.go("/hoi-dap/theo-doi/")
    stands_before(reader, "Câu hỏi của bạn đến đâu rồi?")
    reader.page.get_by_label("Mã câu hỏi").fill(code)
    reader.page.get_by_label("Thư điện tử đã dùng khi hỏi").fill("mau@example.vn")
    presses(reader, "Xem câu hỏi")
    stands_before(reader, "Khai sinh cho con bốn tháng")
    assert "Không bị phạt." in reader.page.content()
    reader.page.get_by_role("link", name="Chưa hài lòng?").click()
    stands_before(reader, "Đề nghị trả lời lại")


def test_ones_own_questions_are_in_the_account(reader, office):
    person = PersonFactory(full_name="Vũ Đức Thịnh")
    question = QuestionFactory(organization=office, asker=person)
    signed_in(reader, as_citizen(Client(), person))

    reader.go("/tai-khoan/cau-hoi/")
    stands_before(reader, "Câu hỏi của tôi")
    reader.page.get_by_role("link", name=question.title).click()
    stands_before(reader, question.title)
    reader.page.get_by_role("link", name="Rút câu hỏi").click()
    stands_before(reader, "Rút câu hỏi")
    presses(reader, "Rút câu hỏi")
    reader.page.get_by_text("Đã rút câu hỏi.").first.wait_for()


def test_complaints_are_led_to_their_own_way(reader, office):
    reader.go("/hoi-dap/khieu-nai-to-cao/")
    stands_before(reader, "Khiếu nại, tố cáo gửi ở đâu?")
