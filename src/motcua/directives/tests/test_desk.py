"""What does an officer see of conclusions and tasks, and what happens when a button is pressed?"""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.directives.models import Conclusion, Evidence, Task
from motcua.directives.workflow import State
from motcua.dossiers.tests.factories import PDF, PersonFactory
from motcua.periods.clock import today

from .factories import ConclusionFactory

pytestmark = pytest.mark.django_db
TEXT = "1. Giao Sở Xây dựng rà soát các tuyến đường.\n\n2. Giao Sở Tài chính bố trí vốn."


def sit(client, acting):
    return as_officer(client, acting.person)


def at(name, *where):
    return reverse(f"directives_desk:{name}", args=where)


def press(client, verb, task, **typed):
    typed.setdefault("revision", Task.objects.get(pk=task.pk).revision)
    return client.post(at(verb, task.code), typed)


def typed(offices, **more):
    return {
        "organization": offices.giver.pk,
        "number": "214/TB-UBND",
        "signed_on": "02/11/2026",
        "title": "Giao thông nông thôn",
        "meeting": "Họp giao ban",
        "met_on": "01/11/2026",
        "text": TEXT,
    } | more


# --- The desk ------------------------------------------------------------------------------


def test_each_sees_what_waits_for_them(client, make_task, people):
    given = make_task()
    work = make_task(state=State.IN_WORK)
    asking = make_task(state=State.EXTENSION_ASKED)
    reported = make_task(state=State.REPORTED)

    def waiting_for(acting):
        shown = sit(client, acting).get(at("inbox"))
        return {row.task.code for row in shown.context["inbox"].rows}

    assert waiting_for(people.giver) == {reported.code}
    assert waiting_for(people.chair) == {reported.code, asking.code}
    assert waiting_for(people.owner) == {given.code, work.code}
    assert waiting_for(people.doer) == {work.code}
    assert waiting_for(people.helper) == waiting_for(people.stranger) == set()


def test_who_helps_finds_the_task_in_a_heap(client, make_task, people):
    task = make_task(state=State.IN_WORK)

    shown = sit(client, people.helper).get(at("inbox"), {"hang": "dang-lam"})

    assert [row.task for row in shown.context["inbox"].rows] == [task]


def test_the_red_list_is_by_organization_and_by_days(client, make_task, people):
    worse = make_task(state=State.IN_WORK, due_on=today() - timedelta(days=20))
    bad = make_task(due_on=today() - timedelta(days=2))
    elsewhere = make_task(due_on=today() - timedelta(days=9), post=people.helper.post)
    make_task(state=State.REPORTED, due_on=today() - timedelta(days=30))

    sit(client, people.giver)
    every, one = client.get(at("red_list")), client.get(at("red_list"), {"co_quan": "H49.08"})

    codes = [row.task.code for row in every.context["inbox"].rows]
    assert codes == [worse.code, elsewhere.code, bad.code]
    counts = {o.identifier: o.counts["overdue"] for o in every.context["offices"]}
    assert counts == {"H49.08": 2, "H49.05": 1}
    assert [row.task.code for row in one.context["inbox"].rows] == [worse.code, bad.code]


def test_the_sheet_holds_what_the_list_shows(client, make_task, people):
    late = make_task(due_on=today() - timedelta(days=2))
    fine = make_task()

    sheet = sit(client, people.giver).get(at("download"), {"hang": "qua-han"}).content.decode()

    assert late.code in sheet
    assert fine.code not in sheet


@pytest.mark.parametrize("who", ["stranger", "citizen"])
def test_for_others_it_does_not_exist(who, client, make_task, people):
    task = make_task(state=State.REPORTED)
    if who == "citizen":
        as_citizen(client, people.citizen.person)
    else:
        sit(client, people.stranger)

    for address in (at("detail", task.code), at("conclusion", task.conclusion.code)):
        assert client.get(address).status_code != 200
    assert press(client, "accept", task).status_code != 200
    assert not task.events.exists()


def test_a_closed_post_leaves_its_tasks_in_a_heap(client, make_task, people):
    task = make_task(state=State.IN_WORK)
    people.owner.post.appointments.all().delete()
    gone = people.owner.post
    gone.valid_during = type(gone.valid_during)(gone.valid_during.lower, today())
    gone.save()

    heaps = sit(client, people.giver).get(at("inbox")).context["counted"].heaps

    assert {queue.name: n for queue, n in heaps}["khong-con-noi-nhan"] == 1
    assert "hôm nay không ai giữ" in client.get(at("detail", task.code)).content.decode()


@pytest.mark.parametrize(("name", "most"), [("inbox", 18), ("red_list", 17), ("conclusions", 15)])
def test_lists_cost_the_same_however_much_lies_there(
    name, most, client, make_task, people, django_assert_max_num_queries
):
    for number in range(12):
        make_task(
            state=State.REPORTED if number % 2 else State.GIVEN,
            due_on=today() - timedelta(days=number),
        )
    sit(client, people.giver).get(at(name))

    with django_assert_max_num_queries(most):
        client.get(at(name))


def test_pages_cost_the_same_however_long_their_history(
    client, make_task, people, django_assert_max_num_queries
):
    task = make_task(state=State.IN_WORK)
    for _ in range(6):
        task.report(by=people.owner, text="Đang làm.")
        make_task()
    sit(client, people.giver).get(at("detail", task.code))

    with django_assert_max_num_queries(24):
        client.get(at("detail", task.code))
    with django_assert_max_num_queries(22):
        client.get(at("conclusion", task.conclusion.code))


# --- Conclusions ------------------------------------------------------------------------------


def test_a_pasted_text_is_looked_at_before_it_is_kept(client, offices, people):
    sit(client, people.giver)

    shown = client.post(at("enter"), typed(offices, **{"xem-truoc": "1"}))

    assert shown.status_code == 200
    assert shown.context["form"].pieces == TEXT.split("\n\n")
    assert not Conclusion.objects.exists()


def test_a_conclusion_is_entered_and_a_task_made_of_a_passage(client, offices, people):
    sit(client, people.giver)

    entered = client.post(at("enter"), typed(offices, chair=_chair(people), is_public="on"))
    made = Conclusion.objects.get()
    assert entered.url == at("conclusion", made.code)
    assert (made.chair, made.chair_post) == (people.chair.person, people.chair.post)
    passage = made.text()[1]
    given = client.post(
        at("give", made.code, passage.pk),
        {
            "title": "Bố trí vốn",
            "post": people.helper.post.pk,
            "supporters": [people.owner.post.pk],
            "working_days": 10,
            "priority": 1,
            "is_public": "on",
        },
    )

    assert given.url == at("conclusion", made.code)
    task = Task.objects.get()
    assert task.quoted == "2. Giao Sở Tài chính bố trí vốn."
    assert task.organization == offices.helper
    assert [each.post for each in task.supports.all()] == [people.owner.post]
    assert task.code in client.get(at("conclusion", made.code)).content.decode()


def _chair(people):
    return people.chair.post.appointments.get().pk


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"met_on": "03/11/2026"}, "met_on"),
        ({"signed_on": "31/12/2099"}, "signed_on"),
        ({"signed_on": "rác"}, "signed_on"),
        ({"text": " \n "}, "text"),
        ({"number": ""}, "number"),
        ({"chair": "999999"}, "chair"),
        ({"text": "x" * 1_000_000}, "text"),
        ({"text": "1. Đoạn.\n" * 600}, "text"),
    ],
)
def test_bad_input_keeps_what_was_typed(wrong, field, client, offices, people):
    sit(client, people.giver)

    shown = client.post(at("enter"), typed(offices, **wrong))

    form = shown.context["form"]
    assert set(form.errors) == {field}
    assert form["meeting"].value() == "Họp giao ban"
    assert not Conclusion.objects.exists()


def test_who_was_not_in_the_chair_that_day_is_refused(client, offices, people):
    held = people.chair.post.appointments.get()
    held.valid_during = type(held.valid_during)(today() - timedelta(days=1), None)
    held.save()
    day = today() - timedelta(days=9)

    shown = sit(client, people.giver).post(
        at("enter"),
        typed(offices, chair=held.pk, met_on=f"{day:%d/%m/%Y}", signed_on=f"{day:%d/%m/%Y}"),
    )

    assert set(shown.context["form"].errors) == {"chair"}


def test_a_double_click_enters_once(client, offices, people):
    sit(client, people.giver)
    client.post(at("enter"), typed(offices))

    again = client.post(at("enter"), typed(offices))

    assert again.status_code == 409
    assert Conclusion.objects.count() == 1


def test_a_paper_that_is_no_paper_is_refused(client, offices, people):
    sit(client, people.giver)
    polyglot = SimpleUploadedFile("x.pdf", b"GIF89a<script>alert(1)</script>%PDF-1.4")

    shown = client.post(at("enter"), typed(offices, file=polyglot))

    assert shown.status_code == 409
    assert not Conclusion.objects.exists()


def test_a_correction_shows_the_text_and_needs_its_reason(client, offices, people):
    sit(client, people.giver)
    client.post(at("enter"), typed(offices))
    made = Conclusion.objects.get()
    form = client.get(at("correct", made.code)).context["form"]
    assert form["text"].value() == TEXT

    without = client.post(at("correct", made.code), typed(offices, edition=1))
    right = client.post(
        at("correct", made.code), typed(offices, edition=1, reason="Nhầm.", title="Đúng")
    )

    assert set(without.context["form"].errors) == {"reason"}
    assert right.status_code == 302
    made.refresh_from_db()
    assert (made.edition, made.title) == (2, "Đúng")


def test_an_internal_conclusion_offers_no_public_task(client, offices, people):
    hidden = ConclusionFactory(organization=offices.giver, is_public=False)

    shown = sit(client, people.giver).get(at("give", hidden.code, hidden.text()[0].pk))

    assert "is_public" not in shown.context["form"].fields


def test_who_does_a_task_reads_its_conclusion_and_changes_nothing(client, make_task, people):
    task = make_task()
    sit(client, people.owner)

    assert client.get(at("conclusion", task.conclusion.code)).status_code == 200
    for name in ("correct", "hide"):
        assert client.get(at(name, task.conclusion.code)).status_code == 404
    assert client.post(at("publish", task.conclusion.code)).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{}, {"due_on": "01/12/2099", "working_days": 3}, {"due_on": "01/01/2020"}, {"due_on": "x"}],
)
def test_a_task_has_one_deadline_ahead(wrong, client, conclusion, people):
    sit(client, people.giver)
    told = {"title": "Việc", "post": people.owner.post.pk, "priority": 2}

    shown = client.post(at("give", conclusion.code, conclusion.text()[0].pk), told | wrong)

    assert set(shown.context["form"].errors) == {"due_on"}
    assert not Task.objects.exists()


# --- Moves ------------------------------------------------------------------------------------


def test_a_task_travels_from_the_giver_to_its_end(client, make_task, people):
    task = make_task()
    sit(client, people.owner)
    assert press(client, "acknowledge", task).status_code == 302
    assert press(client, "take_up", task, reason="").status_code == 302
    minutes = SimpleUploadedFile("../biên bản.pdf", PDF, content_type="text/html")
    done = press(client, "report_done", task, reason="Xong.", evidence=[minutes])
    assert done.status_code == 302
    file = Evidence.objects.get()
    sit(client, people.giver)
    read = client.get(at("evidence", task.code, file.pk))
    assert read.getvalue() == PDF
    assert read["Cache-Control"] == "private, no-store"
    assert press(client, "accept", task, result="Đã xong.").status_code == 302

    task.refresh_from_db()
    assert (task.state, task.public_result, file.name) == (State.DONE, "Đã xong.", "biên bản.pdf")


@pytest.mark.parametrize(
    "content", [b"", b"<svg onload=alert(1)>", b"GIF89a%PDF-1.4", b"%PDF-1.4 cut"]
)
def test_hostile_evidence_is_refused_and_the_words_stay(content, client, make_task, people):
    task = make_task(state=State.IN_WORK)
    sit(client, people.owner)
    file = SimpleUploadedFile("a.pdf", content, content_type="application/pdf")

    shown = press(client, "report", task, reason="Lời báo cáo dài.", evidence=[file])

    assert shown.status_code in {200, 409}
    assert "Lời báo cáo dài." in shown.content.decode()
    assert not task.events.exists()


def test_too_many_files_are_refused(client, make_task, people):
    task = make_task(state=State.IN_WORK)
    sit(client, people.owner)
    files = [io.BytesIO(PDF) for _ in range(6)]

    shown = press(client, "report", task, reason="Đang làm.", evidence=files)

    assert set(shown.context["form"].errors) == {"evidence"}


@pytest.mark.parametrize(
    ("state", "who", "verb"),
    [
        ("given", "owner", "return"),
        ("given", "giver", "reassign"),
        ("given", "giver", "urge"),
        ("acknowledged", "owner", "take_up"),
        ("in_work", "owner", "report"),
        ("in_work", "helper", "report"),
        ("in_work", "owner", "report_done"),
        ("in_work", "owner", "ask_extension"),
        ("reported", "giver", "accept"),
        ("reported", "giver", "send_back"),
        ("ext_asked", "chair", "grant_extension"),
        ("ext_asked", "chair", "refuse_extension"),
        ("given", "chair", "cancel"),
    ],
)
def test_every_move_has_a_page_that_asks(state, who, verb, client, make_task, people):
    task = make_task(state=state)
    sit(client, getattr(people, who))

    shown = client.get(at(verb, task.code))

    assert shown.status_code == 200
    assert shown.context["may"]


def test_a_stale_page_keeps_what_was_typed(client, make_task, people):
    task = make_task(state=State.REPORTED)
    sit(client, people.giver)
    task.accept(by=people.chair)

    shown = press(client, "send_back", task, reason="Lý do dài đã gõ.", revision=1)

    assert shown.status_code == 409
    assert "Lý do dài đã gõ." in shown.content.decode()


def test_a_reassigned_task_leads_the_old_owner_nowhere(client, make_task, people):
    task = make_task()
    task.supports.all().delete()
    sit(client, people.giver)
    press(client, "reassign", task, post=people.helper.post.pk, reason="Đúng nơi.")

    assert sit(client, people.owner).get(at("detail", task.code)).status_code == 404
    assert sit(client, people.helper).get(at("detail", task.code)).status_code == 200


def test_without_a_hat_one_chooses_first(client, offices):
    as_officer(client, PersonFactory())

    assert client.get(at("inbox")).url.startswith(reverse("organizations:hats"))
