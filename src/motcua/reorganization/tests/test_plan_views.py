"""What does whoever plans see and press, and who sees nothing?"""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import DossierFactory
from motcua.reorganization.models import Plan, Tick

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, communes):
    return as_officer(client, communes.planner.person)


def at(name, plan, *more):
    return reverse(f"plans_desk:{name}", args=[plan.pk, *more])


def test_whoever_does_not_plan_finds_nothing_and_no_door(client, merger, communes):
    client = as_officer(client, communes.chair.person)

    assert client.get(at("detail", merger)).status_code == 404
    assert client.get(reverse("plans_desk:list")).status_code == 404
    assert "/can-bo/sap-xep/" not in client.get(reverse("desk:inbox")).text


def test_the_bar_of_the_desk_has_a_door_for_whoever_plans(desk, merger):
    page = desk.get(reverse("plans_desk:list"))

    assert f'<a href="{reverse("plans_desk:list")}" aria-current="page">' in page.text
    assert "12/NQ-HĐND" in page.text


def test_a_plan_shows_its_changes_and_the_chart(desk, merger, communes):
    DossierFactory(organization=communes.stone, in_process=True)

    page = desk.get(at("detail", merger))

    (said,) = page.context["changes"]
    assert [side.is_ending for side in said.before] == [True, True]
    assert [(side.identifier, side.is_new) for side in said.after] == [("H49.90", True)]
    assert [(flow.old, flow.count) for flow in page.context["chart"].flows] == [
        ("Ủy ban nhân dân xã Đá", 1),
        ("Ủy ban nhân dân xã Suối", 0),
    ]
    assert page.text.count('<svg class="chart bands') == 2
    assert "UBND xã Đá Suối" in page.text


def test_a_rehearsal_shows_what_blocks_first(desk, merger, communes):
    communes.chair.person.appointments.all().delete()

    page = desk.get(at("rehearse", merger))

    assert [each.line.key for each in page.context["blocking"]] == ["heads"]
    assert page.text.index("Phải xong trước khi thực hiện") < page.text.index("Việc đang làm")


def test_a_line_shows_its_rows_page_by_page(desk, merger, communes, monkeypatch):
    monkeypatch.setattr("motcua.reorganization.views.plan_lines.PAGE", 2)
    dossiers = [DossierFactory(organization=communes.stone, in_process=True) for _ in range(3)]

    first = desk.get(at("line", merger, "dossiers"))
    second = desk.get(at("line", merger, "dossiers"), {"trang": 2})

    assert len(first.context["rows"]) == 2
    assert len(second.context["rows"]) == 1
    assert sum(each.code in first.text + second.text for each in dossiers) == 3


def test_a_line_that_nobody_knows_is_not_there(desk, merger):
    assert desk.get(at("line", merger, "gi-do")).status_code == 404


def test_a_line_is_taken_away_as_a_table(desk, merger, communes):
    dossier = DossierFactory(organization=communes.stone, in_process=True)

    text = desk.get(at("csv", merger, "dossiers")).content.decode()
    book = load_workbook(io.BytesIO(desk.get(at("xlsx", merger, "dossiers")).content))

    assert dossier.code in text
    assert book.active["A2"].value == dossier.code


def test_a_line_is_given_to_a_post_and_ticked(desk, merger, communes):
    desk.post(at("assign", merger, "signatures"), {"owner": communes.planner.post.pk})
    desk.post(at("tick", merger, "signatures"), {"seen": 0, "note": "Đã nộp lại dấu."})

    tick = Tick.objects.get()
    assert (tick.owner, tick.ticked_by) == (communes.planner.post, communes.planner.person)
    assert "Đã nộp lại dấu." in desk.get(at("rehearse", merger)).text

    desk.post(at("untick", merger, "signatures"))
    assert Tick.objects.get().at is None


def test_what_changed_meanwhile_is_not_ticked_and_the_note_stays(desk, merger):
    page = desk.post(at("tick", merger, "dossiers"), {"seen": 7, "note": "Đã xem."})

    assert page.status_code == 409
    assert "Đã xem." in page.text
    assert "đã thay đổi từ lúc bạn mở trang" in page.text


def test_a_move_is_made_once_however_often_it_is_pressed(desk, merger):
    typed = {"revision": merger.revision}

    first = desk.post(at("schedule", merger), typed)
    second = desk.post(at("schedule", merger), typed)

    assert (first.status_code, second.status_code) == (302, 409)
    assert Plan.objects.get().is_scheduled
    assert merger.events.filter(verb="schedule").count() == 1


def test_a_stale_page_decides_nothing_and_keeps_the_reason(desk, merger):
    page = desk.post(at("cancel", merger), {"revision": 99, "reason": "Không làm nữa."})

    assert page.status_code == 409
    assert "Không làm nữa." in page.text
    assert Plan.objects.get().is_draft


def test_a_reason_is_asked_for(desk, merger):
    page = desk.post(at("cancel", merger), {"revision": merger.revision, "reason": " "})

    assert page.status_code == 200
    assert page.context["form"].errors["reason"] == ["Hãy ghi lý do hủy phương án."]


def test_an_empty_decision_is_refused_in_its_own_words(desk, merger):
    empty = SimpleUploadedFile("quyet-dinh.pdf", b"")

    page = desk.post(at("decision", merger), {"file": empty}, follow=True)

    assert "Tệp này trống: hãy chọn tệp quyết định đã ký." in page.text


def test_a_chart_without_work_says_so_and_writes_no_zeros_into_the_drawing(desk, merger):
    page = desk.get(at("detail", merger))

    assert "chưa có hồ sơ đang giải quyết nào phải chuyển" in page.text
    assert 'class="ax"' not in page.text


def test_the_file_of_a_plan_says_the_same(desk, merger):
    file = desk.get(at("file", merger))

    assert "H49.90" in file.content.decode()
    assert "attachment" in file["Content-Disposition"]


def test_pages_ask_a_bounded_number_of_questions(
    desk, merger, communes, django_assert_max_num_queries
):
    for _ in range(4):
        DossierFactory(organization=communes.stone, in_process=True)
    desk.get(at("detail", merger))

    with django_assert_max_num_queries(70):
        desk.get(at("rehearse", merger))
    with django_assert_max_num_queries(80):
        desk.get(at("detail", merger))
    with django_assert_max_num_queries(30):
        desk.get(at("line", merger, "dossiers"))
