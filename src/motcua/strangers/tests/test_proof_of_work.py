"""Does work count once, in time, and only for challenges of ours?"""

import uuid
from datetime import timedelta

import pytest

from motcua.strangers import guards, proof_of_work
from motcua.strangers.doubts import Doubt
from motcua.strangers.models import SpentProof

from .working import solved

KEY = uuid.UUID(int=1)


@pytest.fixture(autouse=True)
def _little_work(settings):
    settings.PROOF_BITS = 6


@pytest.fixture
def challenge(time_machine):
    """Shown a minute ago."""
    time_machine.move_to("2026-11-20 08:00 +0700", tick=False)
    made = proof_of_work.new_challenge()
    time_machine.shift(timedelta(minutes=1))
    return made


def sent(challenge, proof, **more):
    return {"challenge": challenge, "proof": proof, **more}


def test_who_worked_and_took_their_time_is_not_doubted(db, challenge):
    assert guards.doubts(sent(challenge, solved(challenge)), KEY) == []


def test_without_work_a_human_looks(db, challenge):
    assert guards.doubts(sent(challenge, ""), KEY) == [Doubt.NO_PROOF]


def test_wrong_work_is_none(challenge):
    wrong = next(n for n in map(str, range(500)) if not proof_of_work.is_proof(challenge, n))

    assert not proof_of_work.is_proof(challenge, wrong)
    assert not proof_of_work.is_proof(challenge, "-1")
    assert not proof_of_work.is_proof(challenge, "1e3")
    assert not proof_of_work.is_proof(challenge, "9" * 400)


def test_the_same_work_counts_once(db, challenge):
    proof = solved(challenge)
    guards.doubts(sent(challenge, proof), KEY)

    again = guards.doubts(sent(challenge, proof), uuid.UUID(int=2))

    assert again == [Doubt.NO_PROOF]
    assert SpentProof.objects.count() == 1


def test_a_double_click_is_the_same_work(db, challenge):
    proof = solved(challenge)
    guards.doubts(sent(challenge, proof), KEY)

    assert guards.doubts(sent(challenge, proof), KEY) == []


@pytest.mark.parametrize(
    "forge",
    [
        lambda made: made.replace(".6:", ".0:"),
        lambda made: made[:-1] + ("A" if made[-1] != "A" else "B"),
        lambda made: "abc.0",
        lambda made: "abc.0:1:sig",
        lambda made: "",
        lambda made: ":::",
        lambda made: made * 30,
    ],
)
def test_a_forged_challenge_proves_nothing(db, challenge, forge):
    found = guards.doubts(sent(forge(challenge), "0"), KEY)

    assert Doubt.NO_PROOF in found
    assert not SpentProof.objects.exists()


def test_old_work_is_too_old(db, challenge, time_machine):
    proof = solved(challenge)
    time_machine.shift(timedelta(hours=4))

    assert guards.doubts(sent(challenge, proof), KEY) == [Doubt.NO_PROOF]


def test_nobody_writes_within_a_second(db, time_machine):
    time_machine.move_to("2026-11-20 08:00 +0700", tick=False)
    made = proof_of_work.new_challenge()

    assert Doubt.TOO_FAST in guards.doubts(sent(made, solved(made)), KEY)


def test_a_filled_honeypot_is_doubted(db, challenge):
    found = guards.doubts(sent(challenge, solved(challenge), website="http://spam"), KEY)

    assert found == [Doubt.HONEYPOT]
