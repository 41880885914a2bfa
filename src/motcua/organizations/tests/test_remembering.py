from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from motcua.organizations.models import OrganizationName
from motcua.organizations.tests.factories import OrganizationFactory
from motcua.periods.models import PastRow, since

pytestmark = pytest.mark.django_db


@pytest.fixture
def name():
    """The name of an organization, recorded a week ago."""
    organization = OrganizationFactory(named="Sở Nội vụ")
    OrganizationName.objects.filter(organization=organization).delete()
    return OrganizationName.objects.create(
        organization=organization,
        full_name="Sở Nội Vụ",
        sort_key="so noi vu",
        valid_during=since(date(2025, 7, 1)),
        recorded_at=timezone.now() - timedelta(days=7),
    )


def test_a_correction_keeps_what_was_recorded_before(name):
    before = name.recorded_at

    OrganizationName.objects.filter(pk=name.pk).update(full_name="Sở Nội vụ")

    kept = PastRow.objects.get(relation="organizations_organizationname", row_id=name.pk)
    name.refresh_from_db()
    assert kept.row["full_name"] == "Sở Nội Vụ"
    assert (kept.recorded_during.lower, kept.recorded_during.upper) == (before, name.recorded_at)


def test_a_correction_may_say_since_when_it_is_recorded(name):
    told = name.recorded_at + timedelta(days=2)

    OrganizationName.objects.filter(pk=name.pk).update(full_name="Sở Nội vụ", recorded_at=told)

    name.refresh_from_db()
    assert name.recorded_at == told


def test_a_row_that_is_removed_is_remembered_too(name):
    name.delete()

    assert PastRow.objects.filter(row__full_name="Sở Nội Vụ").exists()


def test_writing_the_same_again_is_no_correction(name):
    recorded = name.recorded_at

    name.save()

    name.refresh_from_db()
    assert name.recorded_at == recorded
    assert not PastRow.objects.filter(row_id=name.pk).exists()


def test_several_changes_of_one_transaction_are_one(name):
    for said in ("Sở Nội vụ 1", "Sở Nội vụ 2"):
        OrganizationName.objects.filter(pk=name.pk).update(full_name=said)

    assert PastRow.objects.filter(row_id=name.pk).count() == 1


def test_what_was_recorded_is_never_changed(name):
    name.delete()

    with pytest.raises(IntegrityError, match="never changed"), connection.cursor() as cursor:
        cursor.execute("UPDATE periods_pastrow SET row = '{}'")
