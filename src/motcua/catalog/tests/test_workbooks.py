"""An editor brings a workbook: checked by the worker, confirmed, and drafts come of it."""

import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from openpyxl import load_workbook

from motcua.accounts.tests.sessions import as_officer
from motcua.catalog import exceptions
from motcua.catalog.importing import exporting, storing, translating
from motcua.catalog.models import CatalogPost, ProcedureVersion, VersionEvent, Workbook
from motcua.catalog.recording import recalling
from motcua.catalog.tables import bringing, jobs, writing
from motcua.catalog.tests.raw import raw

from .test_desk import hand

BEGIN, CHECK, OUT = (f"catalog_desk:workbook{end}" for end in ("", "_check", "_out"))


@pytest.fixture
def writer(db):
    return hand(CatalogPost.Right.WRITE)


@pytest.fixture
def there(machine):
    """A procedure that came from the national database."""
    storing.store([translating.understand(raw())], by=machine)


@pytest.fixture
def in_worker(db):
    """Do what was put off, as the worker would."""

    def work():
        with connection.cursor() as cursor:
            cursor.execute(TAKE)
            rows = cursor.fetchall()
        for name, args in rows:
            getattr(jobs, name.removeprefix("catalog."))(**json.loads(args))

    return work


TAKE = """
DELETE FROM procrastinate_jobs WHERE task_name LIKE 'catalog.%' RETURNING task_name, args::text
"""


def workbook(change=lambda book: None):
    records = recalling.records(ProcedureVersion.objects.published())
    book = load_workbook(io.BytesIO(writing.book(map(exporting.raw_of, records))))
    change(book)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def renamed(book):
    book["Thủ tục"]["B2"] = "Đăng ký khai sinh, tên mới"


def wrong(book):
    renamed(book)
    book["Hồ sơ"]["E2"] = "một"


def brought(writer, change=renamed):
    kept = bringing.keep(workbook(change), by=writer, name="thu-tuc.xlsx")
    jobs.check_workbook(kept.pk)
    kept.refresh_from_db()
    return kept


def entered(kept, writer):
    bringing.confirm(kept, by=writer, seen=kept.sha256)
    jobs.enter_workbook(kept.pk)
    kept.refresh_from_db()
    return kept


# --- Verbs ----------------------------------------------------------------------------------------


def test_what_an_editor_brings_waits_as_a_draft_of_theirs(there, writer):
    kept = entered(brought(writer), writer)

    draft = ProcedureVersion.objects.waiting().get()
    event = VersionEvent.objects.get()
    assert (kept.state, bytes(kept.content)) == (Workbook.State.ENTERED, b"")
    assert draft.name == "Đăng ký khai sinh, tên mới"
    assert (event.version, event.person) == (draft, writer.person)
    assert draft.source["where"] == "Soạn tại cổng"
    assert ProcedureVersion.objects.published().count() == 1


def test_a_new_procedure_waits_as_well(there, writer):
    def added(book):
        book["Thủ tục"].append(["1.000002", "Thủ tục mới"])

    kept = entered(brought(writer, added), writer)

    assert kept.report["outcomes"] == {"1.001193": "unchanged", "1.000002": "waiting"}
    assert ProcedureVersion.objects.get(procedure__code="1.000002").published_at is None


def test_checking_writes_nothing_and_what_is_wrong_cannot_be_entered(there, writer):
    kept = brought(writer, wrong)

    assert [row[:3] for row in kept.report["problems"]] == [["Hồ sơ", 2, "Bản chính"]]
    assert ProcedureVersion.objects.count() == 1
    with pytest.raises(exceptions.TooLate):
        bringing.confirm(kept, by=writer, seen=kept.sha256)


def test_what_is_no_longer_as_it_was_confirmed_is_read_again(there, writer, machine):
    kept = brought(writer)
    bringing.confirm(kept, by=writer, seen=kept.sha256)
    storing.store(
        [translating.understand(raw(ten_thu_tuc="Đăng ký khai sinh, tên mới"))], by=machine
    )

    jobs.enter_workbook(kept.pk)

    kept.refresh_from_db()
    assert (kept.state, kept.report["has_changed"]) == (Workbook.State.CHECKED, True)
    assert not ProcedureVersion.objects.waiting().exists()


def test_twice_confirmed_is_entered_once_and_a_job_may_run_twice(there, writer):
    kept = brought(writer)
    same = Workbook.objects.get(pk=kept.pk)
    bringing.confirm(kept, by=writer, seen=kept.sha256)
    with pytest.raises(exceptions.TooLate):
        bringing.confirm(same, by=writer, seen=kept.sha256)

    with pytest.raises(exceptions.BeingEntered):
        bringing.keep(workbook(), by=writer, name="b.xlsx")
    jobs.enter_workbook(kept.pk)
    jobs.enter_workbook(kept.pk)

    assert ProcedureVersion.objects.waiting().count() == 1


def test_whoever_lost_the_right_enters_nothing(there, writer):
    kept = brought(writer)
    bringing.confirm(kept, by=writer, seen=kept.sha256)
    CatalogPost.objects.all().delete()

    jobs.enter_workbook(kept.pk)

    kept.refresh_from_db()
    assert kept.report["refusal"]
    assert not ProcedureVersion.objects.waiting().exists()


def test_two_editors_have_a_workbook_each(there, writer):
    other = hand(CatalogPost.Right.WRITE)
    first, second = brought(writer), brought(other)

    entered(first, writer)
    bringing.confirm(second, by=other, seen=second.sha256)
    jobs.enter_workbook(second.pk)

    second.refresh_from_db()
    assert second.report["has_changed"]
    assert second.report["outcomes"] == {"1.001193": "unchanged"}
    assert ProcedureVersion.objects.waiting().count() == 1


# --- Screen ---------------------------------------------------------------------------------------


def send(client, content):
    return client.post(reverse(BEGIN), {"file": SimpleUploadedFile("thu-tuc.xlsx", content)})


def test_an_editor_takes_one_out_and_brings_it_back(client, there, writer, in_worker):
    as_officer(client, writer.person)
    out = client.get(reverse(OUT)).content
    assert load_workbook(io.BytesIO(out))["Thủ tục"]["A2"].value == "1.001193"

    sent = send(client, workbook(renamed))
    waits = client.get(sent.url)
    in_worker()
    shown = client.get(sent.url)
    done = client.post(sent.url, {"seen": Workbook.objects.get().sha256})
    again = client.post(sent.url, {"seen": Workbook.objects.get().sha256})
    in_worker()

    assert waits.headers["Refresh"]
    assert "tên mới" in shown.content.decode()
    assert "Refresh" not in shown.headers
    assert (done.status_code, again.status_code) == (302, 302)
    assert "Đã ghi" in client.get(sent.url).content.decode()
    assert ProcedureVersion.objects.waiting().count() == 1


def test_every_problem_stands_on_the_page_by_sheet_and_row(client, there, writer, in_worker):
    as_officer(client, writer.person)

    sent = send(client, workbook(wrong))
    in_worker()

    page = client.get(sent.url).content.decode()
    assert "“một” không phải số nguyên" in page
    assert "Xác nhận" not in page


def test_what_is_no_workbook_is_refused_beside_the_field(client, there, writer):
    as_officer(client, writer.person)

    answer = send(client, b"%PDF-1.7 no workbook")

    assert "không phải XLSX" in answer.content.decode()
    assert not Workbook.objects.exists()


def test_another_file_meanwhile_is_not_confirmed_unseen(client, there, writer):
    as_officer(client, writer.person)
    brought(writer)

    answer = client.post(reverse(CHECK), {"seen": "0" * 64})

    assert answer.status_code == 409
    assert "một tệp khác" in answer.content.decode()


def test_who_may_not_write_finds_nothing(client, there):
    as_officer(client, hand(CatalogPost.Right.REVIEW).person)
    assert [client.get(reverse(page)).status_code for page in (BEGIN, CHECK, OUT)] == [404] * 3
