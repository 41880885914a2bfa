"""Many at once, on real connections: the database decides, and one outcome each."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from motcua.dossiers.exceptions import MoveRefused
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import (
    DossierFactory,
    DraftFactory,
    OrganizationFactory,
    PersonFactory,
    VersionFactory,
    officer,
)
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty
from motcua.worktime.actions import load_calendar

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(jobs, *, threads):
    """Run every job, ``threads`` of them really at the same time; the outcomes in order."""

    def run(job):
        try:
            return job()
        except MoveRefused as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(run, jobs))


@pytest.fixture
def office():
    load_calendar()
    return OrganizationFactory(identifier="H49.61")


def test_fifty_submissions_at_once_leave_no_gap_and_no_duplicate(office):
    version = VersionFactory()
    drafts = [DraftFactory(organization=office, version=version) for _ in range(50)]
    together = Barrier(50)

    def job(draft):
        def submit():
            together.wait(timeout=60)
            return draft.submit(by=Acting.citizen(draft.person)).code

        return submit

    codes = at_once([job(draft) for draft in drafts], threads=50)

    assert sorted(int(code[-4:]) for code in codes) == list(range(1, 51))


def test_one_draft_submitted_ten_times_at_once_makes_one_dossier(office):
    draft = DraftFactory(organization=office)
    by = Acting.citizen(draft.person)
    together = Barrier(10)

    def submit():
        together.wait(timeout=60)
        return draft.submit(by=by).code

    codes = at_once([submit] * 10, threads=10)

    assert len(set(codes)) == 1
    assert Dossier.objects.count() == 1


def test_what_is_typed_while_a_submission_goes_on_is_too_late(office):
    draft = DraftFactory(organization=office)

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            draft.submit(by=Acting.citizen(draft.person))
            typing = pool.submit(at_once, [lambda: draft.write({"x": "too late"})], threads=1)
            with pytest.raises(TimeoutError):
                typing.result(timeout=0.3)
        outcome = typing.result(timeout=30)

    assert outcome == ["TooLate"]


def test_of_two_officers_at_once_one_wins_and_one_is_too_late(office):
    hands = [officer(office, Duty.APPRAISE), officer(office, Duty.APPRAISE)]
    version, applicant = VersionFactory(), PersonFactory()
    dossiers = [
        DossierFactory(organization=office, version=version, applicant=applicant, received=True)
        for _ in range(200)
    ]
    seen = [(Dossier.objects.get(pk=dossier.pk), by) for dossier in dossiers for by in hands]

    def job(dossier, by):
        return lambda: dossier.take_up(by=by).verb

    outcomes = Counter(at_once([job(*pair) for pair in seen], threads=2))

    assert outcomes == {"take_up": 200, "TooLate": 200}
    assert all(dossier.events.count() == 1 for dossier in dossiers)


def test_one_human_with_two_hats_does_not_slip_through_at_once(office):
    """The history is read before the row is won; the revision makes the second read it anew."""
    person = PersonFactory()
    hats = [
        officer(office, Duty.APPRAISE, person=person),
        officer(office, Duty.DECIDE, person=person),
    ]
    dossiers = [DossierFactory(organization=office, in_process=True) for _ in range(20)]
    seen = [(Dossier.objects.get(pk=dossier.pk), by) for dossier in dossiers for by in hats]

    def job(dossier, by):
        return lambda: dossier.stop(by=by, reason="Không đủ điều kiện.").verb

    outcomes = Counter(at_once([job(*pair) for pair in seen], threads=2))

    assert outcomes["stop"] == 20
    assert all(dossier.events.count() == 1 for dossier in dossiers)
