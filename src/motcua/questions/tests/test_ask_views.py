"""How does somebody ask, and what is never lost on the way?"""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from motcua.accounts.tests.sessions import as_citizen
from motcua.dossiers.tests.factories import PDF, VersionFactory
from motcua.questions import contacts, letters
from motcua.questions.models import Inquiry, Question
from motcua.questions.models.inquiry import forget_old
from motcua.questions.workflow import Kind
from motcua.strangers.doubts import Doubt
from motcua.strangers.tests.working import challenge_on, key_on, solved

ASK = "/hoi-dap/gui-cau-hoi/"
TITLE = "Đăng ký khai sinh muộn có bị phạt không?"


@pytest.fixture(autouse=True)
def _little_work(settings):
    settings.PROOF_BITS = 6
    settings.FASTEST_SECONDS = -1


@pytest.fixture
def typed(office):
    """What somebody types who knows where it belongs."""
    return {
        "kind": "1",
        "title": TITLE,
        "text": "Con tôi ba tháng tuổi, chưa khai sinh vì mẹ ốm.",
        "organization": office.identifier,
        "wants_public": "on",
        "name": "Vũ Đức Thịnh",
        "email": "thinh@example.vn",
    }


@pytest.fixture
def citizen(client, asker):
    return as_citizen(client, asker.person)


def fill(client, typed, *, works=True):
    """Open the form, fill it in and go on; the answer to the form."""
    page = client.get(ASK).content.decode()
    challenge = challenge_on(page)
    proof = solved(challenge) if works else ""
    machinery = {"key": key_on(page), "challenge": challenge, "proof": proof}
    return client.post(ASK, typed | machinery)


def confirm(client, inquiry):
    """Ask for the code, read the letter, type it in."""
    client.post(f"{ASK}{inquiry.key}/ma/")
    letters.send_code(inquiry.pk)
    code = re.search(r"\d{6}", mail.outbox[-1].body)[0]
    return client.post(f"{ASK}{inquiry.key}/xac-nhan/", {"digits": code})


def send(client, inquiry, **more):
    return client.post(f"{ASK}{inquiry.key}/gui/", more)


def text_of(response):
    return response.content.decode()


# --- The way ----------------------------------------------------------------------------------


def test_a_stranger_asks_with_a_confirmed_address(client, typed, office):
    response = fill(client, typed)
    inquiry = Inquiry.objects.get()
    assert response.url == f"{ASK}{inquiry.key}/"

    confirm(client, inquiry)
    response = send(client, inquiry)

    question = Question.objects.get()
    assert response.url == f"{ASK}{inquiry.key}/da-gui/"
    assert question.title == TITLE
    assert question.organization == office
    assert (question.asker, question.email) == (None, "thinh@example.vn")
    assert not question.is_suspect
    assert question.code in text_of(client.get(response.url))


def test_a_citizen_asks_without_any_code(citizen, typed, asker):
    fill(citizen, typed)

    send(citizen, Inquiry.objects.get())

    question = Question.objects.get()
    assert question.asker == asker.person
    assert not mail.outbox


def test_without_javascript_a_human_looks_first(client, typed):
    fill(client, typed, works=False)
    inquiry = Inquiry.objects.get()
    confirm(client, inquiry)

    page = text_of(client.get(send(client, inquiry).url))

    question = Question.objects.get()
    assert question.is_suspect
    assert question.inquiry.doubts == [Doubt.NO_PROOF]
    assert "Một người sẽ xem" in page


def test_whom_the_identity_provider_knows_needs_no_javascript(citizen, typed):
    fill(citizen, typed, works=False)

    send(citizen, Inquiry.objects.get())

    assert not Question.objects.get().is_suspect


def test_what_a_machine_filled_in_is_kept_for_a_human(client, typed):
    """A plausible page for the machine, and nothing is lost if it was a human after all."""
    assert fill(client, typed | {"website": "http://spam.example"}).status_code == 302
    inquiry = Inquiry.objects.get()
    confirm(client, inquiry)

    send(client, inquiry)

    assert Question.objects.get().is_suspect


def test_a_petition_needs_telephone_and_address(client, typed):
    response = fill(client, typed | {"kind": "2"})

    assert text_of(response).count("Phản ánh, kiến nghị cần có mục này") >= 2
    assert not Inquiry.objects.exists()

    fill(client, typed | {"kind": "2", "phone": "0912 345 678", "address": "Tổ 5, Bãi Cháy"})
    inquiry = Inquiry.objects.get()
    confirm(client, inquiry)
    send(client, inquiry)

    question = Question.objects.get()
    assert question.kind == Kind.PETITION
    assert (question.phone, question.address) == ("0912345678", "Tổ 5, Bãi Cháy")


def test_a_procedure_is_known_by_its_code(client, typed):
    version = VersionFactory(name="Thủ tục đăng ký khai sinh")
    fill(client, typed | {"procedure": version.procedure.code})
    inquiry = Inquiry.objects.get()

    assert version.name in text_of(client.get(f"{ASK}{inquiry.key}/"))


# --- Nothing is lost --------------------------------------------------------------------------


def test_errors_keep_what_was_typed(client, typed):
    page = text_of(fill(client, typed | {"title": "Ngắn", "phone": "12"}))

    assert "Con tôi ba tháng tuổi" in page
    assert 'value="Ngắn"' in page
    assert "Số điện thoại bắt đầu bằng 0" in page


def test_what_was_typed_outlives_a_sign_in(client, typed, asker):
    fill(client, typed)
    inquiry = Inquiry.objects.get()

    as_citizen(client, asker.person)

    assert "Con tôi ba tháng tuổi" in text_of(client.get(f"{ASK}{inquiry.key}/"))
    send(client, inquiry)
    assert Question.objects.get().asker == asker.person


def test_what_was_typed_can_be_corrected(client, typed):
    fill(client, typed)
    inquiry = Inquiry.objects.get()
    page = text_of(client.get(f"{ASK}{inquiry.key}/sua/"))
    assert "Con tôi ba tháng tuổi" in page

    again = typed | {"title": "Một câu hỏi khác hẳn", "key": str(inquiry.key)}
    client.post(f"{ASK}{inquiry.key}/sua/", again)

    assert Inquiry.objects.get().typed["title"] == "Một câu hỏi khác hẳn"


def test_another_address_has_to_be_confirmed_again(client, typed):
    fill(client, typed)
    inquiry = Inquiry.objects.get()
    confirm(client, inquiry)
    again = typed | {"email": "ai-khac@example.vn", "key": str(inquiry.key)}
    client.post(f"{ASK}{inquiry.key}/sua/", again)

    response = send(client, inquiry)

    assert "Hãy xác nhận thư điện tử hoặc đăng nhập" in text_of(response)
    assert not Question.objects.exists()


def test_files_are_checked_kept_and_sent(citizen, typed, asker):
    fill(citizen, typed)
    inquiry = Inquiry.objects.get()
    good = SimpleUploadedFile("ảnh thông báo.pdf", PDF)
    bad = SimpleUploadedFile("virus.pdf", b"<svg onload=alert(1)>")

    citizen.post(f"{ASK}{inquiry.key}/tep/", {"files": [good, bad]})
    page = text_of(citizen.get(f"{ASK}{inquiry.key}/"))
    assert "ảnh thông báo.pdf" in page
    assert "virus.pdf:" in page
    send(citizen, inquiry)

    question = Question.objects.get()
    assert [one.name for one in question.attachments.all()] == ["ảnh thông báo.pdf"]
    address = f"/tai-khoan/cau-hoi/{question.code}/tep/{question.attachments.get().pk}/"
    assert b"".join(citizen.get(address).streaming_content) == PDF


def test_a_stranger_hands_in_no_files_before_the_address_is_certain(client, typed):
    fill(client, typed)
    inquiry = Inquiry.objects.get()

    client.post(f"{ASK}{inquiry.key}/tep/", {"files": SimpleUploadedFile("a.pdf", PDF)})

    assert not inquiry.files.exists()


# --- Once ---------------------------------------------------------------------------------------


def test_a_double_click_and_the_back_button_send_one_question(client, typed):
    page = text_of(client.get(ASK))
    challenge = challenge_on(page)
    form = typed | {"key": key_on(page), "challenge": challenge, "proof": solved(challenge)}
    first, second = client.post(ASK, form), client.post(ASK, form)
    assert first.url == second.url
    inquiry = Inquiry.objects.get()
    confirm(client, inquiry)

    one, other = send(client, inquiry), send(client, inquiry)
    back = client.post(ASK, form)

    assert one.url == other.url
    assert client.get(back.url).url == one.url
    assert Question.objects.count() == 1


def test_a_key_that_somebody_else_began_opens_nothing(client, typed, time_machine):
    time_machine.move_to("2026-11-20 08:00 +0700", tick=False)
    fill(client, typed)
    inquiry = Inquiry.objects.get()
    time_machine.shift(timedelta(minutes=5))
    stranger = client.__class__()

    for part in ("", "sua/", "da-gui/"):
        assert stranger.get(f"{ASK}{inquiry.key}/{part}").status_code == 404
    for part in ("ma/", "xac-nhan/", "tep/", "gui/", "tep/1/bo/"):
        assert stranger.post(f"{ASK}{inquiry.key}/{part}").status_code == 404
    stranger.post(ASK, typed | {"key": str(inquiry.key), "text": "Tôi viết đè lên câu của bạn."})

    inquiry.refresh_from_db()
    assert "ba tháng tuổi" in inquiry.typed["text"]


# --- The letter and its code ------------------------------------------------------------------


def test_the_letter_holds_the_code_and_nothing_that_was_typed(client, typed):
    fill(client, typed | {"title": "Bấm vào http://spam.example ngay đi"})
    confirm(client, Inquiry.objects.get())

    letter = mail.outbox[0]
    assert letter.to == ["thinh@example.vn"]
    assert "spam" not in letter.subject + letter.body
    assert "Thịnh" not in letter.body


def test_a_wrong_code_confirms_nothing(client, typed):
    fill(client, typed)
    inquiry = Inquiry.objects.get()
    client.post(f"{ASK}{inquiry.key}/ma/")
    inquiry.refresh_from_db()
    wrong = str((int(contacts.code_of(inquiry)) + 1) % 10**6).zfill(6)

    page = text_of(client.post(f"{ASK}{inquiry.key}/xac-nhan/", {"digits": wrong}))

    assert "Mã không đúng hoặc đã hết hạn" in page
    inquiry.refresh_from_db()
    assert not contacts.is_confirmed(inquiry)


def test_codes_cannot_be_guessed_for_long(client, typed, settings):
    settings.QUESTION_ALLOWANCES = settings.QUESTION_ALLOWANCES | {"code": (3, 3600)}
    fill(client, typed)
    inquiry = Inquiry.objects.get()
    client.post(f"{ASK}{inquiry.key}/ma/")
    inquiry.refresh_from_db()
    right = contacts.code_of(inquiry)
    wrong = str((int(right) + 1) % 10**6).zfill(6)
    for _guess in range(3):
        client.post(f"{ASK}{inquiry.key}/xac-nhan/", {"digits": wrong})

    page = text_of(client.post(f"{ASK}{inquiry.key}/xac-nhan/", {"digits": right}))

    assert "Hãy thử lại sau" in page


def test_an_old_code_is_too_old(client, typed, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    fill(client, typed)
    inquiry = Inquiry.objects.get()
    client.post(f"{ASK}{inquiry.key}/ma/")
    inquiry.refresh_from_db()
    code = contacts.code_of(inquiry)
    time_machine.shift(timedelta(minutes=21))

    answer = client.post(f"{ASK}{inquiry.key}/xac-nhan/", {"digits": code})

    inquiry.refresh_from_db()
    assert not contacts.is_confirmed(inquiry)
    assert "Mã đã hết hạn" in text_of(client.get(answer.url))
    assert letters.send_code(inquiry.pk) is None
    assert not mail.outbox


def test_nobody_floods_a_mailbox(client, typed, settings):
    settings.QUESTION_ALLOWANCES = settings.QUESTION_ALLOWANCES | {"letter": (1, 3600)}
    fill(client, typed)
    inquiry = Inquiry.objects.get()
    client.post(f"{ASK}{inquiry.key}/ma/")
    moment = Inquiry.objects.get().code_sent_at

    client.post(f"{ASK}{inquiry.key}/ma/")

    assert Inquiry.objects.get().code_sent_at == moment


# --- Complaints ---------------------------------------------------------------------------------


def test_a_complaint_is_led_to_its_lawful_way(citizen, typed):
    fill(citizen, typed | {"text": "Tôi khiếu nại quyết định thu hồi đất của phường."})
    inquiry = Inquiry.objects.get()

    page = text_of(citizen.get(f"{ASK}{inquiry.key}/"))
    assert "Đây có thể là khiếu nại" in page
    assert "/hoi-dap/khieu-nai-to-cao/" in page
    send(citizen, inquiry)
    assert not Question.objects.exists()

    send(citizen, inquiry, not_a_complaint="on")
    question = Question.objects.get()
    assert question.is_suspect
    assert question.inquiry.doubts == [Doubt.COMPLAINT]


# --- Too many -------------------------------------------------------------------------------------


def test_ten_thousand_questions_from_one_network_are_few(client, typed, settings):
    settings.QUESTION_ALLOWANCES = settings.QUESTION_ALLOWANCES | {"network": (2, 3600)}
    for _time in range(2):
        fill(client, typed)

    response = fill(client, typed)

    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert "Con tôi ba tháng tuổi" in text_of(response)
    assert Inquiry.objects.count() == 2


def test_one_asker_sends_a_few_a_day(citizen, typed, settings):
    settings.QUESTION_ALLOWANCES = settings.QUESTION_ALLOWANCES | {"contact": (1, 86400)}
    fill(citizen, typed)
    send(citizen, Inquiry.objects.get())
    fill(citizen, typed)

    response = send(citizen, Inquiry.objects.get(question=None))

    assert response.status_code == 429
    assert Question.objects.count() == 1
    assert Inquiry.objects.filter(question=None).get().typed["title"] == TITLE


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "a" * 1_000_000),
        ("text", "ệ" * 1_000_000),
        ("text", "\u200b" * 40),
        ("title", "\u202e\u200b\u2060" * 10),
        ("title", "x" * 5_000),
        ("kind", "9"),
        ("kind", "1' OR 1=1"),
        ("category", "khong-co"),
        ("place", "99999999999"),
        ("organization", "\x00"),
        ("procedure", "'; DROP TABLE"),
        ("email", "a@b\r\nBcc: c@d.vn"),
        ("name", "<script>alert(1)</script>"),
        ("key", "khong-phai-uuid"),
        ("phone", "٠٩١٢٣٤٥٦٧٨"),
    ],
)
def test_hostile_fields_are_refused_with_a_sentence(client, typed, field, value):
    page = client.get(ASK).content.decode()
    form = typed | {"key": key_on(page), "challenge": challenge_on(page)}

    response = client.post(ASK, form | {field: value})

    assert response.status_code == 200
    assert "<script>alert" not in text_of(response)
    assert not Inquiry.objects.exists()


def test_what_was_typed_is_sealed_and_forgotten(client, typed):
    fill(client, typed)
    Inquiry.objects.update(begun_at=timezone.now() - timedelta(days=3))

    assert forget_old(timedelta(days=2)) == 1


def test_the_hints_of_other_pages_fill_the_form(client, office, make_question):
    before = make_question(published=True)

    page = text_of(client.get(f"{ASK}?tieu-de=Khai+sinh+mu%E1%BB%99n%00&theo={before.code}"))

    assert 'value="Khai sinh muộn"' in page
    assert f'value="{office.identifier}" selected' in page


def test_similar_answers_are_offered_while_typing_and_before_sending(client, typed, make_question):
    from motcua.questions import publication

    answered = make_question(published=True, title="Khai sinh muộn có bị phạt tiền không?")
    publication.put_in_index(answered)

    part = text_of(client.get("/hoi-dap/tuong-tu/?q=khai sinh muon co bi phat"))
    fill(client, typed)
    page = text_of(client.get(f"{ASK}{Inquiry.objects.get().key}/"))

    assert answered.public_title in part
    assert "<html" not in part
    assert answered.public_title in page
    assert text_of(client.get("/hoi-dap/tuong-tu/?q=ab")).strip() == ""


def test_a_page_of_the_form_costs_a_fixed_number_of_queries(
    client, typed, django_assert_max_num_queries
):
    with django_assert_max_num_queries(10):
        client.get(ASK)
    fill(client, typed)
    key = Inquiry.objects.get().key
    with django_assert_max_num_queries(30):
        client.get(f"{ASK}{key}/")
