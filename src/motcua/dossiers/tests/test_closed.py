"""An office closes while a dossier is on its way: one waits for the other."""

from datetime import timedelta
from threading import Event, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.dossiers import exceptions
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DossierFactory, DraftFactory, OrganizationFactory
from motcua.organizations.acting import Acting
from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.worktime.actions import load_calendar

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft():
    load_calendar()
    return DraftFactory(organization=OrganizationFactory(identifier="H49.61"))


def close(office):
    """As a plan does that is carried out today."""
    days = since(office.valid_during.lower, today())
    office.names.update(valid_during=days)
    Organization.objects.filter(pk=office.pk).update(valid_during=days)


class Elsewhere(Thread):
    """Another connection doing something in one transaction, which it ends only when told to."""

    def __init__(self, doing):
        super().__init__()
        self.doing, self.did, self.may_end, self.failure = doing, Event(), Event(), None

    def run(self):
        try:
            with transaction.atomic():
                self.doing()
                self.did.set()
                self.may_end.wait(timeout=60)
        except exceptions.MoveRefused as refusal:
            self.failure = refusal
        finally:
            connection.close()


def waits(thread):
    """Whether it is held up by a lock, as the database sees it."""
    with connection.cursor() as cursor:
        for _ in range(600):
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            if cursor.fetchone()[0]:
                return True
            thread.join(timeout=0.05)
            if thread.did.is_set():
                return False
    return False


def test_a_dossier_waits_for_a_closing_and_is_then_refused(draft):
    closing = Elsewhere(lambda: close(draft.organization))
    filing = Elsewhere(lambda: draft.submit(by=Acting.citizen(draft.person)))
    closing.start()
    assert closing.did.wait(timeout=60)
    filing.start()
    assert waits(filing)

    closing.may_end.set()
    filing.may_end.set()
    closing.join()
    filing.join()

    assert isinstance(filing.failure, exceptions.OfficeClosed)
    assert not Dossier.objects.exists()


def test_a_closing_waits_for_a_dossier_and_then_sees_it(draft):
    seen = []

    def close_and_look():
        close(draft.organization)
        seen.extend(Dossier.objects.filter(organization=draft.organization))

    filing = Elsewhere(lambda: draft.submit(by=Acting.citizen(draft.person)))
    closing = Elsewhere(close_and_look)
    filing.start()
    assert filing.did.wait(timeout=60)
    closing.start()
    assert waits(closing)

    filing.may_end.set()
    closing.may_end.set()
    filing.join()
    closing.join()

    assert [dossier.draft_id for dossier in seen] == [draft.pk]


def test_work_that_lies_at_a_closed_office_may_only_leave_it():
    load_calendar()
    old, new = OrganizationFactory(), OrganizationFactory()
    dossier = DossierFactory(organization=old, in_process=True)
    elsewhere = DossierFactory(organization=new, in_process=True)
    close(old)

    with pytest.raises(IntegrityError, match="dossier_decided_where_open"):
        Dossier.objects.filter(pk=elsewhere.pk).update(organization=old)
    Dossier.objects.filter(pk=dossier.pk).update(organization=new)

    assert Dossier.objects.filter(organization=new).count() == 2


def test_the_day_is_that_of_viet_nam():
    with connection.cursor() as cursor:
        cursor.execute("SET TIME ZONE 'America/Los_Angeles'")
        cursor.execute(
            "SELECT periods_day_of(timestamptz '2026-11-22 16:59Z'),"
            " periods_day_of(timestamptz '2026-11-22 17:00Z'),"
            " periods_today() - (clock_timestamp() AT TIME ZONE 'UTC' + interval '7 hours')::date"
        )
        before, after, apart = cursor.fetchone()
        cursor.execute("SET TIME ZONE 'UTC'")

    assert after - before == timedelta(days=1)
    assert apart == 0
