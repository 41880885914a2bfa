"""What do the verbs of a question do beside the table, and what do they refuse?"""

import pytest
from django.db import DatabaseError, transaction

from motcua.dossiers.tests.factories import OrganizationFactory, PersonFactory, at, officer
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty, Post
from motcua.periods.models import since, until
from motcua.questions import exceptions, workflow
from motcua.questions.facts import Facts, PublicText
from motcua.questions.models import AnsweringPost, Question
from motcua.questions.workflow import Kind, State

PUBLIC = PublicText("Khai sinh muộn", "Có bị phạt không?", "Không bị phạt.")


# --- Forwarding and merging ----------------------------------------------------------------


def test_a_forwarded_question_lies_before_the_other_office_only(
    make_question, people, other_office
):
    question = make_question()

    event = question.forward(by=people.clerk, to=other_office, reason="Không đúng nơi.")

    assert Question.objects.handled_by(people.stranger).get() == question
    assert not Question.objects.handled_by(people.clerk).exists()
    assert (question.forwards, event.organization) == (1, other_office)
    assert event.payload["to"] == other_office.pk


def test_nothing_is_forwarded_to_an_office_that_is_closed_today(make_question, people, terms):
    closed = OrganizationFactory(valid_during=until(at("2025-07-01 00:00").date()))

    with pytest.raises(exceptions.OfficeClosed):
        make_question().forward(by=people.clerk, to=closed, reason="Nhầm.")


def test_an_office_that_closed_on_the_way_is_told_in_the_same_words(make_question, people, terms):
    """The clocks of the test say that it is open; the database knows the day itself."""
    closed = OrganizationFactory(valid_during=until(at("2025-07-01 00:00").date()))
    question = make_question()

    with pytest.raises(exceptions.OfficeClosed):
        question.make(
            workflow.FORWARD,
            by=people.clerk,
            reason="Nhầm.",
            tell=lambda _at: Facts({"organization": closed}),
        )

    question.refresh_from_db()
    assert question.organization == people.clerk.post.organization


def test_a_post_signs_no_more_once_it_has_ended(make_question, people):
    question, post = make_question(), people.clerk.post
    ended = since(post.valid_during.lower, at("2026-06-01 00:00").date())
    post.appointments.update(valid_during=ended)
    Post.objects.filter(pk=post.pk).update(valid_during=ended)

    with pytest.raises(exceptions.NotYourMove):
        question.assign(by=people.clerk, drafter=people.drafter.person)

    assert not question.events.exists()


def test_nothing_is_forwarded_to_where_it_is(make_question, people, office):
    with pytest.raises(exceptions.OfficeClosed):
        make_question().forward(by=people.clerk, to=office, reason="Nhầm.")


def test_to_and_fro_is_the_heads_business(make_question, people, office, other_office):
    question = make_question()
    for to, by in [(other_office, people.clerk), (office, people.stranger)]:
        question.forward(by=by, to=to, reason="Không phải việc của chúng tôi.")
    assert not question.is_ping_pong

    question.forward(by=people.clerk, to=other_office, reason="Không phải của chúng tôi.")

    assert (question.forwards, question.is_ping_pong) == (3, True)


def test_duplicates_of_a_duplicate_follow_it(make_question, people):
    main, second, third = make_question(), make_question(), make_question()
    third.merge(by=people.clerk, into=second)

    second.merge(by=people.clerk, into=main)

    assert {each.code for each in main.duplicates.all()} == {second.code, third.code}


def test_who_asked_the_same_reads_the_answer_without_the_others_name(make_question, people):
    main = make_question(state=State.ASSIGNED)
    same = make_question(asker=PersonFactory())
    same.merge(by=people.clerk, into=main)
    main.draft(by=people.drafter, answer="Thưa ông Vũ Đức Thịnh: không bị phạt.")
    main.approve(by=people.approver)
    assert Question.objects.get(pk=same.pk).shared_answer == ""

    main.answer_privately(by=people.clerk)

    assert Question.objects.get(pk=same.pk).shared_answer == "Thưa ông [họ tên]: không bị phạt."


@pytest.mark.parametrize("into", ["itself", "withdrawn", "elsewhere"])
def test_what_cannot_be_merged_into(into, make_question, people, other_office):
    question = make_question()
    others = {
        "itself": lambda: question,
        "withdrawn": lambda: make_question(state=State.WITHDRAWN),
        "elsewhere": lambda: make_question(organization=other_office),
    }

    with pytest.raises(exceptions.NotADuplicate):
        question.merge(by=people.clerk, into=others[into]())


# --- Who drafts, who approves ----------------------------------------------------------------


def test_only_an_officer_of_the_office_drafts(make_question, people):
    with pytest.raises(exceptions.DrafterUnfit):
        make_question().assign(by=people.clerk, drafter=people.stranger.person)


def test_the_asker_does_not_draft(make_question, people, office, asker):
    officer(office, Duty.APPRAISE, person=asker.person)

    with pytest.raises(exceptions.DrafterUnfit):
        make_question().assign(by=people.clerk, drafter=asker.person)


def test_who_drafted_does_not_approve(make_question, people, office):
    both = officer(office, Duty.DECIDE, title="Chủ tịch")
    question = make_question(state=State.ASSIGNED, drafter=both.person)
    question.draft(by=both, answer="Không.")

    with pytest.raises(exceptions.SameHands):
        question.approve(by=both)
    assert question.moves_for(both) == [
        move for move in question.moves_for(both) if move.verb != "approve"
    ]

    question.approve(by=people.approver)


def test_in_an_office_of_one_the_reason_is_on_record(make_question, office):
    both = officer(office, Duty.DECIDE, title="Chủ tịch")
    AnsweringPost.objects.create(
        organization=office,
        post=both.post,
        valid_during=both.post.valid_during,
        one_hand_reason="Đặc khu chỉ có một người.",
    )
    question = make_question(state=State.ASSIGNED, drafter=both.person)
    question.draft(by=both, answer="Không.")

    event = question.approve(by=both)

    assert event.payload["one_hand"] == "Đặc khu chỉ có một người."


def test_a_dissatisfied_asker_gets_another_officer(make_question, people, asker):
    question = make_question(state=State.ASSIGNED)
    question.draft(by=people.drafter, answer="Không.")
    question.approve(by=people.approver)
    question.answer_privately(by=people.clerk)
    question.reopen(by=asker, reason="Chưa nói căn cứ.")

    with pytest.raises(exceptions.AnsweredBefore):
        question.assign(by=people.clerk, drafter=people.drafter.person)
    question.assign(by=people.clerk, drafter=people.second.person)

    assert question.drafter == people.second.person


def test_the_answering_post_of_the_day_owns_it(make_question, people, office):
    named = officer(office, Duty.APPRAISE, title="Văn phòng")
    AnsweringPost.objects.create(
        organization=office, post=named.post, valid_during=named.post.valid_during
    )
    question = make_question()

    with pytest.raises(exceptions.NotYourMove):
        question.give_back(by=people.clerk, reason="Không.")
    question.give_back(by=named, reason="Là khiếu nại.")


def test_an_answering_post_lives_no_longer_than_the_post(people, office):
    post = Post.objects.get(pk=people.clerk.post.pk)
    AnsweringPost.objects.create(organization=office, post=post, valid_during=post.valid_during)
    post.valid_during = until(at("2025-07-01 00:00").date())

    with pytest.raises(DatabaseError), transaction.atomic():
        post.save()


# --- Waiting for the asker -----------------------------------------------------------------


def test_a_supplement_leads_back_to_where_it_was(make_question, people, asker):
    question = make_question(state=State.ASSIGNED)
    question.ask_for_more(by=people.drafter, reason="Ở thôn nào?")
    assert question.due_at is None

    question.supplement(by=asker, text="Thôn 1.")

    assert question.state == State.ASSIGNED
    assert question.due_at is not None


def test_an_asker_without_an_account_acts_through_the_machine(make_question, people):
    question = make_question(asker=None, state=State.WAITING)

    question.supplement(by=Acting.machine(), text="Thôn 1.")

    assert question.state == State.NEW


def test_the_machine_does_not_act_for_an_asker_with_an_account(make_question):
    with pytest.raises(exceptions.NotYourMove):
        make_question().withdraw(by=Acting.machine())


def test_an_asker_who_is_an_officer_here_has_no_hand_in_it(make_question, office, asker):
    same_human = officer(office, *Duty, person=asker.person)
    question = make_question()

    assert not Question.objects.handled_by(same_human).exists()
    with pytest.raises(exceptions.NotYourMove):
        question.give_back(by=same_human, reason="Không.")


# --- Answering -------------------------------------------------------------------------------


def test_a_draft_prepares_the_public_texts(make_question, people):
    question = make_question(
        state=State.ASSIGNED,
        title="Tôi là Vũ Đức Thịnh, cần hỏi khai sinh",
        text="Số của tôi là 0912.345.678.",
    )

    question.draft(by=people.drafter, answer="Kính gửi ông Vũ Đức Thịnh. Gọi 0203 3825 678.")

    assert question.public_title == "Tôi là [họ tên], cần hỏi khai sinh"
    assert question.public_text == "Số của tôi là [số điện thoại]."
    assert question.public_answer == "Kính gửi ông [họ tên]. Gọi 0203 3825 678."
    assert question.text == "Số của tôi là 0912.345.678."


@pytest.mark.parametrize("text", ["Gọi 0912-345 678", "Thư: THINH@example.vn", "Số 022095001234"])
def test_nothing_is_published_with_the_askers_numbers(text, make_question, people, asker):
    asker.person.personal_number = "022095001234"
    asker.person.save()
    question = make_question(
        state=State.APPROVED, contact={"phone": "0912345678", "email": "thinh@example.vn"}
    )
    public = PublicText("Khai sinh", text, "Không bị phạt.")

    with pytest.raises(exceptions.StillPersonal) as refusal:
        question.publish(by=people.clerk, public=public)

    assert refusal.value.found
    question.refresh_from_db()
    assert question.published_at is None


def test_the_askers_numbers_stay_hidden_in_the_answer_too(make_question, people):
    question = make_question(state=State.APPROVED, contact={"phone": "0912345678"})
    public = PublicText(
        "Khai sinh", "Có bị phạt không?", "Đã gọi số 0912 345 678. Hỏi 02033825678."
    )

    with pytest.raises(exceptions.StillPersonal) as refusal:
        question.publish(by=people.clerk, public=public)

    assert refusal.value.found == ["0912 345 678"]


def test_what_looks_personal_may_stay_with_a_reason(make_question, people):
    question = make_question(state=State.APPROVED)
    public = PublicText(
        "Số 0203 3825 678", "Số 0203 3825 678 có đúng không?", "Đúng.", "Số cơ quan."
    )

    event = question.publish(by=people.clerk, public=public)

    assert question.is_public
    assert event.payload["overruled"] == "Số cơ quan."


def test_a_question_asked_in_private_is_not_published(make_question, people):
    question = make_question(state=State.APPROVED, wants_public=False)

    with pytest.raises(exceptions.AskedPrivately):
        question.publish(by=people.clerk, public=PUBLIC)
    assert "publish" not in {move.verb for move in question.moves_for(people.clerk)}


def test_what_a_petition_led_to_is_public_in_any_case(make_question, people):
    question = make_question(state=State.APPROVED, wants_public=False, kind=Kind.PETITION)

    question.publish(by=people.clerk, public=PUBLIC)

    assert Question.objects.published().get() == question


def test_published_needs_all_three_texts(make_question, people):
    with pytest.raises(exceptions.PublicTextMissing):
        make_question(state=State.APPROVED).publish(
            by=people.clerk, public=PublicText("Khai sinh", " ", "Không.")
        )


def test_a_reopened_question_keeps_its_public_answer_until_it_is_taken_away(
    make_question, people, asker
):
    question = make_question(published=True)
    question.reopen(by=asker, reason="Chưa rõ.")
    assert question.is_public

    question.unpublish(by=people.clerk, reason="Sai căn cứ.")

    assert (question.is_public, question.state) == (False, State.REOPENED)


def test_an_answer_published_later_keeps_its_first_moment(make_question, people):
    question = make_question(state=State.ANSWERED)
    answered_at = question.answered_at

    question.publish(by=people.clerk, public=PUBLIC)

    assert question.answered_at == answered_at
    assert question.published_at is not None


def test_an_empty_answer_is_none(make_question, people):
    with pytest.raises(exceptions.AnswerMissing):
        make_question(state=State.ASSIGNED).draft(by=people.drafter, answer=" \n")


# --- The door ---------------------------------------------------------------------------------


def test_the_second_of_two_officers_is_too_late(make_question, people, other_office):
    question = make_question()
    same_elsewhere = Question.objects.get(pk=question.pk)
    question.assign(by=people.clerk, drafter=people.drafter.person)

    with pytest.raises(exceptions.TooLate):
        same_elsewhere.forward(by=people.approver, to=other_office, reason="Không đúng nơi.")

    assert question.events.count() == 1


def test_a_move_without_its_reason_changes_nothing(make_question, people):
    with pytest.raises(exceptions.ReasonMissing):
        make_question().give_back(by=people.clerk, reason="  ")

    assert Question.objects.get().state == State.NEW


def test_history_is_never_rewritten(make_question, people):
    event = make_question().give_back(by=people.clerk, reason="Là khiếu nại.")

    with pytest.raises(DatabaseError), transaction.atomic():
        event.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        type(event).objects.update(reason="Khác.")


def test_somebody_elses_question_is_not_mine(make_question):
    other = Acting.citizen(PersonFactory())

    with pytest.raises(exceptions.NotYourMove):
        make_question().withdraw(by=other)
