"""Work of which no record tells whose it is lies at the default heir until somebody says so."""

import pytest

from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DossierFactory, VersionFactory
from motcua.questions.tests.factories import QuestionFactory
from motcua.reorganization import exceptions, placing, receivers
from motcua.reorganization.models import ToPlace

from .conftest import officer

WHY = "Theo bản đồ."


@pytest.fixture
def dossier(house, divided):
    return DossierFactory(
        organization=house.b, counter=house.b_counter, version=VersionFactory(), state=4
    )


@pytest.fixture
def row(house, divided, dossier):
    return ToPlace.objects.create(plan=divided, dossier=dossier, old=house.a, held_by=house.b)


def test_it_goes_where_somebody_of_the_holding_office_says(house, row, dossier):
    by = officer(house.b)
    due, code = dossier.due_current, dossier.code

    placing.place(row, house.c, by=by, reason=WHY)

    dossier = Dossier.objects.get()
    assert (dossier.organization, dossier.counter) == (house.c, house.c_counter)
    assert (dossier.due_current, dossier.code) == (due, code)
    event = dossier.events.get()
    assert (event.verb, event.reason) == ("transfer", "13/NQ-HĐND (01/11/2026)")
    assert (event.payload["placed_by"], event.payload["why"]) == (by.person.pk, WHY)
    assert (row.placed_in, row.placed_by, row.reason) == (house.c, by.person, WHY)


def test_it_may_stay(house, row, dossier, planner):
    placing.place(row, house.b, by=planner, reason=WHY)

    assert not dossier.events.exists()
    assert not placing.waiting_for(planner).exists()


def test_a_question_is_placed_like_a_dossier(house, divided, planner):
    question = QuestionFactory(organization=house.b)
    row = ToPlace.objects.create(plan=divided, question=question, old=house.a, held_by=house.b)

    placing.place(row, house.c, by=planner, reason=WHY)

    question.refresh_from_db()
    assert question.organization == house.c


def test_a_second_hand_is_too_late(house, row, planner):
    same_elsewhere = ToPlace.objects.get()
    placing.place(row, house.c, by=planner, reason=WHY)

    with pytest.raises(exceptions.AlreadyPlaced):
        placing.place(same_elsewhere, house.b, by=officer(house.b), reason=WHY)


def test_what_has_ended_meanwhile_is_not_sent(house, row, dossier, planner):
    Dossier.objects.update(state=7)

    assert not placing.waiting_for(planner).exists()
    with pytest.raises(exceptions.AlreadyPlaced):
        placing.place(row, house.c, by=planner, reason=WHY)
    row.refresh_from_db()
    assert row.placed_at is None


def test_strangers_place_nothing_and_nothing_goes_to_strangers(house, row, planner):
    with pytest.raises(exceptions.NotYoursToPlace):
        placing.place(row, house.c, by=officer(house.c), reason=WHY)
    with pytest.raises(exceptions.NoHeir):
        placing.place(row, house.justice, by=planner, reason=WHY)
    assert set(placing.heirs_for(row)) == {house.b, house.c}
    assert [*placing.waiting_for(officer(house.b))] == [row]
    assert not placing.waiting_for(officer(house.c)).exists()


def test_an_unsure_wrong_door_waits_to_be_placed(house, divided, dossier):
    told = {"sent_to": house.a.pk, "to": house.b.pk, "unsure": True}
    event = dossier.events.model(payload={"wrong_door": told})

    for _ in range(2):
        receivers.place_dossier(Dossier, dossier, event)

    assert ToPlace.objects.get().dossier == dossier
    assert ToPlace.objects.get().held_by == house.b


def test_a_sure_wrong_door_waits_for_nobody(house, divided, dossier):
    told = {"sent_to": house.a.pk, "to": house.b.pk, "unsure": False}

    receivers.place_dossier(Dossier, dossier, dossier.events.model(payload={"wrong_door": told}))

    assert not ToPlace.objects.exists()
