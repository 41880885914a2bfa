"""A writing becomes a plan once; what do its old pages, its names and its refusals say?"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.reorganization.models import Plan, Writing

from . import plan_stories
from .test_writings import DECISION, absorb, at, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, communes):
    return as_officer(client, communes.planner.person)


@pytest.fixture
def begun(desk):
    desk.post(reverse("plans_desk:begin"), DECISION)
    return Writing.objects.get()


def test_a_second_tab_learns_that_it_has_become_a_plan_and_keeps_its_words(desk, begun):
    absorb(desk, begun)
    press(desk, begun, "writing_finish")
    typed = {"seen": begun.revision, **DECISION, "title": "Tên khác"}

    pressed = desk.post(at("writing_heading", begun), typed)
    written = desk.post(at("writing_text", begun), {"text": "plan: {number: 13}"})
    opened = desk.get(at("writing", begun))

    plan = Plan.objects.get()
    there = reverse("plans_desk:detail", args=[plan.pk])
    assert (pressed.status_code, written.status_code) == (409, 409)
    assert f'href="{there}"' in pressed.text
    assert "Tên khác" in pressed.text
    assert "plan: {number: 13}" in written.text
    assert opened.url == there
    assert plan.title == DECISION["title"]


def test_a_writing_that_was_thrown_away_is_not_there(desk, begun):
    press(desk, begun, "writing_discard")

    assert desk.get(at("writing", begun)).status_code == 404
    assert desk.post(at("writing_finish", begun)).status_code == 404


def test_a_draft_written_anew_leads_back_to_its_plan(desk, begun):
    absorb(desk, begun)
    press(desk, begun, "writing_finish")
    plan = Plan.objects.get()
    desk.post(reverse("plans_desk:begin_anew", args=[plan.pk]))
    anew = Writing.objects.get()
    press(desk, anew, "writing_finish")

    assert desk.get(at("writing", anew)).url == reverse("plans_desk:detail", args=[plan.pk])


def test_the_title_of_a_post_is_not_called_what_a_decision_is(desk, begun):
    absorb(desk, begun)
    text = Writing.objects.get().text
    post = f"organizations: [{{identifier: H49.72, posts: [{{title: {'x' * 130}}}]}}]\n"
    press(desk, begun, "writing_text", text=f"{post}{text}")

    page = desk.get(at("writing", begun)).text

    assert "“chức danh” dài quá 120 chữ" in page
    assert "“trích yếu” dài" not in page


def test_every_code_of_an_overview_has_its_name(desk, begun):
    press(desk, begun, "writing_text", text=OVERVIEW)

    page = desk.get(at("writing", begun)).text

    for told in (
        '<span class="code">H49.72</span> Ủy ban nhân dân xã Suối',
        '<span class="code">H49.05</span> Sở Nội vụ',
        '<span class="code">H49.90</span> chưa đặt tên',
        '<span class="code">H49.99</span> không có cơ quan nào mang mã này',
    ):
        assert told in page


OVERVIEW = """
plan: {number: 13/NQ-HĐND, decided_on: 01/11/2026, issuer: HĐND, title: Gộp, day: 01/01/2027}
organizations:
  - {identifier: H49.05, parent: H49}
  - {identifier: H49.90, kind: commune, tier: commune}
changes:
  - {kind: hợp nhất, originals: [H49.72, H49.99], resulting: H49.90}
"""


def test_a_kind_that_nobody_knows_is_not_changed_by_looking_at_it(desk, begun):
    press(desk, begun, "writing_text", text=OVERVIEW.replace("hợp nhất", "trộn lẫn"))

    page = desk.get(at("writing_change", begun, 1)).context["page"]

    assert '<option value="trộn lẫn" selected>' in str(page.form["kind"])


def test_an_empty_file_is_refused_in_its_own_words(desk):
    empty = SimpleUploadedFile("phuong-an.yaml", b"")

    page = desk.post(reverse("plans_desk:upload"), {"file": empty})

    assert "Tệp này trống: hãy chọn tệp phương án có nội dung." in page.text
    assert not Writing.objects.exists()


# --- At a terminal ------------------------------------------------------------------------------


def test_a_refused_undo_speaks_of_no_page(merger, tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(plan_stories.MERGER)

    with pytest.raises(CommandError, match="đang ở tình trạng “Đang lập”") as refused:
        call_command("reorganize", str(file), "--undo", "--reason", "Nhầm.")

    assert "trang" not in str(refused.value).replace("tình trạng", "")


def test_an_undo_without_a_reason_says_how_to_give_one(merger, tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(plan_stories.MERGER)
    for state in ("scheduled", "carried_out"):
        Plan.objects.update(state=state)

    with pytest.raises(CommandError, match="--reason"):
        call_command("reorganize", str(file), "--undo")
