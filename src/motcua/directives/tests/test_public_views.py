"""What does everybody see of conclusions and tasks, and what does nobody?"""

from datetime import timedelta

import pytest
from django.urls import reverse

from motcua.directives import actions
from motcua.directives.models import Conclusion, Task
from motcua.directives.workflow import State
from motcua.organizations.tests.factories import OrganizationFactory
from motcua.organizations.tests.reorganizing import end
from motcua.periods.clock import today
from motcua.search.queries import find

from .factories import ConclusionFactory

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} <img src=x onerror=alert(1)>"


def page(client, name, *where, **asked):
    return client.get(reverse(f"directives:{name}", args=where), asked)


def late(make_task, **facts):
    return make_task(state=State.IN_WORK, due_on=today() - timedelta(days=9), **facts)


@pytest.mark.parametrize("internal", ["task", "conclusion"])
def test_what_is_internal_does_not_exist(internal, client, make_task):
    task = late(make_task, title="Việc kín", is_public=internal != "task")
    if internal == "conclusion":
        Conclusion.objects.update(is_public=False)

    assert page(client, "task", task.code).status_code == 404
    for name in ("list", "tasks", "download", "feed"):
        assert "Việc kín" not in page(client, name).content.decode()
    if internal == "conclusion":
        assert page(client, "conclusion", task.conclusion.code).status_code == 404


def test_the_list_says_how_each_task_stands(client, make_task):
    late(make_task, title="Việc trễ")
    make_task(state=State.DONE, title="Việc xong", due_on=today(), done_on=today())

    shown = page(client, "list")

    text = shown.content.decode()
    assert "Quá hạn 9 ngày" in text
    assert "Xong đúng hạn" in text
    assert shown.context["figures"]["overdue"] == shown.context["figures"]["on_time"] == 1


def test_a_task_shows_words_owner_and_both_deadlines(client, make_task, people):
    task = make_task(state=State.IN_WORK, due_on=today() + timedelta(days=9))
    first = task.original_due_on
    task.ask_extension(by=people.owner, until=task.due_on + timedelta(days=30), reason="Lý do kín.")
    task.grant_extension(by=people.chair, until=task.asked_until, reason="Ý kiến kín.")

    text = page(client, "task", task.code).content.decode()

    assert task.quoted in text
    assert "Sở Xây dựng" in text
    assert f"{first:%d/%m/%Y}" in text
    assert f"{task.due_on:%d/%m/%Y}" in text
    assert people.owner.person.full_name in text
    assert "kín" not in text


def test_reports_are_for_the_offices_and_results_for_everybody(client, make_task, people):
    task = make_task(state=State.IN_WORK)
    task.report_done(by=people.owner, text="Nội dung báo cáo kín của anh Hùng.")
    task.accept(by=people.giver, result="Đã sửa 12 km đường.", reason="Ghi chú kín.")

    text = page(client, "task", task.code).content.decode()

    assert "Đã sửa 12 km đường." in text
    assert "kín" not in text
    assert people.giver.person.full_name not in text


@pytest.mark.parametrize("name", ["list", "task", "conclusion", "tasks"])
def test_hostile_words_stay_words(name, client, make_task, offices):
    conclusion = ConclusionFactory(
        organization=offices.giver, title=HOSTILE, meeting=HOSTILE, text=[HOSTILE]
    )
    task = make_task(conclusion=conclusion, title=HOSTILE, public_result=HOSTILE)
    where = {"task": [task.code], "conclusion": [conclusion.code]}.get(name, [])

    text = page(client, name, *where).content.decode()

    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert(1)" not in text
    assert "<img src=x" not in text
    assert "{{ 7*7 }}" in text


def test_a_cell_of_the_sheet_is_no_formula(client, make_task):
    make_task(title="=HYPERLINK(1)")

    sheet = page(client, "download").content.decode()

    assert "'=HYPERLINK(1)" in sheet
    assert sheet.startswith("\ufeff")


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({}, {"late", "open", "other"}),
        ({"tinh-trang": "qua-han"}, {"late"}),
        ({"co-quan": "H49.08"}, {"late", "open"}),
        ({"q": "cầu treo"}, {"open"}),
        ({"q": "CAU TREO"}, {"open"}),
        (
            {"tinh-trang": "\x00", "co-quan": "<>", "sau": "~~", "q": "\x00"},
            {"late", "open", "other"},
        ),
        ({"q": "xyz"}, set()),
    ],
)
def test_the_list_is_filtered(asked, fits, client, make_task, people):
    ours = {
        "late": late(make_task),
        "open": make_task(search_text="sua cau treo"),
        "other": make_task(post=people.stranger.post),
    }

    found = page(client, "tasks", **asked).context["rows"]

    assert {row.task.code for row in found} == {ours[name].code for name in fits}


def test_pages_go_on_by_key_without_a_gap(client, make_task, monkeypatch):
    monkeypatch.setattr("motcua.directives.choosing.TASKS_ON_A_PAGE", 2)
    codes = [make_task().code for _ in range(5)]

    seen, following = [], ""
    for _page in range(3):
        shown = page(client, "tasks", sau=following)
        seen += [row.task.code for row in shown.context["rows"]]
        following = shown.context["following"]

    assert (seen, following) == (codes, "")


def test_conclusions_go_on_without_a_gap(client, offices, monkeypatch):
    monkeypatch.setattr("motcua.directives.choosing.CONCLUSIONS_ON_A_PAGE", 2)
    codes = [ConclusionFactory(organization=offices.giver).code for _ in range(3)]

    first = page(client, "list")
    second = page(client, "list", sau=first.context["following"])

    shown = [told.conclusion.code for told in (*first.context["told"], *second.context["told"])]
    assert shown == codes[::-1]


def test_a_public_conclusion_and_its_tasks_are_found(make_task, people):
    task = make_task()
    actions.hide(task.conclusion, by=people.giver, reason="Thử.")
    actions.publish(task.conclusion, by=people.giver)

    assert {hit.key for hit in find("tuyến đường xuống cấp", "directive")} >= {task.code}


def test_the_paper_is_saved_and_not_run(client, offices, people):
    from .stories import given_by

    told = given_by(people.chair, people.owner)

    answer = page(client, "file", told.public.code)

    assert answer.getvalue().startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert page(client, "file", told.internal.code).status_code == 404
    assert told.public.file_id in page(client, "conclusion", told.public.code).content.decode()


@pytest.mark.parametrize(
    ("name", "most"), [("list", 16), ("tasks", 12), ("task", 16), ("conclusion", 14), ("feed", 9)]
)
def test_pages_cost_the_same_however_much_there_is(
    name, most, client, make_task, people, offices, django_assert_max_num_queries
):
    for number in range(9):
        conclusion = ConclusionFactory(organization=offices.giver)
        make_task(conclusion=conclusion, post=(people.owner, people.helper)[number % 2].post)
    task = make_task(state=State.IN_WORK)
    for _ in range(5):
        task.report(by=people.owner, text="Đang làm.")
    where = {"task": [task.code], "conclusion": [task.conclusion.code]}.get(name, [])
    page(client, name, *where)

    with django_assert_max_num_queries(most):
        assert page(client, name, *where).status_code == 200


def test_the_site_map_names_what_is_public(client, make_task):
    task, hidden = make_task(), make_task(is_public=False)

    text = client.get("/sitemap-nhiem-vu.xml").content.decode()

    assert task.code in text
    assert hidden.code not in text
    assert Task.objects.count() == 2


def test_an_ended_office_is_shown_with_who_it_is_now(client, make_task, offices):
    task = make_task(state=State.DONE)
    end(offices.owner, OrganizationFactory(named="Sở Xây dựng và Giao thông"))

    for name, where in (("list", []), ("tasks", []), ("task", [task.code])):
        said = "Sở Xây dựng (nay là Sở Xây dựng và Giao thông)"
        assert said in page(client, name, *where).content.decode()
