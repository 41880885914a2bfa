"""What does everybody see of questions?"""

import json
import re
from datetime import timedelta
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.urls import reverse
from django.utils import timezone

from motcua.accounts.models import Attempt
from motcua.accounts.tests.sessions import as_citizen
from motcua.dossiers.tests.factories import VersionFactory
from motcua.questions import publication
from motcua.questions.models import Category, Opinion, Question

PHONE, NAME = "0912 345 678", "Vũ Đức Thịnh"


@pytest.fixture
def published(make_question):
    """Published with its own public words; what was written names the asker."""

    def publish(**facts):
        question = make_question(
            published=True,
            text=f"Tôi là {NAME}, điện thoại {PHONE}. Con tôi chưa khai sinh.",
            public_text="Con tôi chưa khai sinh.",
            **facts,
        )
        publication.put_in_index(question)
        return question

    return publish


@pytest.fixture
def about_births(db):
    return VersionFactory(name="Thủ tục đăng ký khai sinh")


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_shows_public_words_office_and_how_long_it_took(client, published):
    published(title="Khai sinh muộn có bị phạt không?", answer="Không bị phạt.")

    page = read(client, "/hoi-dap/")

    assert "Khai sinh muộn có bị phạt không?" in page
    assert "UBND phường Hồng Gai trả lời trong ngày" in page
    assert PHONE not in page
    assert NAME not in page


def test_a_question_shows_answer_and_nothing_of_its_asker(client, published):
    question = published()

    page = read(client, f"/hoi-dap/{question.code}/")

    assert "Không bị phạt." in page
    assert "UBND phường Hồng Gai" in page
    assert PHONE not in page
    assert NAME not in page


def test_its_machine_words_are_a_qa_page(client, published):
    question = published(answer="Không </script><script>alert(1)</script>")

    page = read(client, f"/hoi-dap/{question.code}/")

    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1]
    said = json.loads(block)
    assert said["@type"] == "QAPage"
    assert said["mainEntity"]["acceptedAnswer"]["text"].startswith("Không </script>")
    assert "<script>alert" not in page


@pytest.mark.parametrize("state", ["new", "waiting", "approved", "answered", "withdrawn"])
def test_what_is_not_published_does_not_exist(client, make_question, state):
    question = make_question(state=state)

    assert client.get(f"/hoi-dap/{question.code}/").status_code == 404
    assert question.title not in read(client, "/hoi-dap/")


def test_an_officers_and_an_askers_session_see_no_more(client, make_question, asker):
    question = make_question(state="answered")

    as_citizen(client, asker.person)

    assert client.get(f"/hoi-dap/{question.code}/").status_code == 404


def test_words_find_questions_with_and_without_marks(client, published):
    published(title="Mất sổ hộ khẩu thì làm thế nào?")
    published(title="Đăng ký kết hôn với người nước ngoài")

    page = read(client, "/hoi-dap/?q=ket+hon+nuoc+ngoai")

    assert "<mark>kết</mark>" in page
    assert "hộ khẩu" not in page


def test_filters_narrow_the_list(client, published, about_births):
    shelf = Category.objects.first()
    wanted = published(title="Về khai sinh", category=shelf, procedure=about_births.procedure)
    published(title="Về đất đai")

    for query in (
        f"linh-vuc={shelf.slug}",
        f"thu-tuc={about_births.procedure.code}",
        f"linh-vuc={shelf.slug}&co-quan=H49.61&q=khai+sinh",
    ):
        page = read(client, f"/hoi-dap/?{query}")
        assert wanted.code in page, query
        assert "Về đất đai" not in page, query
    assert "Về khai sinh" not in read(client, "/hoi-dap/?co-quan=H49.62")


def test_nothing_found_leads_to_the_form_with_the_words(client, published):
    page = read(client, "/hoi-dap/?q=xyzzy+qwerty")

    assert "gui-cau-hoi/?tieu-de=xyzzy%20qwerty" in page


def test_the_list_goes_on_by_key_and_misses_none(client, published):
    now = timezone.now()
    codes = [published(published_at=now - timedelta(minutes=n // 3)).code for n in range(34)]

    seen, address = [], "/hoi-dap/"
    while address:
        page = read(client, address)
        seen += re.findall(r"asked-list.*?</ul>", page, re.DOTALL)[0].split("/hoi-dap/")[1:]
        following = re.search(r'rel="next" href="(\?[^"]+)"', page)
        address = f"/hoi-dap/{following[1].replace('&amp;', '&')}" if following else ""

    assert sorted(part.split("/")[0] for part in seen) == sorted(codes)


@pytest.mark.parametrize(
    "query", ["sau=khong-co", "sau=%00", "q=%00", "q=" + "a " * 4000, "co-quan='--", "thu-tuc=<x>"]
)
def test_a_strange_address_is_answered(client, published, query):
    published()

    assert client.get(f"/hoi-dap/?{query}").status_code == 200


def test_pages_ask_the_database_a_fixed_number_of_questions(
    client, published, about_births, django_assert_max_num_queries
):
    for number in range(12):
        published(title=f"Câu hỏi khai sinh số {number}", procedure=about_births.procedure)
    code = Question.objects.first().code

    with django_assert_max_num_queries(14):
        read(client, "/hoi-dap/")
    with django_assert_max_num_queries(26):
        read(client, "/hoi-dap/?q=khai+sinh")
    with django_assert_max_num_queries(32):
        read(client, f"/hoi-dap/{code}/")


def test_the_front_page_shows_the_latest_answers(client, published):
    published(title="Vừa mới trả lời xong")

    assert "Vừa mới trả lời xong" in read(client, "/")


def test_a_procedures_page_shows_what_was_asked_about_it(client, published, about_births):
    published(title="Khai sinh ở đâu?", procedure=about_births.procedure)
    published(title="Chuyện khác")

    code = about_births.procedure.code
    page = read(client, f"/dich-vu-cong/{code}/")

    assert "Khai sinh ở đâu?" in page
    assert "Chuyện khác" not in page
    assert f"/hoi-dap/gui-cau-hoi/?thu-tuc={code}" in page


def test_the_feed_is_atom_and_public(client, published):
    published(title="Có trong nguồn tin", answer="Trả lời & giải thích <b>")

    feed = ET.fromstring(client.get("/hoi-dap/moi-tra-loi.atom").content)

    space = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.findtext("a:entry/a:title", namespaces=space) == "Có trong nguồn tin"
    assert feed.findtext("a:entry/a:summary", namespaces=space) == "Trả lời & giải thích <b>"
    assert NAME not in ET.tostring(feed, encoding="unicode")


def test_the_feed_is_rss_as_well(client, published, settings):
    settings.BASE_URL = "https://motcua.example"
    question = published(title="Có trong nguồn tin", answer="Trả lời & giải thích <b>")

    feed = feedparser.parse(client.get("/hoi-dap/moi-tra-loi.rss").content)

    assert (feed.bozo, feed.version, feed.feed.language) == (False, "rss20", "vi")
    assert feed.entries[0].title == "Có trong nguồn tin"
    assert feed.entries[0].link.endswith(f"/hoi-dap/{question.code}/")
    assert NAME not in str(feed)


def test_the_list_names_both_feeds(client, published):
    page = read(client, "/hoi-dap/")

    for kind in ("rss", "atom"):
        assert f'type="application/{kind}+xml"' in page
        assert page.count(f"/hoi-dap/moi-tra-loi.{kind}") == 2


def test_search_engines_find_what_is_published_and_nothing_else(client, published, make_question):
    shown, hidden = published(), make_question(state="answered")

    page = read(client, "/sitemap-hoi-dap.xml")

    assert f"/hoi-dap/{shown.code}/" in page
    assert hidden.code not in page


def test_where_complaints_go_is_said_with_the_law(client, db):
    page = read(client, "/hoi-dap/khieu-nai-to-cao/")

    assert "Luật Khiếu nại" in page
    assert "Luật Tố cáo" in page


def test_readers_say_whether_it_helped_once_a_day(client, published):
    question = published()
    address = reverse("questions:opinion", args=[question.code])

    for _again in range(3):
        response = client.post(address, {"huu-ich": "co"}, REMOTE_ADDR="203.0.113.7")
        assert "Cảm ơn bạn" in read(client, response.url.partition("#")[0])
    client.post(address, {"huu-ich": "khong"}, REMOTE_ADDR="198.51.100.9")

    opinion = Opinion.objects.get()
    assert (opinion.yes, opinion.no) == (1, 1)
    assert not client.cookies


def test_ten_thousand_opinions_from_one_network_are_few(client, published, settings):
    settings.QUESTION_ALLOWANCES = settings.QUESTION_ALLOWANCES | {"opinion": (2, 3600)}
    codes = [published().code for _ in range(3)]

    answers = [client.post(f"/hoi-dap/{c}/huu-ich/", {"huu-ich": "co"}) for c in codes]

    assert [answer.status_code for answer in answers] == [302, 302, 429]


@pytest.mark.parametrize("said", ["", "yes", "co\x00"])
def test_a_strange_opinion_counts_nothing(client, published, said):
    client.post(f"/hoi-dap/{published().code}/huu-ich/", {"huu-ich": said})

    assert not Opinion.objects.exists()
    assert not Attempt.objects.exists()


def test_a_private_question_takes_no_opinion(client, make_question):
    code = make_question(state="answered").code

    assert client.post(f"/hoi-dap/{code}/huu-ich/", {"huu-ich": "co"}).status_code == 404
