"""The whole table of moves, one case a cell."""

from itertools import product

import pytest

from motcua.questions import workflow
from motcua.questions.exceptions import NotYourMove, TooLate
from motcua.questions.facts import PublicText
from motcua.questions.models import Question
from motcua.questions.workflow import Role, State

from .factories import QuestionFactory

MOVES = [move for move in workflow.MOVES if move is not workflow.ASK]
PUBLIC = PublicText("Khai sinh muộn", "Có bị phạt không?", "Không bị phạt.")


def make(question, move, by, people, other_office):
    """The move by its verb, with whatever the verb wants to know."""
    drafter = people.second.person
    verbs = {
        "forward": lambda: question.forward(by=by, to=other_office, reason="Không đúng nơi."),
        "return": lambda: question.give_back(by=by, reason="Là khiếu nại."),
        "ask_for_more": lambda: question.ask_for_more(by=by, reason="Ở thôn nào?"),
        "supplement": lambda: question.supplement(by=by, text="Thôn 1."),
        "withdraw": lambda: question.withdraw(by=by),
        "merge": lambda: question.merge(
            by=by, into=QuestionFactory(organization=question.organization)
        ),
        "assign": lambda: question.assign(by=by, drafter=drafter),
        "revise": lambda: question.revise(by=by, drafter=drafter, reason="Luật mới."),
        "confirm": lambda: question.confirm(by=by, reason="Bản mới không đổi điều này."),
        "draft": lambda: question.draft(by=by, answer="Không bị phạt."),
        "send_back": lambda: question.send_back(by=by, reason="Thiếu căn cứ."),
        "approve": lambda: question.approve(by=by),
        "publish": lambda: question.publish(by=by, public=PUBLIC),
        "answer_privately": lambda: question.answer_privately(by=by),
        "unpublish": lambda: question.unpublish(by=by, reason="Sai."),
        "reopen": lambda: question.reopen(by=by, reason="Chưa rõ."),
    }
    return verbs[move.verb]()


def hands(people, asker):
    return {
        Role.ASKER: asker,
        Role.CLERK: people.clerk,
        Role.DRAFTER: people.drafter,
        Role.APPROVER: people.approver,
        Role.PUBLISHER: people.clerk,
    }


@pytest.mark.parametrize(
    ("state", "move"),
    list(product(State, MOVES)),
    ids=lambda value: getattr(value, "verb", getattr(value, "name", value)),
)
def test_a_move_works_only_from_its_sources(
    state, move, make_question, people, asker, other_office
):
    question = make_question(state=state, drafter=people.drafter.person)
    by = hands(people, asker)[min(move.roles)]

    if state in move.sources:
        make(question, move, by, people, other_office)
        question.refresh_from_db()
        assert question.state in move.targets
        assert question.events.count() == 1
    else:
        with pytest.raises(TooLate):
            make(question, move, by, people, other_office)
        assert question.events.count() == 0


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.verb)
def test_a_move_is_only_for_its_roles(move, make_question, people, asker, other_office):
    state = min(move.sources)
    strangers = {"stranger": people.stranger, "citizen": people.citizen, "machine": people.machine}
    others = {role: by for role, by in hands(people, asker).items() if role not in move.roles}
    if Role.PUBLISHER in move.roles or Role.CLERK in move.roles:
        others.pop(Role.CLERK, None), others.pop(Role.PUBLISHER, None)

    for by in [*strangers.values(), *others.values()]:
        question = make_question(state=state, drafter=people.drafter.person)
        with pytest.raises(NotYourMove):
            make(question, move, by, people, other_office)

    assert not Question.objects.exclude(events=None).exists()


def test_the_table_is_the_one_we_agreed_on():
    """Written by hand on purpose: changing the table must take two decisions."""
    short = {state: state.value[:3] for state in State}

    def row(states):
        return "|".join(sorted(short[state] for state in states))

    assert [
        f"{'|'.join(sorted(move.roles))}: {row(move.sources)} -{move.verb}-> {row(move.targets)}"
        for move in workflow.MOVES
    ] == [
        "asker:  -ask-> new",
        "approver|clerk: ass|for|new|reo -assign-> ass",
        "approver|clerk: ass|for|new|reo -forward-> for",
        "clerk|drafter: ass|for|new|reo -ask_for_more-> wai",
        "clerk: ass|for|new|reo -merge-> mer",
        "approver|clerk: ass|for|new|reo|wai -return-> ret",
        "asker: wai -supplement-> ass|for|new|reo",
        "asker: ass|dra|for|new|reo|wai -withdraw-> wit",
        "drafter: ass -draft-> dra",
        "approver: app|dra -send_back-> ass",
        "approver: dra -approve-> app",
        "publisher: ans|app -publish-> ans",
        "publisher: app -answer_privately-> ans",
        "approver|publisher: ans|reo -unpublish-> ans|reo",
        "approver|clerk: ans -revise-> ass",
        "approver|clerk: ans -confirm-> ans",
        "asker: ans -reopen-> reo",
    ]


def test_these_moves_need_a_reason():
    assert {move.verb for move in workflow.MOVES if move.needs_reason} == {
        "forward",
        "return",
        "ask_for_more",
        "supplement",
        "send_back",
        "unpublish",
        "revise",
        "confirm",
        "reopen",
    }


def test_only_the_asker_and_the_office_lead_out_of_an_answer():
    out = {move.verb for move in workflow.MOVES if State.ANSWERED in move.sources}

    assert out == {"publish", "unpublish", "revise", "confirm", "reopen"}


def test_no_move_leaves_what_ended_without_an_answer():
    assert not any(workflow.TAKEN_BACK & move.sources for move in workflow.MOVES)
