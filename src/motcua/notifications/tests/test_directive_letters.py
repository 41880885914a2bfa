"""Who is told of tasks and deadlines, in which words, and what never is?"""

from datetime import timedelta

import pytest

from motcua.accounts.models import Person
from motcua.directives import addressees, workflow
from motcua.directives.exceptions import NotYourMove
from motcua.directives.reminding import remind
from motcua.directives.tests.conftest import (  # noqa: F401
    conclusion,
    make_task,
    offices,
    people,
)
from motcua.directives.workflow import State
from motcua.notifications import actions
from motcua.notifications.directive_wording import words_about_task
from motcua.notifications.models import DirectiveLetter
from motcua.periods.clock import today

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _addresses(people):  # noqa: F811
    for name in ("chair", "giver", "owner", "doer", "helper", "stranger"):
        person = getattr(people, name).person
        Person.objects.filter(pk=person.pk).update(email=f"{name}@co-quan.example")


def told():
    return sorted(letter.address.partition("@")[0] for letter in DirectiveLetter.objects.all())


@pytest.mark.parametrize(
    ("verb", "who"),
    [
        ("give", ["helper", "owner"]),
        ("return", ["giver"]),
        ("report_done", ["giver"]),
        ("ask_extension", ["chair", "giver"]),
        ("accept", ["owner"]),
        ("send_back", ["owner"]),
        ("grant_extension", ["owner"]),
        ("refuse_extension", ["owner"]),
        ("reassign", ["owner"]),
        ("urge", ["owner"]),
        ("cancel", ["owner"]),
        ("acknowledge", []),
        ("take_up", []),
        ("report", []),
    ],
)
def test_whose_turn_it_is_is_told(verb, who, make_task, people):  # noqa: F811
    task = make_task()
    event = task.remember(
        workflow.BY_VERB[verb], workflow.Role.GIVER, by=people.stranger, reason="Lý do kín."
    )
    task.announce(event)

    assert told() == who
    for letter in DirectiveLetter.objects.all():
        words = words_about_task(letter)
        assert task.code in words.subject
        assert f"/can-bo/chi-dao/{task.code}/" in words.body
        assert "kín" not in words.body
        assert task.title not in words.body


def test_every_move_was_thought_of():
    silent = {"acknowledge", "take_up", "report", "transfer", "transfer_back"}

    assert addressees.TOLD | silent == set(workflow.BY_VERB)


def test_nobody_is_told_of_their_own_move(make_task, people):  # noqa: F811
    task = make_task(state=State.REPORTED)

    task.accept(by=people.giver)

    assert told() == ["owner"]


def test_a_refused_move_writes_no_letter(make_task, people):  # noqa: F811
    with pytest.raises(NotYourMove):
        make_task(state=State.REPORTED).accept(by=people.stranger)

    assert told() == []


def test_deadlines_are_reminded_of_and_escalated_once(make_task, people):  # noqa: F811
    make_task(state=State.IN_WORK, due_on=today())
    remind()
    assert told() == ["owner"]

    make_task(state=State.IN_WORK, due_on=today() - timedelta(days=3))
    remind()
    remind()

    assert told() == ["giver", "owner", "owner"]
    late = DirectiveLetter.objects.filter(reminder__kind="late").first()
    assert "danh sách đỏ" in words_about_task(late).body


def test_a_letter_is_sent_once(make_task, people, mailoutbox):  # noqa: F811
    event = make_task().hand_back(by=people.owner, reason="Không thuộc Sở Xây dựng.")

    actions.post_about_directive(event_id=event.pk)
    actions.post_about_directive(event_id=event.pk)

    assert [letter.to for letter in mailoutbox] == [["giver@co-quan.example"]]
    assert "\n" not in mailoutbox[0].subject
