"""Do the books follow whole offices' work, so that counting the history anew finds the same?"""

from datetime import datetime, timedelta

import pytest
import time_machine

from motcua.catalog.models import Procedure
from motcua.dossiers import transfers
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import PersonFactory, VersionFactory
from motcua.dossiers.tests.test_transfers import moving
from motcua.dossiers.workflow import CLOCK_RUNS, CLOSED, State
from motcua.organizations.tests.reorganizing import REASON
from motcua.periods.clock import VIETNAM
from motcua.statistics import figures, folding, recounting
from motcua.statistics.recounting import differences
from motcua.statistics.spans import Span

from .lives import Life
from .test_recounting import dossier_of, make

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 10, 12, tzinfo=VIETNAM)
BEGUN = NOW - timedelta(days=40)


def a_life(*verbs: str, due: timedelta = timedelta(days=60)) -> Life:
    """Submitted forty days ago; a move a day."""
    life = Life(0, 0, 2)
    for number, verb in enumerate(("submit", *verbs)):
        at = BEGUN + timedelta(days=number)
        life.go(verb, at, BEGUN + due if verb in ("receive", "supplement") else None)
    return life


LIVES = {
    "not yet received": a_life(),
    "refused": a_life("refuse"),
    "asked before receipt": a_life("request_supplement"),
    "in time": a_life("receive"),
    "in process": a_life("receive", "take_up"),
    "late": a_life("receive", "take_up", due=timedelta(days=10)),
    "due this month": a_life("receive", due=timedelta(days=39, hours=20)),
    "waiting": a_life("receive", "request_supplement"),
    "back late": a_life("receive", "request_supplement", "supplement", due=timedelta(days=2)),
    "resolved": a_life("receive", "take_up", "finish"),
    "returned": a_life("receive", "take_up", "finish", "return"),
    "stopped": a_life("receive", "stop"),
}


@pytest.fixture
def born(offices, sectors):
    """All these lives at the first office, with columns as their doors would have left them."""
    version = VersionFactory()
    Procedure.objects.filter(pk=version.procedure_id).update(sector=sectors[0])
    made = {name: _born(life, offices, version) for name, life in LIVES.items()}
    with time_machine.travel(NOW - timedelta(days=20), tick=False):
        folding.fold()
    with time_machine.travel(NOW, tick=False):
        yield made


def _born(life, offices, version):
    person = PersonFactory()
    dossier = dossier_of(life, offices, [version], person)
    for step, state in zip(life.steps, life.states, strict=True):
        make(dossier, step, state, person)
    received = next((step.at for step in life.steps if step.verb == "receive"), None)
    due = next((step.due for step in reversed(life.steps) if step.due), None)
    finished = {"finished_at": life.steps[-1].at} if life.state in (9, 10) else {}
    Dossier.objects.filter(pk=dossier.pk).update(
        state=life.state, received_at=received, due_original=due, due_current=due, **finished
    )
    return dossier


def send(dossiers, old, new, verb=transfers.transfer, at=NOW):
    machine = PersonFactory()
    told = {"machine": machine, "reason": REASON, "note": {}, "at": at}
    verb(moving(dossiers, old, new), **told)


def seen(offices):
    found = figures.by_place(Span(NOW.date().replace(day=1), 1), NOW + timedelta(days=1))
    of = {office: figures.NOTHING for office, _sector in found}
    for (office, _sector), each in found.items():
        of[office] += each
    return [of.get(office.pk, figures.NOTHING) for office in offices]


def test_the_books_are_what_the_history_says_after_a_transfer(born, offices):
    send(born.values(), *offices)

    assert differences() == {}
    folding.fold()
    assert differences() == {}
    before = recounting.as_kept()
    recounting.recount()
    assert recounting.as_kept() == before


def test_what_is_in_process_follows_and_what_was_done_stays(born, offices):
    (before, _nothing) = seen(offices)

    send(born.values(), *offices)

    old, new = seen(offices)
    open_ones = [life for life in LIVES.values() if life.state not in CLOSED]
    running = [life for life in open_ones if life.was_received and life.state != State.FINISHED]
    assert (old.in_process, old.waiting, old.unchecked) == (0, 0, 0)
    assert new.in_process == sum(life.state in CLOCK_RUNS for life in open_ones)
    assert (new.waiting, new.unchecked, new.moved) == (1, 2, len(running))
    assert old.moved == -new.moved
    assert (old.resolved, old.carried) == (before.resolved, before.carried)
    assert new.overdue == before.overdue
    assert old.overdue == 0


def test_there_and_back_the_books_are_the_same_again(born, offices):
    (before, _nothing) = seen(offices)

    send(born.values(), *offices)
    later = NOW + timedelta(hours=1)
    send(born.values(), *reversed(offices), verb=transfers.give_back, at=later)

    assert differences() == {}
    assert seen(offices) == [before, figures.NOTHING]


def test_a_life_goes_on_at_the_other_office(born, offices):
    send(born.values(), *offices)
    late = born["late"]
    later = type(LIVES["late"].steps[0])("finish", NOW + timedelta(hours=3))

    make(late, later, State.FINISHED, PersonFactory())

    old, new = seen(offices)
    assert (old.late, new.late) == (0, 1)
    with time_machine.travel(NOW + timedelta(hours=4), tick=False):
        assert differences() == {}
