"""What does someone learn who is not signed in?"""

import re

import pytest

from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import at, pdf
from motcua.tracking.forms import NOT_FOUND

from .conftest import CODE

ITEMS = [{"component": None, "name": "Giấy chứng sinh", "reason": "Ảnh mờ."}]


def page(response) -> str:
    return " ".join(response.content.decode().split())


def headers(response) -> dict[str, str]:
    """All but the number that every request has of its own."""
    return {name: value for name, value in response.items() if name != "X-Request-ID"}


# --- Asking -----------------------------------------------------------------------------------


def test_a_receipt_fills_in_the_code_and_not_the_second_fact(client, db):
    response = client.get("/tra-cuu/", {"ma": CODE, "bon_so": "9137"})

    assert f'value="{CODE}"' in page(response)
    assert not re.search(r'name="bon_so"[^>]*value=', page(response))


def test_a_code_that_is_searched_for_leads_to_the_look_up(client, db):
    asked = page(client.get("/tim-kiem/", {"q": CODE.lower()}))

    assert f'href="/tra-cuu/?ma={CODE}"' in asked
    assert "/tra-cuu/?ma=" not in page(client.get("/tim-kiem/", {"q": "1.001193"}))


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        f"  {CODE} ",
        "H49.61 - 261119 - 0037",
        "h49.61–261119–0037",
        "H49.61\u00a0\u2011261119\u22120037",
        "Ｈ４９.６１-２６１１１９-００３７",
    ],
)
def test_a_code_is_understood_however_it_is_typed(dossier, ask, typed):
    assert "Chờ tiếp nhận" in page(ask(typed))


@pytest.mark.parametrize("digits", ["5678", " 5678 ", "56 78", "５６７８", "1234"])
def test_the_second_fact_is_the_end_of_the_phone_or_of_the_personal_number(dossier, ask, digits):
    assert "Chờ tiếp nhận" in page(ask(digits=digits))


@pytest.mark.parametrize(
    ("code", "digits", "said"),
    [
        ("", "5678", "Hãy nhập mã hồ sơ."),
        ("H49.61", "5678", "Mã hồ sơ có dạng"),
        (CODE, "", "Hãy nhập bốn số cuối."),
        (CODE, "345678", "Hãy nhập đúng bốn chữ số"),
        (CODE, "abcd", "Hãy nhập đúng bốn chữ số"),
        (CODE, "٥٦٧٨", "Hãy nhập đúng bốn chữ số"),
    ],
)
def test_what_cannot_be_a_code_or_four_digits_is_said_beside_the_field(db, ask, code, digits, said):
    assert said in page(ask(code, digits))


def test_wrong_and_unknown_are_the_same_bytes_after_the_same_queries(
    dossier, ask, django_assert_num_queries
):
    with django_assert_num_queries(3) as of_wrong:  # count, look, and who runs the site
        wrong = ask(digits="0000")
    Dossier.objects.update(code="H49.61-261119-9999")
    with django_assert_num_queries(3) as of_unknown:
        unknown = ask(digits="0000")

    assert str(NOT_FOUND) in page(wrong)
    assert wrong.content == unknown.content
    assert headers(wrong) == headers(unknown)
    assert wrong.status_code == unknown.status_code
    assert [q["sql"].split("VALUES")[0] for q in of_wrong] == [
        q["sql"].split("VALUES")[0] for q in of_unknown
    ]


def test_a_dossier_without_any_number_is_known_by_none(dossier, ask):
    Dossier.objects.update(phone_tail_key="", personal_number_tail_key="")

    assert str(NOT_FOUND) in page(ask())


def test_the_answer_is_kept_nowhere(dossier, ask, client):
    response = ask()

    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert "5678" not in response.content.decode()
    assert "5678" not in response.headers.get("Location", "")


def test_it_is_answered_in_english_too(dossier, client):
    response = client.post("/en/tra-cuu/", {"ma": CODE, "bon_so": "5678"})

    assert response.status_code == 200
    assert 'lang="en"' in page(response)


# --- Answering ----------------------------------------------------------------------------------


def test_nothing_personal_is_shown(dossier, ask, people, move):
    move("receive", by=people.clerk)
    move("request_supplement", by=people.handler, items=ITEMS, reason="Thiếu giấy tờ.")

    shown = page(ask())

    personal = [
        "Thịnh",
        "0912",
        "thinh@",
        "Tổ 5",
        "khai sinh",
        "Giấy chứng sinh",
        "Ảnh mờ",
        "Thiếu giấy tờ",
        people.clerk.person.full_name,
        people.handler.person.full_name,
        people.handler.post.title,
    ]
    assert [fact for fact in personal if fact in shown] == []


def test_before_receipt_there_is_no_due_date(dossier, ask):
    shown = page(ask())

    assert "Chưa có ngày hẹn" in shown
    assert "20:41</span>, thứ Tư 18/11/2026" in shown
    assert "UBND phường Hồng Gai" in shown


def test_after_receipt_the_due_date_is_explained_day_by_day(dossier, ask, people, move):
    move("receive", by=people.clerk)

    shown = page(ask())

    assert "Đã tiếp nhận" in shown
    assert "thứ Sáu, 27/11/2026" in shown
    assert "Còn 5 ngày" in shown
    assert "5 ngày làm việc" in shown
    assert "Nghỉ: Ngày Văn hóa Việt Nam" in shown
    assert "Hẹn trả, trước 17:00" in shown


def test_who_holds_it_and_since_when(dossier, ask, people, move):
    move("receive", by=people.clerk)
    move("take_up", by=people.handler)

    shown = page(ask())

    assert "Đang xử lý" in shown
    assert "<dt>Đang ở</dt><dd>UBND phường Hồng Gai</dd>" in shown
    assert "09:52</span>, thứ Năm 19/11/2026" in shown


def test_a_requested_supplement_is_the_applicants_turn(dossier, ask, people, move):
    move("receive", by=people.clerk)
    move("request_supplement", by=people.handler, items=ITEMS, reason="Thiếu giấy tờ.")

    shown = page(ask())

    assert "Chờ bạn bổ sung giấy tờ" in shown
    assert "Đăng nhập để xem cơ quan cần giấy tờ nào" in shown
    assert f"/tai-khoan/ho-so/{CODE}/" in shown
    assert "Tạm dừng tính thời hạn" in shown
    assert "Ngày hẹn trước đó" in shown
    assert "Vì sao là ngày này?" not in shown


def test_after_a_supplement_the_days_begin_anew(dossier, ask, people, move, applicant):
    move("receive", by=people.clerk)
    move("request_supplement", by=people.handler, items=ITEMS, reason="Thiếu giấy tờ.")
    move("supplement", by=applicant, note="Bản rõ hơn.")

    assert "được tính lại từ đầu từ ngày nộp bổ sung" in page(ask())


@pytest.mark.parametrize(
    ("finished", "said"),
    [
        ("2026-11-26 16:00", "Có kết quả trước hạn"),
        ("2026-11-27 16:00", "Có kết quả đúng hạn"),
        ("2026-11-27 17:01", "Có kết quả sau ngày hẹn"),
    ],
)
def test_a_finished_dossier_says_how_it_stood(
    dossier, ask, people, move, time_machine, finished, said
):
    move("receive", by=people.clerk)
    move("take_up", by=people.handler)
    time_machine.move_to(at(finished), tick=False)
    Dossier.objects.get(code=CODE).finish(by=people.approver, result=pdf(), name="ket-qua.pdf")

    shown = page(ask())

    assert "Đã có kết quả" in shown
    assert said in shown
    assert "ket-qua.pdf" not in shown


def test_an_overdue_dossier_says_so(dossier, ask, people, move, time_machine):
    move("receive", by=people.clerk)
    time_machine.move_to(at("2026-11-30 09:00"), tick=False)

    shown = page(ask())

    assert "Quá hạn 1 ngày" in shown
    assert "Hồ sơ đã quá ngày hẹn" in shown


def test_an_ended_dossier_is_held_by_nobody(dossier, ask, people, move):
    move("refuse", by=people.clerk, reason="Không thuộc thẩm quyền.")

    shown = page(ask())

    assert "Không được tiếp nhận" in shown
    assert "Đang ở" not in shown
    assert "Không thuộc thẩm quyền" not in shown


def test_an_answer_takes_few_queries(dossier, ask, people, move, django_assert_max_num_queries):
    move("receive", by=people.clerk)
    move("take_up", by=people.handler)
    ask()

    with django_assert_max_num_queries(12):  # two of them read the calendar, which is kept outside
        ask()
