"""What an officer does on the screen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.dossiers import workflow
from motcua.dossiers.forms.officer import FORMS
from motcua.dossiers.tests.desk import address, press, sit
from motcua.dossiers.tests.factories import (
    PDF,
    DossierFactory,
    VersionFactory,
)
from motcua.dossiers.workflow import State
from motcua.periods.clock import day_of, today
from motcua.worktime.queries import working_calendar


@pytest.mark.parametrize(
    "move",
    [move for move in workflow.MOVES if move.roles & workflow.OFFICERS],
    ids=lambda move: move.verb,
)
def test_every_officer_move_has_an_address_and_a_form(move):
    assert reverse(f"desk:{move.verb}", args=["H49.61-261125-0004"])
    assert FORMS[move.verb].move is move


def test_the_receive_button(client, registered, people):
    sit(client, people.clerk)

    answer = press(client, "receive", registered)

    registered.refresh_from_db()
    assert answer.url == address("detail", registered)
    assert registered.state == State.RECEIVED


def test_receiving_without_a_readable_limit_asks_for_the_date(client, office, people):
    dossier = DossierFactory(organization=office, version=VersionFactory(limit=None))
    sit(client, people.clerk)

    page = press(client, "receive", dossier)
    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"due_day", "reason"}
    day = working_calendar().working_day_after(today())
    typed = {"due_day": f"{day:%d/%m/%Y}", "reason": "Theo văn bản số 5."}
    answer = press(client, "receive", dossier, **typed)

    dossier.refresh_from_db()
    assert answer.status_code == 302
    assert day_of(dossier.due_current) == day


def test_a_result_is_not_promised_for_a_day_that_has_passed(client, office, people):
    dossier = DossierFactory(organization=office, version=VersionFactory(limit=None))
    sit(client, people.clerk)

    page = press(client, "receive", dossier, due_day="02/01/2017", reason="Theo văn bản số 5.")

    assert page.status_code == 200
    assert "due_day" in page.context["form"].errors


def test_refusing_without_a_reason_changes_nothing(client, registered, people):
    sit(client, people.clerk)

    page = press(client, "refuse", registered, reason=" ")

    registered.refresh_from_db()
    assert registered.state == State.REGISTERED
    assert "reason" in page.context["form"].errors


def test_asking_for_papers(client, received, people):
    first, _second = received.version.cases.get().components.all()
    sit(client, people.handler)

    press(
        client,
        "request_supplement",
        received,
        **{f"paper-{first.pk}": "Thiếu chữ ký.", "other-1": "Ảnh 3x4", "why-1": "Chưa có."},
    )

    assert received.latest_request().payload["items"] == [
        {"component": first.pk, "name": "Tờ khai", "reason": "Thiếu chữ ký."},
        {"component": None, "name": "Ảnh 3x4", "reason": "Chưa có."},
    ]


def test_asking_for_nothing_says_what_to_do(client, received, people):
    sit(client, people.handler)

    page = press(client, "request_supplement", received)

    assert page.status_code == 409
    assert "ít nhất một giấy tờ" in page.content.decode()


def test_another_paper_needs_both_name_and_reason(client, received, people):
    sit(client, people.handler)

    page = press(client, "request_supplement", received, **{"other-1": "Ảnh"})

    assert "why-1" in page.context["form"].errors


def test_finishing_with_a_result_file(client, in_process, people):
    sit(client, people.approver)

    press(client, "finish", in_process, result=SimpleUploadedFile("giay-khai-sinh.pdf", PDF))

    in_process.refresh_from_db()
    assert in_process.state == State.FINISHED
    assert in_process.results.get().name == "giay-khai-sinh.pdf"


@pytest.mark.parametrize(
    ("content", "says"), [(b"MZ", "không phải là PDF"), (b"", "0 byte"), (PDF[:-9], "bị hỏng")]
)
def test_a_bad_result_file_is_refused_with_a_sentence(client, in_process, people, content, says):
    sit(client, people.approver)

    page = press(client, "finish", in_process, result=SimpleUploadedFile("a.pdf", content))

    in_process.refresh_from_db()
    assert in_process.state == State.IN_PROCESS
    assert says in page.content.decode()


def test_a_stale_page_says_so_and_keeps_the_typed_reason(client, in_process, people, applicant):
    stale = in_process.revision
    items = [{"component": None, "name": "Tờ khai", "reason": "Mờ."}]
    in_process.request_supplement(by=people.handler, items=items)
    sit(client, people.handler)

    page = press(client, "stop", in_process, revision=stale, reason="Không đủ điều kiện về đất.")

    in_process.refresh_from_db()
    assert page.status_code == 409
    assert in_process.state == State.SUPPLEMENT_REQUESTED
    assert "Hồ sơ đã thay đổi" in page.content.decode()
    assert "Không đủ điều kiện về đất." in page.content.decode()
    assert f'name="revision" value="{in_process.revision}"' in page.content.decode()


def test_where_the_move_is_over_the_typed_reason_is_still_there(client, in_process, people):
    in_process.stop(by=people.handler, reason="Một.")
    sit(client, people.handler)

    page = press(client, "stop", in_process, reason="Lý do của người thứ hai.")

    assert page.status_code == 409
    assert "Lý do của người thứ hai." in page.content.decode()
    assert "Xem hồ sơ hiện nay" in page.content.decode()


def test_a_move_is_not_made_by_looking(client, registered, people):
    sit(client, people.clerk)

    client.get(address("receive", registered))

    registered.refresh_from_db()
    assert registered.state == State.REGISTERED
