"""The table of moves, whole; and a second time by hand: changing it takes two decisions."""

import pytest

from motcua.reorganization import pilot_workflow
from motcua.reorganization.pilot_workflow import Role, State

AGREED = {
    "enter": (Role.KEEPER, set(), None),
    "amend": (Role.KEEPER, {"draft", "running"}, None),
    "choose_posts": (Role.KEEPER, {"draft", "running"}, None),
    "compare": (Role.KEEPER, {"draft", "running"}, None),
    "begin": (Role.KEEPER, {"draft"}, "running"),
    "discard": (Role.KEEPER, {"draft"}, "discarded"),
    "hold_review": (Role.KEEPER, {"running"}, None),
    "show_review": (Role.KEEPER, {"running", "spread", "stopped"}, None),
    "continue": (Role.DECIDER, {"running"}, None),
    "spread": (Role.DECIDER, {"running"}, "spread"),
    "stop": (Role.DECIDER, {"running"}, "stopped"),
}


def test_the_moves_are_the_agreed_ones():
    assert set(pilot_workflow.BY_VERB) == set(AGREED)


@pytest.mark.parametrize("verb", AGREED)
def test_a_move_leads_where_it_was_agreed(verb):
    move, (role, sources, target) = pilot_workflow.BY_VERB[verb], AGREED[verb]

    assert move.role is role
    assert move.sources == sources
    if verb != "enter":
        assert move.target == target


def test_what_has_ended_goes_nowhere():
    for state in pilot_workflow.ENDED | {State.DISCARDED}:
        leading = [m.verb for m in pilot_workflow.MOVES if state in m.sources and m.target]

        assert leading == []
