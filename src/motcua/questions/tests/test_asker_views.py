"""What does an asker see and do afterwards, with an account or with a link?"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.dossiers.tests.factories import PersonFactory
from motcua.questions import actions, follow_links
from motcua.questions.actions import Asked, Contact
from motcua.questions.models import Inquiry

MINE = "/tai-khoan/cau-hoi/"
FOLLOW = "/hoi-dap/theo-doi/"
EMAIL = "thinh@example.vn"


@pytest.fixture
def citizen(client, asker):
    return as_citizen(client, asker.person)


@pytest.fixture
def asked_by_a_stranger(office, people):
    """A question of somebody without an account, whose address was confirmed."""
    import uuid

    asked = Asked(
        form_key=uuid.uuid4(),
        title="Mất giấy hẹn thì làm thế nào?",
        text="Tôi làm mất giấy hẹn trả kết quả.",
        organization=office,
        contact=Contact(name="Lê Văn Mẫu", email=EMAIL, phone="0987654321"),
    )
    return actions.ask(asked, by=people.machine)


def answered(question, people):
    question.assign(by=people.clerk, drafter=people.drafter.person)
    question.draft(by=people.drafter, answer="Mang căn cước đến bộ phận một cửa.")
    question.approve(by=people.approver)
    question.answer_privately(by=people.clerk)
    return question


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


# --- With an account --------------------------------------------------------------------------


def test_ones_questions_stand_with_state_and_due_day(citizen, make_question):
    mine = make_question(title="Câu hỏi của tôi về nhà đất")
    make_question(title="Câu hỏi của người khác", asker=PersonFactory())

    page = text_of(citizen.get(MINE))

    assert mine.code in page
    assert "Mới gửi" in page
    assert "của người khác" not in page


def test_a_strangers_question_does_not_exist(client, make_question):
    question = make_question(state="answered")
    as_citizen(client, PersonFactory())

    for part in ("", "bo-sung/", "rut/", "chua-hai-long/"):
        assert client.get(f"{MINE}{question.code}/{part}").status_code == 404
        assert client.post(f"{MINE}{question.code}/{part}", {"words": "x"}).status_code in {
            404,
            405,
        }


def test_an_officers_session_is_sent_to_the_citizens_door(client, make_question, asker):
    question = make_question()
    as_officer(client, asker.person)

    assert "/tai-khoan/dang-nhap" in client.get(f"{MINE}{question.code}/").url


def test_the_answer_is_read_privately(citizen, make_question, people):
    question = answered(make_question(), people)

    page = text_of(citizen.get(f"{MINE}{question.code}/"))

    assert "Mang căn cước đến bộ phận một cửa." in page
    assert "không công khai" in page
    assert "Phó Chủ tịch" in page
    assert people.drafter.person.full_name not in page


def test_what_officers_tell_each_other_is_not_told(citizen, make_question, people):
    question = make_question()
    question.assign(by=people.clerk, drafter=people.drafter.person, reason="Việc khó, xem kỹ")
    question.draft(by=people.drafter, answer="Nháp chưa duyệt.")

    page = text_of(citizen.get(f"{MINE}{question.code}/"))

    assert "Việc khó" not in page
    assert "Nháp chưa duyệt" not in page
    assert "Câu trả lời được trình duyệt" in page


def test_an_asker_answers_what_the_office_asks(citizen, make_question, people):
    question = make_question()
    question.ask_for_more(by=people.clerk, reason="Cháu bé sinh ở đâu?")
    page = text_of(citizen.get(f"{MINE}{question.code}/"))
    assert "Cháu bé sinh ở đâu?" in page
    assert "bo-sung/" in page

    citizen.post(f"{MINE}{question.code}/bo-sung/", {"words": "Ở Bệnh viện Bãi Cháy."})

    question.refresh_from_db()
    assert not question.is_waiting
    assert "Ở Bệnh viện Bãi Cháy." in text_of(citizen.get(f"{MINE}{question.code}/"))


def test_nothing_said_is_no_supplement(citizen, make_question, people):
    question = make_question()
    question.ask_for_more(by=people.clerk, reason="Cháu bé sinh ở đâu?")

    page = text_of(citizen.post(f"{MINE}{question.code}/bo-sung/", {"words": " "}))

    assert "Hãy viết vài câu" in page


def test_a_question_is_taken_back_once(citizen, make_question):
    question = make_question()
    form = {"words": "", "revision": question.revision}

    for _twice in range(2):
        response = citizen.post(f"{MINE}{question.code}/rut/", form, follow=True)

    question.refresh_from_db()
    assert question.state == "withdrawn"
    assert "không còn thực hiện được" in text_of(response) or "đã thay đổi" in text_of(response)


def test_who_is_not_content_gets_another_officer(citizen, make_question, people):
    question = answered(make_question(), people)

    form = {"words": "Chưa nói về lệ phí."}
    citizen.post(f"{MINE}{question.code}/chua-hai-long/", form)

    question.refresh_from_db()
    assert question.state == "reopened"


def test_ones_own_page_shows_the_newest(citizen, make_question):
    question = make_question(title="Hỏi về cấp lại sổ")

    assert question.title in text_of(citizen.get("/tai-khoan/"))


def test_the_list_costs_a_fixed_number_of_queries(
    citizen, make_question, django_assert_max_num_queries
):
    for _number in range(20):
        make_question()

    with django_assert_max_num_queries(15):
        citizen.get(MINE)


def test_an_asker_asks_on_from_an_answer(citizen, make_question, people, settings):
    settings.FASTEST_SECONDS = -1
    question = answered(make_question(), people)
    page = text_of(citizen.get(f"/hoi-dap/gui-cau-hoi/?theo={question.code}"))
    key = re.search(r'name="key" value="([^"]+)"', page)[1]
    form = {
        **{"key": key, "theo": question.code, "kind": "1", "name": "Vũ Đức Thịnh"},
        **{"title": "Vậy lệ phí là bao nhiêu?", "text": "Tôi muốn biết thêm về lệ phí ở phường."},
    }
    citizen.post("/hoi-dap/gui-cau-hoi/", form)
    inquiry = Inquiry.objects.get()

    citizen.post(f"/hoi-dap/gui-cau-hoi/{inquiry.key}/gui/")

    inquiry.refresh_from_db()
    assert inquiry.question.follows == question


# --- With a link ------------------------------------------------------------------------------


def test_code_and_address_lead_to_the_question(client, asked_by_a_stranger):
    form = {"code": asked_by_a_stranger.code.lower(), "email": EMAIL.upper()}

    page = text_of(client.post(FOLLOW, form, follow=True))

    assert "Tôi làm mất giấy hẹn" in page
    assert asked_by_a_stranger.code in page


def test_wrong_and_unknown_are_answered_alike(client, asked_by_a_stranger):
    wrong = {"code": asked_by_a_stranger.code, "email": "ai@example.vn"}
    unknown = {"code": "HD-200101-0001", "email": "ai@example.vn"}

    answers = [text_of(client.post(FOLLOW, form)) for form in (wrong, unknown)]

    same = {
        one.replace(form["code"], "") for one, form in zip(answers, (wrong, unknown), strict=True)
    }
    assert len(same) == 1
    assert "Không tìm thấy câu hỏi khớp" in answers[0]


def test_a_question_of_an_account_is_not_found_so(client, make_question):
    question = make_question(contact={"email": EMAIL})

    assert "Không tìm thấy" in text_of(client.post(FOLLOW, {"code": question.code, "email": EMAIL}))
    signed = follow_links.token(question)
    assert client.get(f"{FOLLOW}{signed}/").status_code == 404


def test_guessing_is_slow(client, asked_by_a_stranger, settings):
    settings.LOOK_UP_ALLOWANCES = {"network": (100, 600), "code": (2, 3600)}
    for number in range(2):
        form = {"code": asked_by_a_stranger.code, "email": f"{number}@example.vn"}
        client.post(FOLLOW, form)

    right = {"code": asked_by_a_stranger.code, "email": EMAIL}

    assert client.post(FOLLOW, right).status_code == 429


@pytest.mark.parametrize("spoil", [lambda t: t[:-1], lambda t: "HD-200101-0001" + t[14:]])
def test_a_forged_link_leads_to_the_form(client, asked_by_a_stranger, spoil):
    signed = spoil(follow_links.token(asked_by_a_stranger))

    assert client.get(f"{FOLLOW}{signed}/").url == FOLLOW
    assert client.post(f"{FOLLOW}{signed}/rut/", {"words": ""}).url == FOLLOW
    asked_by_a_stranger.refresh_from_db()
    assert asked_by_a_stranger.is_open


def test_a_link_ends(client, asked_by_a_stranger, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    address = follow_links.address(asked_by_a_stranger)
    assert client.get(address).status_code == 200

    time_machine.shift(timedelta(days=31))

    assert client.get(address).url == FOLLOW


def test_who_holds_the_link_may_do_what_an_asker_may(client, asked_by_a_stranger, people):
    address = follow_links.address(asked_by_a_stranger)
    asked_by_a_stranger.ask_for_more(by=people.clerk, reason="Hồ sơ nào?")

    client.post(f"{address}bo-sung/", {"words": "Hồ sơ khai sinh."})
    answered(asked_by_a_stranger.__class__.objects.get(), people)
    client.post(f"{address}chua-hai-long/", {"words": "Chưa rõ địa chỉ."})

    asked_by_a_stranger.refresh_from_db()
    assert asked_by_a_stranger.state == "reopened"


def test_nobody_asks_on_from_a_strangers_question_without_the_link(
    client, asked_by_a_stranger, people
):
    question = answered(asked_by_a_stranger, people)
    without = text_of(client.get(f"/hoi-dap/gui-cau-hoi/?theo={question.code}"))
    signed = follow_links.token(question)
    with_link = text_of(client.get(f"/hoi-dap/gui-cau-hoi/?theo={question.code}&khoa={signed}"))

    assert question.title not in without
    assert question.title in with_link
