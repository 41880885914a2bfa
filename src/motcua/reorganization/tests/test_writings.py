"""How does whoever plans write a plan, page by page, without losing a word?"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.periods.clock import today
from motcua.reorganization import actions, finding, writings
from motcua.reorganization.files import sheet
from motcua.reorganization.files.sheet import Sheet
from motcua.reorganization.models import Plan, Writing

from . import plan_stories

pytestmark = pytest.mark.django_db
DECISION = {
    "number": "12/NQ-HĐND",
    "decided_on": "01/11/2026",
    "issuer": "Hội đồng nhân dân thành phố",
    "title": "Nhập xã Đá vào xã Suối",
    "day": "01/01/2027",
}


@pytest.fixture
def desk(client, communes):
    return as_officer(client, communes.planner.person)


@pytest.fixture
def begun(desk):
    desk.post(reverse("plans_desk:begin"), DECISION)
    return Writing.objects.get()


def at(name, writing, *more):
    return reverse(f"plans_desk:{name}", args=[writing.pk, *more])


def press(desk, writing, page, /, *more, **typed):
    """A press on the page as it is now."""
    writing.refresh_from_db()
    return desk.post(at(page, writing, *more), {"seen": writing.revision, **typed})


def absorb(desk, writing):
    """A change that lets the first commune go into the second."""
    press(desk, writing, "writing_add_change", kind="absorb")
    press(desk, writing, "writing_change", 1, kind="sáp nhập", **{"tim-truoc": "xã đá"})
    return press(desk, writing, "writing_change", 1, kind="sáp nhập", **{"tim-sau": "H49.72"})


def test_a_merger_is_written_page_by_page(desk, begun):
    absorb(desk, begun)
    press(desk, begun, "writing_change", 1, kind="sáp nhập", note="Theo đề án", do="keep")

    assert "Không còn chỗ nào sai" in desk.get(at("writing", begun)).text
    assert not writings.problems(Writing.objects.get())
    answer = press(desk, begun, "writing_finish")

    plan = Plan.objects.get()
    assert answer.url == reverse("plans_desk:detail", args=[plan.pk])
    change = plan.changes.get()
    assert (change.kind, change.note) == ("absorb", "Theo đề án")
    sides = change.parties.values_list("organization__identifier", "body__identifier")
    assert list(sides) == [("H49.71", None), (None, "H49.72")]
    assert not Writing.objects.exists()


def test_what_is_unfinished_and_wrong_is_kept_and_said(desk, begun):
    press(desk, begun, "writing_heading", **{**DECISION, "day": "mai"})
    press(desk, begun, "writing_add_change", kind="divide")
    typed = {"phan": 1, "phan-0-original": "H49.99", "phan-0-portion": "bảy"}
    press(desk, begun, "writing_change", 1, kind="chia", **typed)

    answer = press(desk, begun, "writing_finish")

    page = desk.get(answer.url)
    assert "“mai” không phải ngày; hãy ghi “ngày thực hiện”" in page.text
    assert "Thay đổi 1, phần 1" in page.text
    assert not Plan.objects.exists()
    kept = desk.get(at("writing_change", begun, 1)).text
    assert "bảy" in kept
    assert "H49.99" in kept
    assert 'value="mai"' in desk.get(at("writing_heading", begun)).text


def test_a_new_body_takes_over_posts_and_their_holders(desk, begun):
    press(desk, begun, "writing_add_change", kind="consolidate")
    for code in ("H49.71", "H49.72"):
        press(desk, begun, "writing_change", 1, kind="hợp nhất", **{"tim-truoc": code})
    new = {"moi-ma": "H49.90", "moi-ten": "Ủy ban nhân dân xã Đá Suối", "do": "new"}
    press(desk, begun, "writing_change", 1, kind="hợp nhất", **new)
    page = desk.get(at("writing_body", begun, 1)).context["page"]

    press(desk, begun, "writing_body", 1, **page.form.initial, do="posts")

    plan_of = press(desk, begun, "writing_finish").url
    body = Plan.objects.get(pk=plan_of.split("/")[-2]).bodies.get()
    assert (body.full_name, body.get_kind_display()) == (
        "Ủy ban nhân dân xã Đá Suối",
        "Ủy ban nhân dân cấp xã",
    )
    titles = {post["title"]: post["from"] for post in body.posts}
    assert titles["Phó Chủ tịch"] == [{"organization": "H49.72", "title": "Phó Chủ tịch"}]
    assert len(titles) == 4


def test_whoever_saw_an_older_page_changes_nothing_and_keeps_their_words(desk, begun):
    seen = begun.revision
    press(desk, begun, "writing_heading", **DECISION)

    page = desk.post(at("writing_heading", begun), {**DECISION, "title": "Khác", "seen": seen})

    assert page.status_code == 409
    assert "Khác" in page.text
    assert "Khác" not in Writing.objects.get().text


def test_a_double_click_makes_one_plan(desk, begun):
    absorb(desk, begun)
    begun.refresh_from_db()
    typed = {"seen": begun.revision}

    first = desk.post(at("writing_finish", begun), typed)
    second = desk.post(at("writing_finish", begun), typed)

    assert (first.status_code, second.status_code) == (302, 409)
    assert reverse("plans_desk:detail", args=[Plan.objects.get().pk]) in second.text
    assert Plan.objects.count() == 1


def test_changes_are_moved_and_taken_away(desk, begun):
    for kind in ("absorb", "abolish"):
        press(desk, begun, "writing_add_change", kind=kind)

    press(desk, begun, "writing_up", 2)
    assert [each["kind"] for each in written(begun).changes] == ["giải thể", "sáp nhập"]

    press(desk, begun, "writing_remove_change", 1)
    assert [each["kind"] for each in written(begun).changes] == ["sáp nhập"]
    assert press(desk, begun, "writing_up", 9).status_code == 404


def written(writing) -> Sheet:
    writing.refresh_from_db()
    return Sheet.of(writing.text)


def test_a_file_with_mistakes_opens_to_be_mended(desk):
    broken = plan_stories.MERGER.replace("01/01/2027", "hôm nào")
    file = SimpleUploadedFile("plan.yaml", broken.encode())

    desk.post(reverse("plans_desk:upload"), {"file": file})

    writing = Writing.objects.get()
    assert "hôm nào" in desk.get(at("writing", writing)).text
    press(desk, writing, "writing_text", text=plan_stories.MERGER)
    press(desk, writing, "writing_finish")
    assert Plan.objects.get().changes.get().kind == "consolidate"


def test_a_text_that_is_no_yaml_is_kept_and_mended_line_by_line(desk, begun):
    press(desk, begun, "writing_text", text="plan:\n  title: [")

    assert desk.get(at("writing", begun)).url == at("writing_text", begun)
    page = desk.get(at("writing_text", begun)).text
    assert "Dòng 2:" in page or "Dòng 3:" in page
    assert "title: [" in page


def test_a_letter_that_no_table_keeps_does_not_take_the_text_along(desk, begun):
    press(desk, begun, "writing_text", text="plan:\n  title: Nh\x00ập\n")

    assert Writing.objects.get().text == "plan:\n  title: Nhập\n"


def test_a_file_that_is_no_text_is_refused_with_a_sentence(desk):
    file = SimpleUploadedFile("plan.yaml", b"\xff\xfe\x00")

    page = desk.post(reverse("plans_desk:upload"), {"file": file})

    assert "không phải văn bản UTF-8" in page.text
    assert not Writing.objects.exists()


def test_a_draft_is_written_anew_by_one_writing(desk, merger):
    for _ in range(2):
        desk.post(reverse("plans_desk:begin_anew", args=[merger.pk]))
    writing = Writing.objects.get()
    assert not writings.problems(writing)

    press(desk, writing, "writing_heading", **{**DECISION, "title": "Tên mới"})
    press(desk, writing, "writing_finish")

    merger.refresh_from_db()
    assert merger.title == "Tên mới"
    assert Plan.objects.count() == 1
    assert list(merger.events.values_list("verb", flat=True)) == ["enter", "revise"]


def test_a_settled_plan_is_not_written_anew(desk, merger, communes):
    actions.schedule(merger, by=communes.planner)

    answer = desk.post(reverse("plans_desk:begin_anew", args=[merger.pk]))

    assert answer.url == reverse("plans_desk:detail", args=[merger.pk])
    assert not Writing.objects.exists()


def test_the_table_of_a_plan_reads_back_to_the_same_changes(desk, merger):
    said = desk.get(reverse("plans_desk:table", args=[merger.pk])).content

    again = Sheet.of(sheet.as_text(said, "plan.csv"))

    assert again.heading["number"] == merger.number
    (change,) = again.changes
    assert (change["originals"], change["resulting"]) == (["H49.71", "H49.72"], ["H49.90"])


def test_who_is_meant_by_words_or_a_code(communes, november):
    assert [hit.identifier for hit in finding.named("suoi xa", today())] == ["H49.72"]
    assert [hit.identifier for hit in finding.named("h49.7", today())] == ["H49.71", "H49.72"]
    assert finding.named(" ", today()) == []
    assert finding.next_code("H49", ["H49.90"]) == "H49.91"


def test_a_writing_asks_a_bounded_number_of_questions(desk, begun, django_assert_max_num_queries):
    absorb(desk, begun)
    desk.get(at("writing", begun))

    with django_assert_max_num_queries(25):
        desk.get(at("writing", begun))
    with django_assert_max_num_queries(30):
        desk.get(at("writing_change", begun, 1))
