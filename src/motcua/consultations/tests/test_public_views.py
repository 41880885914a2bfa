"""What does everybody see, and what becomes of what they type?"""

import re
import uuid
from datetime import date

import feedparser
import pytest
from django.test import Client

from motcua.accounts.tests.sessions import as_citizen
from motcua.consultations import publication
from motcua.consultations.models import Comment
from motcua.consultations.workflow import Stance
from motcua.dossiers.tests.factories import at, pdf
from motcua.organizations.tests.factories import OrganizationFactory
from motcua.organizations.tests.reorganizing import end
from motcua.search import queries as search
from motcua.strangers.tests.working import challenge_on, key_on, solved

from .stories import RECEIVER, TITLE, article, commented, opened

PHONE = "0912 345 678"


@pytest.fixture(autouse=True)
def _little_work(settings):
    settings.PROOF_BITS, settings.FASTEST_SECONDS = 6, -1


def text_of(response):
    return response.content.decode()


def home(consultation):
    return f"/lay-y-kien/{consultation.code}/"


def write(client, consultation, dieu="", works=True, **typed):
    """Open the form, fill it in and send it."""
    address = f"{home(consultation)}gop-y/" + (f"?dieu={dieu}" if dieu else "")
    page = text_of(client.get(address))
    challenge = challenge_on(page)
    machinery = {
        "key": key_on(page),
        "challenge": challenge,
        "proof": solved(challenge) if works else "",
    }
    said = {"stance": "amend", "text": "Nên hỗ trợ cả hợp tác xã."} | machinery | typed
    return client.post(address, said)


# --- Reading --------------------------------------------------------------------------------------


def test_the_list_shows_where_each_stands(client, hands, is_summed_up, noon):
    opened(hands, title="Quy định về chợ đêm trên địa bàn")

    page = text_of(client.get("/lay-y-kien/"))

    assert page.index("chợ đêm") < page.index(TITLE)
    assert "Đang lấy ý kiến" in page
    assert "Đã tiếp thu, giải trình" in page


@pytest.mark.parametrize(
    ("address", "is_there"),
    [
        ("?trang-thai=dang-mo", True),
        ("?trang-thai=da-huy", False),
        ("?loai=van-ban", True),
        ("?loai=de-an", False),
        ("?co-quan=H49.03", True),
        ("?co-quan=H49.04", False),
        ("?q=ho+tro+phi", True),
        ("?q=khong+co+gi+ca", False),
        ("?trang-thai=bay&loai=%00&co-quan=<x>", True),
    ],
)
def test_the_list_is_filtered(client, is_open, address, is_there):
    page = text_of(client.get(f"/lay-y-kien/{address}"))

    assert (TITLE in page) is is_there


def test_a_draft_is_read_article_by_article(client, is_open):
    page = text_of(client.get(home(is_open)))

    assert "Chương I. QUY ĐỊNH CHUNG" in page
    assert 'id="dieu-2"' in page
    assert "Còn 20 ngày" in page
    assert "64/2025/QH15" in page
    assert '"@type": "Legislation"' in page


def test_what_is_being_prepared_does_not_exist(client, preparing):
    for address in ("", "gop-y/", "y-kien/", "tai-lieu/1/"):
        assert client.get(home(preparing) + address).status_code == 404


def test_what_was_dropped_before_it_opened_does_not_exist(client, preparing, people):
    preparing.cancel(by=people.approver, reason="Không cần nữa.")

    assert client.get(home(preparing)).status_code == 404


def test_a_canceled_one_says_why(client, is_canceled):
    page = text_of(client.get(home(is_canceled)))

    assert "đã hủy" in page
    assert "Dự thảo được soạn lại." in page


def test_both_closing_days_stay_readable(client, is_open, people):
    is_open.extend(by=people.approver, to=date(2026, 12, 1), reason="Nhiều nơi chưa họp.")

    page = text_of(client.get(home(is_open)))

    assert "22/11/2026" in page
    assert "01/12/2026" in page
    assert "Nhiều nơi chưa họp." in page


def test_a_document_is_downloaded(client, hands, noon, people):
    from .stories import prepared

    draft = prepared(hands)
    paper = draft.attach(pdf(), name="du-thao.pdf", kind="draft", by=people.drafter)
    address = f"{home(draft)}tai-lieu/{paper.pk}/"
    assert client.get(address).status_code == 404

    draft.open(by=people.approver, closes_on=date(2026, 12, 1))

    assert b"".join(client.get(address).streaming_content).startswith(b"%PDF-")


def test_the_report_is_read_with_honest_counts(client, is_summed_up):
    page = text_of(client.get(home(is_summed_up)))

    assert "Cảm ơn các góp ý." in page
    assert "Đã bổ sung." in page
    assert re.search(r"Đã nhận</dt><dd>2<", page)
    assert re.search(r"Tiếp thu</dt><dd>2<", page)


def test_only_what_a_moderator_showed_is_read(client, is_open, people):
    shown = commented(is_open, f"Gọi tôi {PHONE}", name="Lê Văn Mẫu")
    commented(is_open, "Chưa ai xem.")
    shown.show(by=people.drafter, text="Gọi tôi [số điện thoại]")

    page = text_of(client.get(f"{home(is_open)}y-kien/"))

    assert "[số điện thoại]" in page
    assert PHONE not in page
    assert "Mẫu" not in page
    assert "Chưa ai xem." not in page


def test_comments_are_read_by_article(client, is_open, people):
    for position in (1, 2):
        comment = commented(is_open, f"Về điều {position}.", article=article(is_open, position))
        comment.show(by=people.drafter, text=comment.text)

    page = text_of(client.get(f"{home(is_open)}y-kien/?dieu=2"))

    assert "Về điều 2." in page
    assert "Về điều 1." not in page
    assert client.get(f"{home(is_open)}y-kien/?dieu=99").status_code == 404
    assert client.get(f"{home(is_open)}y-kien/?dieu=x").status_code == 404


def test_comments_are_read_on_by_key(client, is_open, people, settings):
    for number in range(35):
        comment = commented(is_open, f"Số {number:02d}.")
        comment.show(by=people.drafter, text=comment.text)

    first = text_of(client.get(f"{home(is_open)}y-kien/"))
    following = re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    second = text_of(client.get(f"{home(is_open)}y-kien/{following}"))

    assert "Số 00." in first
    assert "Số 34." not in first
    assert "Số 34." in second


def test_the_feed_tells_of_what_was_opened(client, is_open):
    feed = feedparser.parse(client.get("/lay-y-kien/moi.atom").content)

    assert [entry.title for entry in feed.entries] == [TITLE]
    assert "22/11/2026" in feed.entries[0].summary


def test_it_is_found_by_the_words_of_its_articles(is_open):
    hits = search.find("hộ kinh doanh", publication.KIND, limit=5)

    assert [hit.key for hit in hits] == [is_open.code]


def test_what_is_prepared_is_not_found(preparing):
    assert not search.find("hộ kinh doanh", publication.KIND, limit=5)


# --- Commenting -----------------------------------------------------------------------------------


def test_somebody_comments_on_an_article(client, is_open):
    response = write(client, is_open, dieu="2", name="Lê Văn Mẫu", email="mau@example.vn")

    comment = Comment.objects.get()
    assert comment.article.number == "Điều 2"
    assert comment.doubts == []
    page = text_of(client.get(response.url))
    assert comment.code in page
    assert "Lê Văn Mẫu" not in page


def test_without_javascript_a_human_looks(client, is_open):
    write(client, is_open, works=False)

    assert Comment.objects.get().doubts == ["no_proof"]


def test_a_honeypot_does_not_drop_a_comment(client, is_open):
    write(client, is_open, website="http://spam.example")

    assert Comment.objects.get().doubts == ["honeypot"]


def test_what_was_begun_beside_an_article_goes_on_with_its_words(client, is_open):
    begun = {"stance": "disagree", "text": "Thiếu người khuyết tật."}

    page = text_of(client.post(f"{home(is_open)}gop-y/?dieu=2", begun))

    assert "Thiếu người khuyết tật." in page
    assert 'value="disagree"' in page
    assert "checked" in page
    assert not Comment.objects.exists()


def test_what_was_typed_stays_on_an_error(client, is_open):
    page = text_of(write(client, is_open, stance="", text="Câu này còn.", email="sai"))

    assert "Câu này còn." in page
    assert "Hãy chọn đồng ý" in page
    assert not Comment.objects.exists()


def test_a_megabyte_is_refused_kindly(client, is_open):
    response = write(client, is_open, text="dài " * 250_000)

    assert response.status_code == 200
    assert "mỗi lần" in text_of(response)
    assert not Comment.objects.exists()


def test_a_double_click_makes_one_comment(client, is_open):
    key = str(uuid.uuid4())

    urls = {write(client, is_open, key=key).url for _ in range(2)}

    assert len(urls) == 1
    assert Comment.objects.count() == 1


def test_who_types_over_the_end_gets_the_words_back(client, is_open, noon):
    address = f"{home(is_open)}gop-y/"
    key = key_on(text_of(client.get(address)))
    noon.move_to(at("2026-11-23 00:01"), tick=False)

    said = {"key": key, "stance": "amend", "text": "Viết xong thì hết hạn."}
    response = client.post(address, said)

    page = text_of(response)
    assert response.status_code == 409
    assert "Viết xong thì hết hạn." in page
    assert RECEIVER in page
    assert not Comment.objects.exists()


def test_too_many_from_one_network_wait_and_keep_their_words(client, is_open, settings):
    settings.COMMENT_ALLOWANCES = {"network": (1, 3600), "writer": (9, 3600)}
    write(client, is_open)

    response = write(client, is_open, text="Câu thứ hai.")

    assert response.status_code == 429
    assert "Câu thứ hai." in text_of(response)
    assert int(response["Retry-After"]) > 0


def test_who_signed_in_attaches_a_file_and_reads_of_it_at_home(is_open, people):
    citizen = as_citizen(Client(), people.citizen)
    file = pdf()
    file.name = "y-kien.pdf"

    write(citizen, is_open, works=False, file=file)

    comment = Comment.objects.get()
    assert comment.person == people.citizen
    assert comment.file_name == "y-kien.pdf"
    assert comment.doubts == []
    assert comment.code in text_of(citizen.get("/tai-khoan/"))


def test_a_stranger_attaches_nothing(client, is_open):
    file = pdf()
    file.name = "y-kien.pdf"

    write(client, is_open, file=file)

    assert Comment.objects.get().file is None


def test_a_bad_file_is_said_and_the_words_stay(is_open, people):
    citizen = as_citizen(Client(), people.citizen)
    file = pdf()
    file.name = "x.pdf"
    file.write(b"MZ not a pdf at all")
    file.seek(0)

    page = text_of(write(citizen, is_open, file=file, text="Chữ này còn."))

    assert "Chữ này còn." in page
    assert not Comment.objects.exists()


def test_thanks_are_for_the_right_consultation(client, is_open, hands):
    commented(is_open, form_key=uuid.UUID(int=5))
    other = opened(hands)

    assert client.get(f"{home(is_open)}da-gop-y/{uuid.UUID(int=5)}/").status_code == 200
    assert client.get(f"{home(other)}da-gop-y/{uuid.UUID(int=5)}/").status_code == 404


# --- What it costs --------------------------------------------------------------------------------


def fill(consultation, people, count):
    for number in range(count):
        comment = commented(consultation, f"Góp ý {number}.", article=article(consultation, 2))
        comment.show(by=people.drafter, text=comment.text)


@pytest.mark.parametrize(
    ("address", "most"),
    [("/lay-y-kien/", 12), ("{}", 14), ("{}y-kien/", 12), ("{}gop-y/?dieu=2", 9)],
)
def test_a_page_costs_as_much_whatever_is_there(
    client, is_open, people, hands, address, most, django_assert_max_num_queries
):
    fill(is_open, people, 3)
    for number in range(3):
        opened(hands, title=f"Quy định thứ {number} để đếm")
    client.get(address.format(home(is_open)))

    with django_assert_max_num_queries(most):
        client.get(address.format(home(is_open)))


def test_stances_are_the_agreed_three():
    assert [each.value for each in Stance] == ["agree", "amend", "disagree"]


def test_an_ended_office_is_shown_with_who_it_is_now(client, is_canceled, office):
    end(office, OrganizationFactory(named="Sở Mới"))

    assert f"{office.name} (nay là Sở Mới)" in text_of(client.get(home(is_canceled)))
