"""What does an officer see of consultations, and do with them?"""

import csv
import io
import re
import uuid
from datetime import date

import pytest
from django.test import Client
from openpyxl import load_workbook

from motcua.accounts.tests.sessions import as_officer
from motcua.consultations.models import Comment, Consultation, DraftKind, Reading
from motcua.consultations.workflow import Stance, WhyNot
from motcua.dossiers.tests.factories import at, pdf
from motcua.ui import sheets

from .stories import DRAFT, TITLE, answered, article, commented, opened, prepared

DESK = "/can-bo/lay-y-kien/"
PHONE = "0912 345 678"


@pytest.fixture
def drafter(people, noon):
    return as_officer(Client(), people.drafter.person)


@pytest.fixture
def second(people, noon):
    return as_officer(Client(), people.second.person)


@pytest.fixture
def approver(people, noon):
    return as_officer(Client(), people.approver.person)


@pytest.fixture
def stranger(people, noon):
    return as_officer(Client(), people.stranger.person)


def text_of(response):
    return response.content.decode()


def at_desk(consultation, part=""):
    return f"{DESK}{consultation.code}/{part}"


def stored(consultation):
    return Consultation.objects.get(pk=consultation.pk)


# --- Preparing ------------------------------------------------------------------------------------


def test_a_draft_is_prepared_split_and_opened(drafter, approver, terms, noon, people):
    kind = DraftKind.objects.get(slug="van-ban").pk
    typed = {"key": uuid.uuid4(), "kind": kind, "title": TITLE, "lead": "Vì thế.", "receiver": "P1"}
    response = drafter.post(f"{DESK}soan/", typed)
    made = Consultation.objects.get()
    assert response.url == at_desk(made, "noi-dung/")

    preview = text_of(drafter.post(response.url, {"revision": made.revision, "text": DRAFT}))
    assert "Điều 2. Đối tượng áp dụng" in preview
    assert not made.articles.exists()
    kept = {"revision": made.revision, "text": DRAFT, "giu": "1"}
    assert drafter.post(response.url, kept).url == at_desk(made)
    assert made.articles.count() == 3

    page = text_of(approver.get(at_desk(made, "mo/")))
    assert "22/11/2026" in page
    said = {"revision": stored(made).revision, "closes_on": "2026-11-22"}
    approver.post(at_desk(made, "mo/"), said)
    assert stored(made).is_open


def test_a_short_term_is_refused_with_the_law_and_the_earliest_day(approver, preparing):
    said = {"revision": preparing.revision, "closes_on": "2026-11-21"}

    response = approver.post(at_desk(preparing, "mo/"), said)

    page = text_of(response)
    assert response.status_code == 409
    assert "64/2025/QH15" in page
    assert "22/11/2026" in page
    assert 'value="2026-11-21"' in page


def test_a_text_without_articles_stays_with_a_sentence(drafter, preparing):
    said = {"revision": preparing.revision, "text": "Chỉ là một đoạn văn."}

    page = text_of(drafter.post(at_desk(preparing, "noi-dung/"), said))

    assert "Không tìm thấy điều" in page
    assert "Chỉ là một đoạn văn." in page


def test_two_officers_on_one_draft(drafter, second, preparing):
    seen = preparing.revision
    told = {
        "revision": seen,
        "number": "Điều 1",
        "heading": "Tên mới",
        "text": "Của người thứ nhất.",
    }
    drafter.post(at_desk(preparing, "noi-dung/1/"), told)

    late = second.post(at_desk(preparing, "noi-dung/1/"), told | {"text": "Của người thứ hai."})

    assert late.status_code == 409
    assert "Của người thứ hai." in text_of(late)
    assert article(preparing, 1).text == "Của người thứ nhất."


def test_papers_come_and_go_before_the_opening(drafter, preparing):
    file = pdf()
    file.name = "du-thao.pdf"
    said = {"revision": preparing.revision, "kind": "draft", "file": file}
    drafter.post(at_desk(preparing, "tai-lieu/"), said)
    paper = preparing.documents.get()
    address = at_desk(preparing, f"tai-lieu/{paper.pk}/")

    assert b"".join(drafter.get(address).streaming_content).startswith(b"%PDF-")
    drafter.post(f"{address}bo/")

    assert not preparing.documents.exists()


def test_an_opened_draft_is_not_rewritten(drafter, is_open):
    told = {
        "revision": is_open.revision,
        "kind": is_open.kind_id,
        "title": "Tên khác hẳn",
        "lead": "x",
    }

    response = drafter.post(at_desk(is_open, "thong-tin/"), told)

    assert response.status_code == 409
    assert "đợt mới" in text_of(response)
    assert stored(is_open).title == TITLE


def test_a_changed_draft_begins_another_round(drafter, is_open):
    response = drafter.post(at_desk(is_open, "vong-moi/"))

    made = Consultation.objects.get(follows=is_open)
    assert response.url == at_desk(made, "noi-dung/")
    assert "Điều 2. Đối tượng áp dụng" in text_of(drafter.get(response.url))


# --- Extending, and what others cannot ----------------------------------------------------------


def test_an_extension_asks_for_a_reason_and_a_later_day(approver, is_open):
    address, seen = at_desk(is_open, "gia-han/"), {"revision": is_open.revision}

    without = approver.post(address, seen | {"to": "2026-12-01", "reason": ""})
    shorter = approver.post(address, seen | {"to": "2026-11-10", "reason": "Vội."})
    approver.post(address, seen | {"to": "2026-12-01", "reason": "Chưa họp kịp."})

    assert without.status_code == 200
    assert "Không rút ngắn được" in text_of(shorter)
    assert stored(is_open).closes_on == date(2026, 12, 1)


def test_another_office_finds_nothing(stranger, is_open):
    comment = commented(is_open)

    for address in (
        at_desk(is_open),
        at_desk(is_open, "tong-hop/"),
        at_desk(is_open, "gop-y.csv"),
        f"{DESK}y-kien/{comment.code}/",
    ):
        assert stranger.get(address).status_code == 404
    assert TITLE not in text_of(stranger.get(DESK))


def test_the_heaps_are_counted(drafter, hands, is_open, noon):
    prepared(hands)
    commented(is_open)

    page = text_of(drafter.get(DESK))

    assert re.search(r"Đang lấy ý kiến</span><span class=\"num\">1<", page)
    assert re.search(r"Đang chuẩn bị</span><span class=\"num\">1<", page)
    assert re.search(r"Chờ xem</span><span class=\"num\">1<", page)


def test_a_late_summary_is_a_heap(is_closed, people, noon):
    noon.move_to(at("2026-12-23 08:00"), tick=False)
    drafter = as_officer(Client(), people.drafter.person)

    assert TITLE in text_of(drafter.get(f"{DESK}?hang=cham"))


@pytest.mark.parametrize(("words", "is_there"), [("hỗ trợ phí", True), ("chợ đêm", False)])
def test_consultations_are_found_by_words(drafter, is_open, words, is_there):
    assert (TITLE in text_of(drafter.get(DESK, {"q": words}))) is is_there


# --- Moderating -----------------------------------------------------------------------------------


def test_a_moderator_sees_it_marked_and_shows_it_masked(drafter, is_open):
    comment = commented(is_open, f"Gọi tôi {PHONE} nhé.")
    address = f"{DESK}y-kien/{comment.code}/"

    page = text_of(drafter.get(address))

    assert f"<mark>{PHONE}</mark>" in page
    assert "[số điện thoại]" in page
    assert Reading.objects.get().comment == comment
    said = {"revision": 1, "text": "Gọi tôi [số điện thoại] nhé.", "name": ""}
    drafter.post(f"{address}cong-khai/", said)
    assert Comment.objects.shown().get().public_text == said["text"]


def test_a_number_left_in_stays_on_the_page(drafter, is_open):
    comment = commented(is_open, f"Gọi tôi {PHONE} nhé.")

    said = {"revision": 1, "text": f"Gọi tôi {PHONE} nhé.", "name": ""}
    response = drafter.post(f"{DESK}y-kien/{comment.code}/cong-khai/", said)

    assert response.status_code == 409
    assert PHONE in text_of(response)
    assert not Comment.objects.shown().exists()


def test_of_two_moderators_the_second_keeps_what_was_typed(drafter, second, is_open):
    comment = commented(is_open)
    address = f"{DESK}y-kien/{comment.code}/"
    drafter.post(f"{address}khong-cong-khai/", {"revision": 1, "why": "abuse", "note": ""})

    said = {"revision": 1, "text": "Bản của người thứ hai.", "name": ""}
    response = second.post(f"{address}cong-khai/", said)

    assert response.status_code == 409
    assert "Bản của người thứ hai." in text_of(response)
    assert Comment.objects.get().showing == "withheld"


def test_after_one_comes_the_next(drafter, is_open):
    first, following = commented(is_open), commented(is_open, "Góp ý thứ hai.")

    said = {"revision": 1, "why": "other_matter", "note": ""}
    response = drafter.post(f"{DESK}y-kien/{first.code}/khong-cong-khai/", said)

    assert response.url == f"{DESK}y-kien/{following.code}/"


def test_comments_are_filtered(drafter, is_open, hands):
    commented(is_open, "Về điều hai.", article=article(is_open, 2), stance=Stance.DISAGREE)
    commented(is_open, "Về toàn bộ.")
    commented(opened(hands), "Về dự thảo khác.")

    def shown(**asked):
        page = text_of(drafter.get(f"{DESK}y-kien/", asked))
        said = ("Về điều hai.", "Về toàn bộ.", "Về dự thảo khác.")
        return [text for text in said if text in page]

    assert shown(dot=is_open.code) == ["Về điều hai.", "Về toàn bộ."]
    assert shown(dot=is_open.code, dieu="2") == ["Về điều hai."]
    assert shown(dot=is_open.code, dieu="0") == ["Về toàn bộ."]
    assert shown(thai_do="disagree") == ["Về điều hai."]
    assert shown(hang="cong-khai") == []
    assert len(shown(dieu="x", thai_do="?", sau="~~")) == 3


def test_suspects_lie_in_a_heap_of_their_own(drafter, is_open):
    commented(is_open, "Người viết.")
    commented(is_open, "Máy viết.", doubts=["honeypot"])

    page = text_of(drafter.get(f"{DESK}y-kien/?hang=nghi-may"))

    assert "Máy viết." in page
    assert "Người viết." not in page


# --- Summing up -----------------------------------------------------------------------------------


def test_comments_are_answered_together_and_published(is_closed, drafter, approver):
    for comment in is_closed.comments.all():
        drafter.post(
            f"{DESK}y-kien/{comment.code}/cong-khai/",
            {"revision": 1, "text": comment.text, "name": ""},
        )
    early = approver.post(
        at_desk(is_closed, "cong-bo/"), {"revision": is_closed.revision, "summary": "Sớm."}
    )
    assert "Chưa công bố được" in text_of(early)
    assert "Sớm." in text_of(early)

    told = {"verdict": "taken_up", "gist": "Thêm", "reason": "Đã thêm."}
    for comment in is_closed.comments.all():
        dieu = f"?dieu={comment.article.position}" if comment.article else ""
        drafter.post(at_desk(is_closed, f"tong-hop/{dieu}"), told | {"gop-y": [comment.pk]})
    seen = {"revision": is_closed.revision, "summary": "Phần chung."}
    drafter.post(at_desk(is_closed, "tong-hop/bao-cao/"), seen)

    page = text_of(approver.get(at_desk(is_closed, "cong-bo/")))
    assert "Phần chung." in page
    last = {"revision": stored(is_closed).revision, "summary": "Phần chung."}
    approver.post(at_desk(is_closed, "cong-bo/"), last)
    assert stored(is_closed).is_summed_up


def test_what_a_colleague_answered_first_is_said(is_closed, drafter, second):
    comment = is_closed.comments.filter(article=None).get()
    told = {"verdict": "explained", "gist": "Thêm", "reason": "Lý do dài.", "gop-y": [comment.pk]}
    drafter.post(at_desk(is_closed, "tong-hop/"), told)

    response = second.post(at_desk(is_closed, "tong-hop/"), told | {"reason": "Lý do khác."})

    assert response.status_code == 409
    assert "Lý do khác." in text_of(response)
    assert is_closed.answers.count() == 1


def test_an_answer_is_mended_and_taken_back(is_closed, drafter, hands):
    answered(is_closed, hands)
    answer = is_closed.answers.first()
    told = {"verdict": "partly", "gist": "Sửa", "reason": "Sửa lý do."}

    drafter.post(at_desk(is_closed, f"tong-hop/{answer.pk}/"), told)
    answer.refresh_from_db()
    assert (answer.verdict, answer.reason) == ("partly", "Sửa lý do.")

    drafter.post(at_desk(is_closed, f"tong-hop/{answer.pk}/bo/"))
    assert is_closed.comments.unanswered().count() == 1


# --- Taking away ----------------------------------------------------------------------------------

FORMULA = '=HYPERLINK("http://x.example";"Bấm")'


def test_everything_is_taken_away_by_article(drafter, is_open, people):
    commented(is_open, "Không công khai.").withhold(by=people.drafter, why=WhyNot.ABUSE)
    commented(is_open, FORMULA, article=article(is_open, 2), name="Lê Văn Mẫu")
    commented(is_open, "Đầu tiên.", article=article(is_open, 1))

    sheet = text_of(drafter.get(at_desk(is_open, "gop-y.csv")))
    rows = list(csv.reader(io.StringIO(sheet.removeprefix(sheets.BYTE_ORDER_MARK))))

    assert [row[1] for row in rows[1:]] == [
        "Toàn bộ dự thảo",
        "Điều 1. Phạm vi điều chỉnh",
        "Điều 2. Đối tượng áp dụng",
    ]
    assert rows[1][8] == "Không công khai."
    assert rows[3][5] == "Lê Văn Mẫu"
    assert rows[3][8] == f"'{FORMULA}"
    assert Reading.objects.get().what == "export"


def test_a_sheet_holds_text_and_no_formula(drafter, is_open):
    commented(is_open, FORMULA + "\x07")

    kept = drafter.get(at_desk(is_open, "gop-y.xlsx")).content
    sheet = load_workbook(io.BytesIO(kept)).active

    cell = sheet["I2"]
    assert cell.data_type == "s"
    assert cell.value == f"'{FORMULA}"
    assert sheet.max_row == 2


# --- What it costs --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "most"),
    [("", 12), ("{}/", 20), ("y-kien/", 14), ("{}/tong-hop/", 16)],
)
def test_a_page_of_the_desk_costs_as_much_whatever_lies_there(
    drafter, is_open, hands, address, most, django_assert_max_num_queries
):
    for number in range(4):
        commented(is_open, f"Góp ý {number}.")
        opened(hands)
    page = DESK + address.format(is_open.code)
    drafter.get(page)

    with django_assert_max_num_queries(most):
        drafter.get(page)
