"""Who may make which move: the duty, the place, and what the same human did before."""

import pytest

from motcua.dossiers import exceptions, workflow
from motcua.dossiers.tests.factories import (
    DossierFactory,
    officer,
    pdf,
)
from motcua.dossiers.workflow import State
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty

# --- Who may ---------------------------------------------------------------------


@pytest.mark.parametrize("who", ["handler", "approver", "stranger", "citizen"])
def test_only_the_counter_receives(registered, people, who):
    with pytest.raises(exceptions.NotYourMove):
        registered.receive(by=getattr(people, who))


@pytest.mark.parametrize("who", ["clerk", "handler", "stranger", "citizen"])
def test_only_the_approver_finishes(in_process, people, who):
    with pytest.raises(exceptions.NotYourMove):
        in_process.finish(by=getattr(people, who), result=pdf())


def test_the_machine_has_no_move(in_process, calendar):
    with pytest.raises(exceptions.NotYourMove):
        in_process.stop(by=Acting.machine(), reason="Hết hạn.")


def test_a_stranger_cannot_withdraw(registered, people):
    with pytest.raises(exceptions.NotYourMove):
        registered.withdraw(by=people.citizen)


@pytest.mark.parametrize("duty", list(Duty))
def test_nobody_acts_as_an_officer_on_their_own_dossier(office, applicant, duty):
    dossier = DossierFactory(organization=office, applicant=applicant.person, in_process=True)
    same_human = officer(office, duty, person=applicant.person)

    assert dossier.moves_for(same_human) == []
    for move in workflow.MOVES:
        with pytest.raises(exceptions.NotYourMove):
            dossier.role_of(same_human, move)


def test_ones_own_dossier_is_not_withdrawn_with_the_hat_on(office, applicant):
    dossier = DossierFactory(organization=office, applicant=applicant.person)
    same_human = officer(office, Duty.RECEIVE, person=applicant.person)

    with pytest.raises(exceptions.NotYourMove):
        dossier.withdraw(by=same_human)
    dossier.withdraw(by=Acting.citizen(applicant.person))

    assert dossier.state == State.WITHDRAWN


# --- One human, one duty ---------------------------------------------------------


def test_who_received_does_not_decide_in_another_post(registered, people, office):
    registered.receive(by=people.clerk)
    registered.take_up(by=people.handler)
    same_human = officer(office, Duty.DECIDE, person=people.clerk.person)

    with pytest.raises(exceptions.SameHands):
        registered.finish(by=same_human, result=pdf())

    assert workflow.FINISH not in registered.moves_for(same_human)


def test_who_received_does_not_appraise_in_another_post(registered, people, office):
    registered.receive(by=people.clerk)
    same_human = officer(office, Duty.APPRAISE, person=people.clerk.person)

    with pytest.raises(exceptions.SameHands):
        registered.take_up(by=same_human)


def test_who_appraised_does_not_decide_with_a_post_of_all_duties(registered, people, office):
    everything = officer(office, *Duty)
    registered.receive(by=people.clerk)
    registered.take_up(by=everything)

    with pytest.raises(exceptions.SameHands):
        registered.finish(by=everything, result=pdf())


def test_who_received_may_return_it(registered, people):
    registered.receive(by=people.clerk)
    registered.take_up(by=people.handler)
    registered.finish(by=people.approver, result=pdf())

    registered.hand_over(by=people.clerk)

    assert registered.state == State.RETURNED
