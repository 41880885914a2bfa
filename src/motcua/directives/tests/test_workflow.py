"""The whole table of moves, one case a cell."""

from datetime import timedelta
from itertools import product

import pytest

from motcua.directives import workflow
from motcua.directives.exceptions import NotYourMove, ReasonMissing, TooLate
from motcua.directives.models import Task
from motcua.directives.owners import Owner
from motcua.directives.workflow import Role, State

MOVES = [move for move in workflow.MOVES if move is not workflow.GIVE]


def make(task, move, by, people, reason="Có lý do."):
    """The move by its verb, with whatever the verb wants to know."""
    later = task.due_on + timedelta(days=40)
    verbs = {
        "acknowledge": lambda: task.acknowledge(by=by),
        "return": lambda: task.hand_back(by=by, reason=reason),
        "reassign": lambda: task.reassign(by=by, to=Owner.of(people.helper.post), reason=reason),
        "take_up": lambda: task.take_up(by=by, reason=reason),
        "report": lambda: task.report(by=by, text=reason),
        "report_done": lambda: task.report_done(by=by, text=reason),
        "accept": lambda: task.accept(by=by, result="Đã sửa xong 12 km."),
        "send_back": lambda: task.send_back(by=by, reason=reason),
        "ask_extension": lambda: task.ask_extension(by=by, until=later, reason=reason),
        "grant_extension": lambda: task.grant_extension(by=by, until=later),
        "refuse_extension": lambda: task.refuse_extension(by=by, reason=reason),
        "urge": lambda: task.urge(by=by, reason=reason),
        "cancel": lambda: task.cancel(by=by, reason=reason),
    }
    return verbs[move.verb]()


def hands(people):
    return {
        Role.GIVER: people.giver,
        Role.DECIDER: people.chair,
        Role.OWNER: people.owner,
        Role.DOER: people.doer,
        Role.SUPPORTER: people.helper,
    }


@pytest.mark.parametrize(
    ("state", "move"),
    list(product(State, MOVES)),
    ids=lambda value: getattr(value, "verb", getattr(value, "name", value)),
)
def test_a_move_works_only_from_its_sources(state, move, make_task, people):
    task = make_task(state=state)
    by = hands(people)[min(move.roles)]

    if state in move.sources:
        make(task, move, by, people)
        task.refresh_from_db()
        assert task.state in move.targets
        assert [event.verb for event in task.events.all()] == [move.verb]
    else:
        with pytest.raises(TooLate):
            make(task, move, by, people)
        assert task.events.count() == 0


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.verb)
def test_a_move_is_only_for_its_roles(move, make_task, people):
    others = {role: by for role, by in hands(people).items() if role not in move.roles}
    if Role.GIVER in move.roles:
        others.pop(Role.DECIDER, None)  # whoever decides gives, too

    for by in [people.stranger, people.citizen, people.machine, *others.values()]:
        task = make_task(state=min(move.sources))
        with pytest.raises(NotYourMove):
            make(task, move, by, people)

    assert not Task.objects.exclude(events=None).exists()


@pytest.mark.parametrize(
    "move", [move for move in MOVES if move.needs_reason], ids=lambda move: move.verb
)
def test_a_reason_is_not_white_space(move, make_task, people):
    task = make_task(state=min(move.sources))

    with pytest.raises(ReasonMissing):
        make(task, move, hands(people)[min(move.roles)], people, reason=" \n")


def test_the_table_is_the_one_we_agreed_on():
    """Written by hand on purpose: changing the table must take two decisions."""
    short = {state: state.value[:3] for state in State}

    def row(states):
        return "|".join(sorted(short[state] for state in states))

    assert [
        f"{'|'.join(sorted(move.roles))}: {row(move.sources)} -{move.verb}-> {row(move.targets)}"
        for move in workflow.MOVES
    ] == [
        "giver:  -give-> giv",
        "owner: giv -acknowledge-> ack",
        "owner: ack|giv -return-> ret",
        "giver: ack|ext|giv|in_|ret -reassign-> giv",
        "doer|owner: ack -take_up-> in_",
        "doer|owner|supporter: ack|ext|in_ -report-> ext|in_",
        "owner: ack|ext|in_ -report_done-> rep",
        "giver: rep -accept-> don|in_",
        "giver: rep -send_back-> in_",
        "owner: ack|in_ -ask_extension-> ext",
        "decider: ext -grant_extension-> in_",
        "decider: ext -refuse_extension-> in_",
        "giver: ack|ext|giv|in_ -urge-> ack|ext|giv|in_",
        "decider: ack|ext|giv|in_|rep|ret -cancel-> can",
    ]


def test_these_moves_need_a_reason():
    assert {move.verb for move in workflow.MOVES if move.needs_reason} == {
        "return",
        "reassign",
        "report",
        "report_done",
        "send_back",
        "ask_extension",
        "refuse_extension",
        "cancel",
    }


def test_no_move_leaves_an_end():
    assert not any(workflow.CLOSED & move.sources for move in workflow.MOVES)


def test_where_it_waits_for_the_giver_the_owner_is_not_late():
    assert State.REPORTED not in workflow.CLOCK_RUNS
    assert workflow.CLOCK_RUNS < workflow.OPEN
