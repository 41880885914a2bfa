"""What does an officer see of questions, and what happens when a button is pressed?"""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_citizen, as_officer
from motcua.dossiers.tests.factories import PersonFactory, officer, pdf
from motcua.filekeeping.models import StoredFile
from motcua.organizations.models import Duty
from motcua.questions import routing
from motcua.questions.models import Attachment, Question, Reading
from motcua.questions.workflow import ASK, Role, State

pytestmark = pytest.mark.django_db


def sit(client, acting):
    return as_officer(client, acting.person)


def address(verb, question, *rest):
    return reverse(f"answers_desk:{verb}", args=[question.code, *rest])


def inbox_of(client, **asked):
    page = client.get(reverse("answers_desk:inbox"), asked)
    assert page.status_code == 200
    return page


def shown(page):
    return [row.question for row in page.context["inbox"].rows]


def press(client, verb, question, **typed):
    typed.setdefault("revision", Question.objects.get(pk=question.pk).revision)
    return client.post(address(verb, question), typed)


def test_one_button_leads_on_where_who_drafts_also_sorts(client, make_question, people):
    people.drafter.post.duties = [*people.drafter.post.duties, Duty.RECEIVE]
    people.drafter.post.save()
    question = make_question(state=State.ASSIGNED)

    page = sit(client, people.drafter).get(address("detail", question))

    leading = [each["move"].verb for each in page.context["buttons"] if each["form"].leads_on]
    assert leading == ["draft"]


# --- The inbox -----------------------------------------------------------------------------


def test_each_sees_what_waits_for_them(client, make_question, people):
    new, assigned = make_question(), make_question(state=State.ASSIGNED)
    drafted, approved = make_question(state=State.DRAFTED), make_question(state=State.APPROVED)

    def waiting_for(acting):
        return {each.code for each in shown(inbox_of(sit(client, acting)))}

    assert waiting_for(people.clerk) == {new.code, approved.code}
    assert waiting_for(people.drafter) == {assigned.code}
    assert waiting_for(people.second) == set()
    assert waiting_for(people.approver) == {drafted.code}
    assert waiting_for(people.stranger) == set()


def test_heaps_are_counted(client, make_question, people):
    make_question(), make_question(state=State.REOPENED), make_question(state=State.WAITING)
    make_question(is_ping_pong=True), make_question(state=State.WITHDRAWN)

    heaps = inbox_of(sit(client, people.clerk)).context["counted"].heaps

    assert {queue.name: count for queue, count in heaps} == {
        "can-toi-lam": 3,
        "chua-phan-loai": 3,
        "can-xem-truoc": 0,
        "dang-soan": 0,
        "cho-duyet": 0,
        "cho-gui": 0,
        "cho-bo-sung": 1,
        "can-lanh-dao": 1,
        "can-xem-lai": 0,
        "da-ket-thuc": 1,
    }


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({"q": "khai sinh"}, {"birth"}),
        ({"q": "KHAI sinh vu"}, {"birth"}),
        ({"q": "xyz"}, set()),
        ({"loai": "2"}, {"petition"}),
        ({"han": "late"}, {"late"}),
        ({"han": "nonsense", "sau": "~~", "hang": "\x00"}, {"birth", "petition", "late"}),
    ],
)
def test_the_heap_is_filtered(asked, fits, client, make_question, people):
    ours = {
        "birth": make_question(search_text="hd khai sinh vu duc thinh"),
        "petition": make_question(kind=2),
        "late": make_question(due_at="2020-01-02T00:00Z"),
    }

    found = shown(inbox_of(sit(client, people.clerk), **{"hang": "chua-phan-loai", **asked}))

    assert {each.code for each in found} == {ours[name].code for name in fits}


def test_pages_go_on_by_key_without_a_gap(client, make_question, people, monkeypatch):
    monkeypatch.setattr("motcua.questions.inbox.PAGE", 2)
    codes = {make_question().code for _ in range(5)}
    sit(client, people.clerk)

    seen, following = [], ""
    for _page in range(3):
        page = inbox_of(client, sau=following)
        seen += [each.code for each in shown(page)]
        following = page.context["inbox"].following

    assert (sorted(seen), following) == (sorted(codes), "")


def test_the_inbox_costs_the_same_however_much_lies_there(
    client, make_question, people, django_assert_max_num_queries
):
    for _ in range(12):
        make_question()
    sit(client, people.clerk)
    inbox_of(client)

    with django_assert_max_num_queries(16):
        inbox_of(client)


def test_without_a_hat_one_chooses_first(client, people, office):
    as_officer(client, PersonFactory())

    page = client.get(reverse("answers_desk:inbox"))

    assert page.url.startswith(reverse("organizations:hats"))


# --- One question -------------------------------------------------------------------------


def test_original_and_public_stand_side_by_side(client, make_question, people):
    question = make_question(
        state=State.APPROVED, text="Tôi là Vũ Đức Thịnh.", public_text="Tôi là [họ tên]."
    )

    page = sit(client, people.clerk).get(address("detail", question))

    assert "Tôi là Vũ Đức Thịnh." in page.content.decode()
    assert "Tôi là [họ tên]." in page.content.decode()
    assert Reading.objects.get().person == people.clerk.person


@pytest.mark.parametrize("who", ["stranger", "asker as officer", "citizen"])
def test_for_others_it_does_not_exist(who, client, make_question, people, office, asker):
    question = make_question()
    if who == "citizen":
        as_citizen(client, asker.person)
    else:
        same_human = officer(office, *Duty, person=asker.person)
        sit(client, people.stranger if who == "stranger" else same_human)

    assert client.get(address("detail", question)).status_code != 200
    assert press(client, "return", question, reason="Không.").status_code != 200
    assert not question.events.exists()


def test_the_page_costs_the_same_however_long_its_history(
    client, make_question, people, asker, django_assert_max_num_queries
):
    question = make_question()
    for _ in range(6):
        question.ask_for_more(by=people.clerk, reason="Ở đâu?")
        question.supplement(by=asker, text="Đây.")
    sit(client, people.clerk).get(address("detail", question))

    with django_assert_max_num_queries(37):  # nothing alike is found: spelling is tried
        client.get(address("detail", question))


def test_a_file_is_for_the_office_and_noted(client, make_question, people, asker):
    question = make_question()
    event = question.remember(ASK, Role.ASKER, by=asker)
    kept = StoredFile.keep(pdf())
    file = Attachment.objects.create(question=question, event=event, file=kept, name="a.pdf")

    page = sit(client, people.clerk).get(address("attachment", question, file.pk))

    assert b"%PDF" in page.getvalue()
    assert page["Cache-Control"] == "private, no-store"
    assert Reading.objects.get().what == Reading.What.FILE
    sit(client, people.stranger)
    assert client.get(address("attachment", question, file.pk)).status_code == 404


# --- Moves ---------------------------------------------------------------------------------


def test_a_question_travels_from_the_clerk_to_everybody(client, make_question, people):
    question = make_question(text="Tôi là Vũ Đức Thịnh, hỏi khai sinh.")
    drafter = people.drafter.person.pk

    sit(client, people.clerk)
    assert press(client, "assign", question, drafter=drafter).status_code == 302
    sit(client, people.drafter)
    assert press(client, "draft", question, answer="Không bị phạt.").status_code == 302
    sit(client, people.approver)
    assert press(client, "approve", question).status_code == 302
    sit(client, people.clerk)
    form = client.get(address("publish", question)).context["form"]
    typed = {name: form.initial[name] for name in ("title", "text", "answer")}
    assert press(client, "publish", question, **typed).status_code == 302

    published = Question.objects.published().get()
    assert published.public_text == "Tôi là [họ tên], hỏi khai sinh."
    assert [event.verb for event in published.events.all()] == [
        "assign",
        "draft",
        "approve",
        "publish",
    ]


@pytest.mark.parametrize(
    ("state", "who", "verb"),
    [
        ("new", "clerk", "assign"),
        ("new", "clerk", "forward"),
        ("new", "clerk", "ask_for_more"),
        ("new", "clerk", "merge"),
        ("new", "clerk", "return"),
        ("assigned", "drafter", "draft"),
        ("drafted", "approver", "send_back"),
        ("drafted", "approver", "approve"),
        ("approved", "clerk", "publish"),
        ("approved", "clerk", "answer_privately"),
        ("answered", "clerk", "revise"),
        ("answered", "clerk", "unpublish"),
    ],
)
def test_every_move_has_a_page_that_asks(state, who, verb, client, make_question, people):
    question = make_question(state=state)
    sit(client, getattr(people, who))

    assert client.get(address(verb, question)).status_code == 200


def test_a_stale_page_keeps_what_was_typed(client, make_question, people):
    question = make_question()
    sit(client, people.clerk)
    question.ask_for_more(by=people.clerk, reason="Ở đâu?")

    page = press(client, "return", question, reason="Lý do dài đã gõ.", revision=1)

    assert page.status_code == 409
    assert "Lý do dài đã gõ." in page.content.decode()


def test_a_refused_publication_shows_what_still_stands_there(client, make_question, people):
    question = make_question(state=State.APPROVED, contact={"phone": "0912345678"})
    sit(client, people.clerk)

    page = press(
        client, "publish", question, title="Khai sinh", text="Gọi 0912 345 678", answer="Không."
    )

    assert page.status_code == 409
    assert "0912 345 678" in str(page.context["form"].non_field_errors())
    assert page.context["form"]["text"].value() == "Gọi 0912 345 678"


def test_what_looks_personal_is_marked_in_the_original(client, make_question, people):
    question = make_question(state=State.APPROVED, text="Gọi <b>0912 345 678</b>")
    sit(client, people.clerk)

    page = client.get(address("publish", question)).content.decode()

    assert ">0912 345 678</mark>" in page
    assert "<b>0912" not in page


def test_a_forwarded_question_leads_back_to_the_inbox(client, make_question, people, other_office):
    question = make_question()
    sit(client, people.clerk)

    page = press(client, "forward", question, to=other_office.pk, reason="Không đúng nơi.")

    assert page.url == reverse("answers_desk:inbox")
    assert people.stranger.organization == other_office
    assert shown(inbox_of(sit(client, people.stranger))) == [question]


# --- Many approvals ------------------------------------------------------------------------


def test_a_head_agrees_to_many_each_as_it_was_seen(client, make_question, people):
    seen, changed = make_question(state=State.DRAFTED), make_question(state=State.DRAFTED)
    not_chosen = make_question(state=State.DRAFTED)
    chosen = [f"{each.code}~{each.revision}" for each in (seen, changed)]
    changed.send_back(by=people.approver, reason="Thiếu căn cứ.")
    changed.draft(by=people.drafter, answer="Khác hẳn.")
    sit(client, people.approver)

    client.post(reverse("answers_desk:approvals"), {"cau": [*chosen, "rác", "HD-1~x"]})

    states = dict(Question.objects.values_list("code", "state"))
    assert states[seen.code] == State.APPROVED
    assert states[changed.code] == states[not_chosen.code] == State.DRAFTED


def test_others_approve_nothing_there(client, make_question, people):
    question = make_question(state=State.DRAFTED)

    for who in (people.clerk, people.drafter, people.stranger):
        sit(client, who)
        client.post(
            reverse("answers_desk:approvals"), {"cau": [f"{question.code}~{question.revision}"]}
        )

    question.refresh_from_db()
    assert question.state == State.DRAFTED


# --- Hints ---------------------------------------------------------------------------------


def test_the_page_says_where_it_may_belong_and_why(client, make_question, people, other_office):
    routing.learn(make_question(title="Cấp giấy phép xây dựng"), other_office.pk)
    question = make_question(title="Giấy phép xây dựng nhà ở")

    page = sit(client, people.clerk).get(address("detail", question)).content.decode()

    assert "UBND phường Bãi Cháy" in page
    assert "“giấy phép xây dựng”" in page


def test_likely_duplicates_are_offered(client, make_question, people):
    make_question(title="Cấp giấy phép xây dựng nhà ở")
    question = make_question(title="Xin giấy phép xây dựng nhà")

    page = sit(client, people.clerk).get(address("merge", question))

    assert [each.title for each in page.context["duplicates"]] == ["Cấp giấy phép xây dựng nhà ở"]


def test_a_title_of_hostile_marks_stays_text(client, make_question, people):
    question = make_question(title="<script>alert(1)</script>", text="{{ 7*7 }}<img src=x>")
    sit(client, people.clerk)

    page = client.get(address("detail", question)).content.decode()

    assert "<script>alert(1)" not in page
    assert "<img src=x>" not in page
