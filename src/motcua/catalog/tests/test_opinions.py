"""Did the page help? Readers say it without a name; floods and personal data are kept out."""

import re
import uuid

import pytest

from motcua.accounts.tests.sessions import as_officer
from motcua.catalog.models import CatalogPost, PageOpinion
from motcua.catalog.models.opinions import LONGEST
from motcua.catalog.tests.test_desk import hand
from motcua.periods import clock

DESK = "/can-bo/thu-tuc/y-kien/"
PAGE = "/dich-vu-cong/1.001193/y-kien/"


@pytest.fixture
def say(client, published):
    def post(helped="khong", words="", **more):
        return client.post(PAGE, {"key": uuid.uuid4(), "helped": helped, "words": words, **more})

    return post


def test_the_page_asks_and_leads_to_the_form_with_the_answer_chosen(client, published):
    assert f"{PAGE}?huu-ich=khong" in client.get("/dich-vu-cong/1.001193/").text

    form = client.get(PAGE, {"huu-ich": "khong"}).text

    assert re.search(r'<input[^>]*value="khong"[^>]*checked', form)
    assert "Còn thiếu gì" in form


def test_a_word_is_kept_without_its_reader_and_thanked_for(say, client):
    answer = say(words="Không thấy mức phí. Gọi tôi 0912 345 678")

    opinion = PageOpinion.objects.get()
    assert (opinion.helped, opinion.version_number) == (False, 1)
    assert "0912" not in opinion.words
    assert "Không thấy mức phí" in opinion.words
    assert "Cảm ơn bạn" in client.get(answer.url).text


def test_a_second_word_of_the_day_is_thanked_for_and_not_kept(say):
    assert say().status_code == say(words="Lần nữa").status_code == 302

    assert PageOpinion.objects.count() == 1


def test_whoever_chose_nothing_is_told_and_keeps_what_was_typed(say):
    answer = say(helped="", words="Chữ của tôi")

    assert "Hãy chọn Có hoặc Không" in answer.text
    assert "Chữ của tôi" in answer.text
    assert not PageOpinion.objects.exists()


def test_what_a_machine_may_have_sent_is_marked(say):
    say(website="http://spam")

    assert PageOpinion.objects.get().is_doubtful


@pytest.mark.parametrize("words", ["x" * (LONGEST + 1), "\x00" * 3, "<script>alert(1)</script>"])
def test_anything_may_be_written(say, words):
    answer = say(words=words)

    assert answer.status_code in {200, 302}
    assert "<script>alert" not in answer.text


def test_other_procedures_have_no_form(client, published):
    assert client.get("/dich-vu-cong/9.999999/y-kien/").status_code == 404


def test_only_whoever_keeps_the_catalog_reads_what_was_said(client, published):
    PageOpinion.objects.create(
        procedure=published.procedure,
        version_number=1,
        helped=False,
        words="Không thấy mức phí",
        day=clock.today(),
    )
    as_officer(client, hand().person)
    assert client.get(DESK).status_code == 404
    as_officer(client, hand(CatalogPost.Right.REVIEW).person)

    page = client.get(DESK).text

    assert "Không thấy mức phí" in page
    assert "?ma=1.001193" in page
