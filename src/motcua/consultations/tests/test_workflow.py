"""Is the table as it was agreed, and does nothing happen beside it?"""

from datetime import date

import pytest

from motcua.consultations import exceptions, workflow
from motcua.consultations.models import Consultation
from motcua.consultations.workflow import BOTH, BY_VERB, MOVES, Phase, State, phase_on

AGREED = {
    # verb: (roles, from, to, needs a reason)
    "prepare": ({"drafter", "approver"}, set(), "preparing", False),
    "open": ({"approver"}, {"preparing"}, "opened", False),
    "extend": ({"approver"}, {"open"}, "opened", True),
    "sum_up": ({"approver"}, {"closed"}, "summed_up", False),
    "cancel": ({"approver"}, {"preparing", "open", "closed"}, "canceled", True),
}
"""Written by hand: changing the workflow takes two decisions."""


def test_the_table_is_the_agreed_one():
    written = {
        move.verb: (
            {role.value for role in move.roles},
            {phase.value for phase in move.sources},
            move.target.value,
            move.needs_reason,
        )
        for move in MOVES
    }

    assert written == AGREED


FIXTURE = {
    Phase.PREPARING: "preparing",
    Phase.OPEN: "is_open",
    Phase.CLOSED: "is_closed",
    Phase.SUMMED_UP: "is_summed_up",
    Phase.CANCELED: "is_canceled",
}


@pytest.mark.parametrize("verb", [move.verb for move in MOVES if move.sources])
@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("role", sorted(BOTH))
def test_every_move_from_every_phase_by_everybody(request, people, verb, phase, role):
    consultation = request.getfixturevalue(FIXTURE[phase])
    move, by = BY_VERB[verb], getattr(people, role.value)
    before = consultation.events.count()

    if role not in move.roles:
        with pytest.raises(exceptions.NotYourMove):
            consultation.make(move, by=by, reason="Có lý do.")
    elif phase not in move.sources:
        with pytest.raises(exceptions.TooLate):
            consultation.make(move, by=by, reason="Có lý do.")
    elif verb not in {"open", "sum_up"}:  # they write facts that the database asks for
        consultation.make(move, by=by, reason="Có lý do.")
        assert Consultation.objects.get().state == move.target
        assert consultation.events.count() == before + 1
        return

    assert consultation.events.count() == before


@pytest.mark.parametrize("move", [move for move in MOVES if move.needs_reason])
def test_a_reason_that_is_public_must_be_given(is_open, people, move):
    with pytest.raises(exceptions.ReasonMissing):
        is_open.make(move, by=people.approver, reason="  ")


def test_the_buttons_are_the_moves_of_the_role_and_the_phase(is_open, people):
    assert [move.verb for move in is_open.moves_for(people.approver)] == ["extend", "cancel"]
    assert is_open.moves_for(people.drafter) == []
    assert is_open.moves_for(people.stranger) == []


@pytest.mark.parametrize(
    ("day", "phase"),
    [("2026-11-22", Phase.OPEN), ("2026-11-23", Phase.CLOSED)],
)
def test_it_closes_by_itself_after_its_last_day(day, phase):
    found = phase_on(date.fromisoformat(day), State.OPENED, date(2026, 11, 22))

    assert found is phase


def test_every_state_but_opened_is_its_own_phase():
    assert {phase_on(date(2026, 1, 1), state, None) for state in State} == {
        Phase.PREPARING,
        Phase.CLOSED,  # opened without days cannot be stored; nothing is taken then
        Phase.SUMMED_UP,
        Phase.CANCELED,
    }


def test_nobody_who_ended_goes_on():
    assert not [move for move in MOVES if move.sources & {Phase.SUMMED_UP, Phase.CANCELED}]
    assert {State.SUMMED_UP, State.CANCELED} == workflow.ENDED
