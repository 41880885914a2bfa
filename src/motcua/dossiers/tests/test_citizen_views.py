"""What an applicant sees of their own dossier, and does with it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import PDF, pdf
from motcua.dossiers.workflow import State
from motcua.filekeeping import files


def at(name, dossier, *more):
    return reverse(f"dossiers:{name}", args=[dossier.code, *more])


def scan(name="bo-sung.pdf"):
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


@pytest.fixture
def browser(client, db, applicant):
    return as_citizen(client, applicant.person)


@pytest.fixture
def on_the_way(registered, people):
    registered.receive(by=people.clerk)
    return registered


@pytest.fixture
def asked(on_the_way, people):
    items = [{"component": None, "name": "Giấy chứng sinh", "reason": "Bản chụp bị mờ."}]
    on_the_way.take_up(by=people.handler)
    on_the_way.request_supplement(by=people.handler, items=items, reason="Xin chụp lại cho rõ.")
    return on_the_way


@pytest.fixture
def done(on_the_way, people):
    on_the_way.take_up(by=people.handler)
    on_the_way.finish(by=people.approver, result=pdf("kết quả"), name="giay-khai-sinh.pdf")
    return on_the_way


def test_a_received_dossier_says_why_its_due_date_is_that_day(browser, on_the_way):
    page = browser.get(at("detail", on_the_way)).content.decode()

    assert "Vì sao là ngày này?" in page
    assert at("receipt", on_the_way) in page


def test_the_receipt_is_a_pdf_that_no_cache_keeps(browser, on_the_way):
    answer = browser.get(at("receipt", on_the_way))

    assert answer.content.startswith(b"%PDF")
    assert "no-store" in answer["Cache-Control"]


def test_there_is_no_receipt_before_it_is_received(browser, registered):
    assert browser.get(at("receipt", registered)).status_code == 404


def test_the_page_says_what_is_asked_for_and_why(browser, asked):
    page = browser.get(at("detail", asked)).content.decode()

    assert "Bản chụp bị mờ." in page
    assert at("supplement", asked) in page


def test_a_supplement_with_a_file_goes_back_to_the_office(browser, asked):
    browser.post(at("supplement", asked), {"paper-0": scan(), "note": "Tôi gửi lại.", "send": "1"})

    asked = Dossier.objects.get(pk=asked.pk)
    assert asked.state == State.RECEIVED
    assert asked.papers().get().name == "bo-sung.pdf"


def test_a_broken_file_sends_nothing_and_keeps_the_note(browser, asked):
    broken = SimpleUploadedFile("trong.pdf", b"")

    page = browser.post(
        at("supplement", asked), {"paper-0": broken, "note": "Tôi gửi lại.", "send": "1"}
    )

    assert Dossier.objects.get(pk=asked.pk).state == State.SUPPLEMENT_REQUESTED
    assert "trong.pdf: Tệp trống" in page.content.decode()
    assert "Tôi gửi lại." in page.content.decode()


def test_an_empty_supplement_says_what_is_missing(browser, asked):
    page = browser.post(at("supplement", asked), {"send": "1"})

    assert "Chưa có gì để nộp bổ sung" in page.content.decode()


def test_a_prepared_paper_can_be_taken_out_again(browser, asked):
    browser.post(at("supplement", asked), {"paper-0": scan(), "upload": "1"})

    browser.post(at("remove_paper", asked, asked.papers_in_preparation().get().pk))

    assert not asked.papers_in_preparation().exists()


def test_nothing_can_be_supplemented_that_was_not_asked_for(browser, on_the_way):
    answer = browser.post(at("supplement", on_the_way), {"paper-0": scan(), "send": "1"})

    assert answer.url == at("detail", on_the_way)
    assert not on_the_way.attachments.exists()


def test_the_applicant_takes_a_dossier_back(browser, on_the_way):
    browser.post(at("withdraw", on_the_way), {"note": "Tôi làm ở nơi khác."})

    assert Dossier.objects.get(pk=on_the_way.pk).state == State.WITHDRAWN


def test_what_is_decided_is_not_taken_back_any_more(browser, done):
    page = browser.post(at("withdraw", done), follow=True)

    assert Dossier.objects.get(pk=done.pk).state == State.FINISHED
    assert 'class="note' in page.content.decode()


def test_the_result_is_the_applicants_once_it_is_returned(browser, done, people):
    before = browser.get(at("result", done, done.results.get().pk))
    done.hand_over(by=people.clerk)
    after = browser.get(at("result", done, done.results.get().pk))

    assert before.status_code == 404
    assert b"".join(after.streaming_content) == pdf("kết quả").getvalue()
    assert after["Content-Disposition"].startswith("attachment")


def test_a_result_that_is_no_longer_what_it_was_is_not_given_out(browser, done, people):
    done.hand_over(by=people.clerk)
    files.remove(files.path_of(done.results.get().file_id))

    page = browser.get(at("result", done, done.results.get().pk), follow=True)

    assert "Không mở được tệp" in page.content.decode()


def test_a_page_costs_the_same_however_long_the_history(
    browser, asked, django_assert_max_num_queries
):
    with django_assert_max_num_queries(22):
        browser.get(at("detail", asked))


def test_the_same_file_sent_twice_is_one_paper(browser, asked):
    browser.post(at("supplement", asked), {"paper-0": scan(), "upload": "1"})
    browser.post(at("supplement", asked), {"paper-0": scan(), "upload": "1"})

    assert asked.papers_in_preparation().count() == 1


def test_a_full_dossier_can_still_be_supplemented(browser, asked, settings):
    settings.UPLOAD_MAX_FILES = 1
    browser.post(at("supplement", asked), {"paper-0": scan(), "send": "1"})

    assert Dossier.objects.get(pk=asked.pk).papers().count() == 1
