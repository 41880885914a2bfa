"""What contradicts itself does not enter the register, whoever writes; a correction says so."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from motcua.organizations.models import (
    Appointment,
    ChangeKind,
    Organization,
    OrganizationName,
    Succession,
)
from motcua.organizations.tests.factories import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
)
from motcua.periods.correcting import correcting
from motcua.periods.models import since

pytestmark = pytest.mark.django_db

BEGAN, CHANGED = date(2020, 1, 1), date(2025, 7, 1)
FORMER, LATTER = since(BEGAN, CHANGED), since(CHANGED)
LEAVE = since(date(2026, 7, 1), date(2026, 8, 1))


@pytest.fixture
def former():
    return OrganizationFactory(valid_during=FORMER)


@pytest.fixture
def latter():
    return OrganizationFactory(valid_during=LATTER)


@pytest.fixture
def held():
    return AppointmentFactory()


# --- What ended stays ended, and what it was ------------------------------------------------------


@pytest.mark.parametrize("days", [since(BEGAN), since(BEGAN, CHANGED + timedelta(days=1))])
def test_what_ended_does_not_open_again(former, days):
    with pytest.raises(IntegrityError, match="stays what it was"):
        Organization.objects.filter(pk=former.pk).update(valid_during=days)


@pytest.mark.parametrize("changed", [{"kind": "merged"}, {"tier": 1}])
def test_what_has_begun_is_of_one_kind_for_ever(latter, changed):
    with pytest.raises(IntegrityError, match="stays what it was"):
        Organization.objects.filter(pk=latter.pk).update(**changed)


def test_whoever_corrects_says_so(former):
    with correcting():
        Organization.objects.filter(pk=former.pk).update(valid_during=since(BEGAN), kind="merged")

    former.refresh_from_db()
    assert (former.valid_during, former.kind) == (since(BEGAN), "merged")
    with pytest.raises(IntegrityError, match="stays what it was"):
        Organization.objects.filter(pk=former.pk).update(kind="commune")


# --- Nobody succeeds backwards --------------------------------------------------------------------


def succeed(old, new, day):
    return Succession.objects.create(
        old=old, new=new, day=day, kind=ChangeKind.ABSORB, legal_basis="NQ 9"
    )


def test_the_latter_succeeds_the_former(former, latter):
    assert succeed(former, latter, CHANGED).pk


@pytest.mark.parametrize("days", [-1, 0])
def test_the_former_succeeds_nobody(former, latter, days):
    with pytest.raises(IntegrityError, match="was not there yet"):
        succeed(latter, former, CHANGED + timedelta(days=days))


def test_nobody_succeeds_before_it_begins(former, latter):
    with pytest.raises(IntegrityError, match="was not there yet"):
        succeed(former, latter, CHANGED - timedelta(days=1))


def test_days_do_not_leave_a_succession_outside(former, latter):
    succeed(former, latter, CHANGED)
    latter.names.all().delete()

    with pytest.raises(IntegrityError, match="leave a succession outside"):
        Organization.objects.filter(pk=latter.pk).update(valid_during=since(date(2025, 8, 1)))


# --- Nobody knows ahead ---------------------------------------------------------------------------


def test_what_claims_to_be_known_later_is_known_now(latter):
    ahead = timezone.now() + timedelta(days=365)

    entered = OrganizationFactory(recorded_at=ahead)
    latter.names.update(full_name="Ủy ban nhân dân xã An Bình", recorded_at=ahead)

    assert Organization.objects.filter(pk=entered.pk, recorded_at__lt=ahead).exists()
    assert OrganizationName.objects.filter(organization=latter, recorded_at__lt=ahead).exists()


# --- Who stands in does so for somebody else in the same post -------------------------------------


def stand_in(held, **said):
    told = {"post": held.post, "kind": "cover", "covers": held, "valid_during": LEAVE}
    return AppointmentFactory(**{**told, "seat": None, **said})


def test_who_stands_in_may_end_and_come_later(held):
    cover = stand_in(held)

    Appointment.objects.filter(pk=cover.pk).update(person=PersonFactory())


def test_nobody_stands_in_for_a_holder_of_another_post(held):
    with pytest.raises(IntegrityError, match="somebody else in the same post"):
        stand_in(held, post=PostFactory())


@pytest.mark.parametrize("kind", ["cover", "acting", "in_charge", "delegated"])
def test_nobody_stands_in_for_themselves(held, kind):
    twice = PostFactory(organization=held.post.organization, holders_allowed=2)
    cover = stand_in(held, kind=kind)
    with pytest.raises(IntegrityError, match="somebody else in the same post"):
        Appointment.objects.filter(pk=held.pk).update(person=cover.person, post=twice)


@pytest.mark.parametrize(
    "said",
    [
        {"covers": None},
        {"valid_during": since(LEAVE.lower)},
        {"kind": "delegated"} | {"covers": None},
    ],
)
def test_a_cover_names_whom_and_ends(held, said):
    with pytest.raises(IntegrityError, match="appointment_cover_names_whom_and_ends"):
        stand_in(held, **said)


def test_what_was_entered_before_the_rule_stays_until_somebody_ends_it(held):
    cover = stand_in(held)
    those = Appointment.objects.filter(pk=cover.pk)
    with correcting():
        those.update(valid_during=since(LEAVE.lower))

    assert those.update(decision="QĐ 7")
    assert those.update(valid_during=LEAVE)
    with pytest.raises(IntegrityError, match="names whom"):
        those.update(valid_during=since(LEAVE.lower))
