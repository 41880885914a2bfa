"""Kept figures and history agree to the last unit, whoever else is at work."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.catalog.models import Procedure
from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.tests.factories import (
    DossierFactory,
    DraftFactory,
    PersonFactory,
    VersionFactory,
)
from motcua.periods.clock import VIETNAM
from motcua.statistics import actions, folding, recounting
from motcua.statistics.models import Delta, Promise, Tally
from motcua.statistics.recounting import differences

from .lives import lives

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 10, 12, tzinfo=VIETNAM)


@pytest.fixture
def versions(sectors):
    found = [VersionFactory() for _ in sectors]
    for version, sector in zip(found, sectors, strict=True):
        Procedure.objects.filter(pk=version.procedure_id).update(sector=sector)
    return found


@pytest.fixture
def person(versions):
    return PersonFactory()


def dossier_of(life, offices, versions, person):
    """Written as it was when it was submitted; nothing that is counted stands in its columns."""
    office, version = offices[life.office], versions[life.sector]
    draft = DraftFactory(person=person, version=version, organization=office)
    return DossierFactory(
        registered=True,
        applicant=person,
        version=version,
        organization=office,
        draft=draft,
        channel=life.channel,
        submitted_at=life.steps[0].at,
    )


def make(dossier, step, state, person):
    """One move as the one door leaves it, and what the figures hear."""
    event = Event.objects.create(
        dossier=dossier,
        verb=step.verb,
        role="applicant",
        state=state,
        person=person,
        at=step.at,
        payload={"due": {"at": step.due.isoformat()}} if step.due else {},
    )
    dossier = Dossier.objects.select_related("version__procedure").get(pk=dossier.pk)
    actions.post(dossier, event)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(lives(), max_size=4), st.integers(1, 9))
def test_random_lives_are_kept_as_the_history_counts_them(offices, versions, person, born, every):
    dossiers = [dossier_of(life, offices, versions, person) for life in born]
    moves = sorted(
        (step.at, number, step, state)
        for number, life in enumerate(born)
        for step, state in zip(life.steps, life.states, strict=True)
    )

    for count, (at, number, step, state) in enumerate(moves):
        make(dossiers[number], step, state, person)
        if count % every == 0:
            with time_machine.travel(at + timedelta(minutes=1), tick=False):
                folding.fold()

    with time_machine.travel(NOW, tick=False):
        assert differences() == {}
        folding.fold()
        assert differences() == {}
        before = recounting.as_kept()
        recounting.recount()
        assert recounting.as_kept() == before


@pytest.fixture
def some(offices, versions, person):
    """One dossier that fell due in June and one that was resolved in April."""
    from .lives import BEGINNING, Life

    running, done = Life(0, 0, 2), Life(1, 1, 1)
    for life, days in ((running, 140), (done, 5)):
        life.go("submit", BEGINNING)
        life.go("receive", BEGINNING + timedelta(hours=2), BEGINNING + timedelta(days=days))
    done.go("take_up", BEGINNING + timedelta(hours=3))
    done.go("finish", BEGINNING + timedelta(days=1))
    for life in (running, done):
        dossier = dossier_of(life, offices, versions, person)
        for step, state in zip(life.steps, life.states, strict=True):
            make(dossier, step, state, person)
    with time_machine.travel(NOW, tick=False):
        folding.fold()
        yield


def test_the_check_finds_a_figure_that_somebody_changed(some):
    tally = Tally.objects.filter(early=1).get()
    Tally.objects.filter(pk=tally.pk).update(early=2)

    with pytest.raises(CommandError, match="1 figures differ"):
        call_command("recount_figures", "--check", stderr=(said := StringIO()))

    assert "early is kept as 2, the history has 1" in said.getvalue()


def test_recounting_repairs_it_and_the_check_is_content(some):
    Tally.objects.update(received_online=7, late_ended=3)
    Promise.objects.all().delete()

    call_command("recount_figures", stdout=StringIO())

    call_command("recount_figures", "--check", stdout=(said := StringIO()))
    assert "agree" in said.getvalue()
    assert Promise.objects.get().n == 1


def test_a_move_that_is_heard_twice_counts_once(offices, versions, person):
    from .lives import BEGINNING, Life

    life = Life(0, 0, 2)
    life.go("submit", BEGINNING)
    dossier = dossier_of(life, offices, versions, person)
    make(dossier, life.steps[0], life.states[0], person)

    actions.post(dossier, Event.objects.get())

    assert Delta.objects.count() == 1
