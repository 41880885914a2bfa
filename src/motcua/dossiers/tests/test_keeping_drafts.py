"""Drafts that nobody goes on with are announced, then deleted, by a rule that holds for days."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from motcua.accounts.tests.sessions import as_citizen
from motcua.dossiers.drafting import keeping
from motcua.dossiers.models import Attachment, Draft, DraftKeeping
from motcua.dossiers.tests.factories import DraftFactory, PersonFactory, VersionFactory, pdf
from motcua.organizations.acting import Acting
from motcua.periods.clock import today
from motcua.periods.models import since

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rule(settings):
    settings.DRAFT_KEPT_DAYS, settings.DRAFT_WARNED_DAYS = 100, 10


@pytest.fixture
def draft():
    return DraftFactory(version=VersionFactory())


def aged(draft, days, *, warned=None):
    now = timezone.now()
    warned_at = None if warned is None else now - timedelta(days=warned)
    Draft.objects.filter(pk=draft.pk).update(
        changed_at=now - timedelta(days=days), warned_at=warned_at
    )
    draft.refresh_from_db()
    return draft


@pytest.mark.parametrize(("days", "told"), [(89, 0), (91, 1)])
def test_it_is_announced_some_days_before(draft, days, told):
    aged(draft, days)

    assert keeping.announce_endings() == told
    assert keeping.announce_endings() == 0


@pytest.mark.parametrize(
    ("days", "warned", "gone"),
    [(101, 11, 1), (101, 9, 0), (101, None, 0), (99, 11, 0)],
    ids=["over and announced", "announced too late", "never announced", "not over"],
)
def test_it_is_deleted_when_over_and_announced_long_enough(draft, days, warned, gone):
    aged(draft, days, warned=warned)

    assert keeping.delete_ended() == gone


def test_it_goes_with_its_papers(draft):
    draft.attach(pdf("a"), name="a.pdf")
    aged(draft, 91)
    keeping.announce_endings()
    aged(draft, 101, warned=11)

    keeping.delete_ended()

    assert not Draft.objects.exists()
    assert not Attachment.objects.exists()


def test_going_on_with_it_takes_the_announcement_back(draft):
    aged(draft, 95, warned=5)

    draft.write({"x": "y"})
    aged(draft, 101, warned=None)

    assert keeping.delete_ended() == 0


def test_a_submitted_one_is_never_deleted(draft, office):
    Draft.objects.update(organization=office)
    draft.refresh_from_db()
    draft.submit(by=Acting.citizen(draft.person))
    aged(draft, 999, warned=99)

    assert keeping.delete_ended() == keeping.announce_endings() == 0


def test_many_go_in_batches(draft, monkeypatch):
    monkeypatch.setattr(keeping, "BATCH", 2)
    for _each in range(4):
        aged(DraftFactory(version=draft.version), 101, warned=11)

    assert keeping.delete_ended() == 4
    assert Draft.objects.get() == draft


def test_a_rule_of_a_procedure_holds_for_it_alone(draft):
    other = DraftFactory(version=VersionFactory())
    DraftKeeping.objects.create(
        procedure=draft.version.procedure,
        days=30,
        warned_days=3,
        valid_during=since(date(2020, 1, 1)),
    )
    for one in (draft, other):
        aged(one, 31, warned=4)

    assert keeping.delete_ended() == 1
    assert Draft.objects.get() == other


def test_a_rule_counts_on_its_days(draft):
    DraftKeeping.objects.create(
        days=30, warned_days=3, valid_during=since(date(2020, 1, 1), date(2021, 1, 1))
    )
    aged(draft, 31, warned=4)

    assert keeping.delete_ended() == 0


def test_the_list_says_until_when(client, office):
    person = PersonFactory()
    draft = aged(DraftFactory(person=person, version=VersionFactory()), 95, warned=5)

    page = as_citizen(client, person).get("/tai-khoan/ho-so/").content.decode()

    assert keeping.Rules(today()).last_day(draft) == today() + timedelta(days=5)
    assert f"{today() + timedelta(days=5):%Y-%m-%d}" in page
    assert "sắp bị xóa" in page
