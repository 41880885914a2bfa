"""Does what is sent to an office that has ended arrive at its heir, and who learns of it?"""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import OrganizationFactory, officer
from motcua.organizations.models import Duty, Succession
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.questions import addressee, desks, standing
from motcua.questions.actions import Asked, ask
from motcua.questions.exceptions import MoveRefused, OfficeClosed
from motcua.questions.models import Question
from motcua.questions.queues import stale
from motcua.questions.workflow import State

SENTENCE = "Gửi đến UBND phường Cũ."
LONG_AGO = since(today() - timedelta(days=900), today() - timedelta(days=10))


@pytest.fixture
def ended(terms):
    """An office that ended ten days ago; nobody took over yet."""
    old = OrganizationFactory(identifier="H49.60", full_name="UBND phường Cũ")
    old.names.update(valid_during=LONG_AGO)
    type(old).objects.filter(pk=old.pk).update(valid_during=LONG_AGO)
    old.refresh_from_db()
    return old


@pytest.fixture
def heir(ended, office):
    """The office of these tests took over."""
    Succession.objects.create(
        old=ended,
        new=office,
        day=LONG_AGO.upper,
        kind="absorb",
        is_default=True,
        legal_basis="Nghị quyết 9",
    )
    return office


def asked(organization):
    return Asked(
        form_key=uuid.uuid4(), title="Khai sinh muộn", text="Ra sao?", organization=organization
    )


def test_it_arrives_at_the_heir_and_history_says_whence(ended, heir, asker):
    question = ask(asked(ended), by=asker)

    assert question.organization == heir
    event = question.events.get()
    assert event.payload["wrong_door"]["sent_to"] == ended.pk
    assert event.payload["wrong_door"]["legal_basis"] == "Nghị quyết 9"
    assert event.at == question.asked_at == question.arrived_at
    assert event.why_here.startswith(SENTENCE)


def test_the_same_form_again_is_the_same_question(ended, heir, asker):
    once = asked(ended)

    assert ask(once, by=asker) == ask(once, by=asker)


def test_without_a_heir_it_is_refused_and_nothing_is_written(ended, asker):
    with pytest.raises(OfficeClosed):
        ask(asked(ended), by=asker)
    assert not Question.objects.exists()


def test_its_asker_and_the_heirs_desk_read_it(ended, heir, people, asker, client):
    question = ask(asked(ended), by=asker)

    assert standing.steps(question)[0].said.startswith(SENTENCE)
    assert Question.objects.handled_by(people.clerk).get() == question


def test_a_page_left_open_or_an_old_link_names_the_ended_office(ended, heir, client):
    page = client.post(
        reverse("questions:ask"),
        {
            "kind": 1,
            "title": "Khai sinh muộn có bị phạt không?",
            "text": "Con tôi ba tháng tuổi chưa khai sinh, có bị phạt không?",
            "organization": ended.identifier,
            "name": "Vũ Đức Thịnh",
            "email": "thinh@example.vn",
            "key": uuid.uuid4(),
        },
        follow=True,
    )

    assert page.status_code == 200
    assert "UBND phường Hồng Gai" in page.text
    assert "nay giải quyết việc của UBND phường Cũ" in page.text


def test_what_the_asker_named_is_kept_as_sent_to(ended, heir, make_question):
    found = addressee.chosen(ended.identifier, make_question())

    assert (found.organization, found.sent_to) == (heir, ended)
    assert addressee.chosen("H49.999", make_question()) is None


def test_an_answer_of_an_ended_office_is_answered_anew_by_the_heir(
    ended, heir, make_question, asker
):
    question = make_question(state=State.ANSWERED, organization=ended)

    question.reopen(by=asker, reason="Chưa rõ.")

    assert question.organization == heir
    assert question.events.get().why_here.startswith(SENTENCE)


# --- Answers that the heir sees to ----------------------------------------------------------------


@pytest.fixture
def published(ended, make_question):
    before = LONG_AGO.upper - timedelta(days=30)
    return make_question(
        published=True, organization=ended, checked_at=f"{before:%Y-%m-%d} 09:00+07:00"
    )


def test_a_published_answer_is_the_default_heirs_to_look_at(published, heir, people):
    found = Question.objects.handled_by(people.clerk).filter(stale(people.clerk))

    assert found.get() == published
    assert not Question.objects.handled_by(people.stranger).exists()
    assert published.organization != heir


def test_a_private_answer_stays_where_it_was(ended, heir, make_question, people):
    make_question(state=State.ANSWERED, organization=ended)

    assert not Question.objects.handled_by(people.clerk).exists()


def test_the_heir_confirms_it_and_it_is_settled(published, heir, people, ended):
    published.confirm(by=people.clerk, reason="Không đổi.")

    published.refresh_from_db()
    assert (published.organization, published.owner) == (ended, people.clerk.post)
    assert not Question.objects.filter(stale(people.clerk)).exists()


def test_the_heir_rewrites_it_and_makes_it_its_own(published, heir, people):
    published.revise(by=people.clerk, drafter=people.drafter.person, reason="Cơ quan mới.")

    published.refresh_from_db()
    assert (published.organization, published.state) == (heir, State.ASSIGNED)


def test_nobody_else_touches_it(published, heir, people):
    with pytest.raises(MoveRefused):
        published.confirm(by=people.stranger, reason="Không đổi.")


def test_the_heirs_page_offers_its_own_drafters(published, heir, people, client):
    desk = as_officer(client, people.clerk.person)
    page = desk.get(reverse("answers_desk:revise", args=[published.code]))

    assert people.drafter.person.full_name in page.text


def test_what_a_drafter_left_behind_waits_for_the_clerk(make_question, other_office, people):
    clerk = officer(other_office, Duty.RECEIVE)
    question = make_question(state=State.ASSIGNED, organization=other_office)

    assert Question.objects.filter(desks.to_do(clerk)).get() == question


def test_everybody_reads_who_answers_for_it_now(published, heir, client):
    name = "UBND phường Cũ (nay là UBND phường Hồng Gai)"

    assert name in client.get(reverse("questions:question", args=[published.code])).text
    assert name in client.get(reverse("questions:list")).text
