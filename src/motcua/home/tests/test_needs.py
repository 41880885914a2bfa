"""What happens in a life, and what do most people need?"""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from motcua.catalog.models import ProcedureVersion
from motcua.dossiers.tests.factories import DossierFactory
from motcua.guides import loading
from motcua.home import life_events, most_used
from motcua.periods import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def procedures(db):
    call_command("load_recorded_procedures", verbosity=0)


def version(code):
    return ProcedureVersion.objects.published().get(procedure__code=code)


def hand_in(code, *, days_ago=1, times=1):
    for _time in range(times):
        submitted = timezone.now() - timedelta(days=days_ago)
        DossierFactory(version=version(code), submitted_at=submitted)


def test_the_front_page_leads_to_every_guide(client, procedures):
    loading.load()

    page = client.get("/").text

    assert 'href="/dich-vu-cong/huong-dan/sinh-con/"' in page
    names = {edition.event.name for edition in life_events.offered(clock.today())}
    assert names == set(life_events.NAMES)


def test_before_there_is_any_guide_there_is_no_event(client):
    assert not life_events.offered(date(2026, 11, 23))
    assert "Trong đời bạn" not in client.get("/").text


@pytest.mark.parametrize(
    ("before", "now"), [("ket-hon", "ket-hon"), ("di-hoc-xin-viec", "xin-viec")]
)
def test_the_address_of_an_event_leads_to_its_guide(client, db, before, now):
    answer = client.get(f"/su-kien/{before}/")

    assert (answer.status_code, answer.url) == (301, f"/dich-vu-cong/huong-dan/{now}/")


def test_without_dossiers_the_plainest_procedures_are_shown_and_the_page_says_so(
    client, procedures
):
    assert not most_used.usual(clock.today()).is_counted
    assert "Chưa đủ hồ sơ để biết" in client.get("/").text


def test_most_used_are_those_with_most_dossiers_of_90_days(client, procedures):
    hand_in("3.000347", times=3)
    hand_in("1.000894", times=2)
    hand_in("2.000884")
    hand_in("1.004222")
    hand_in("1.012812", days_ago=91, times=5)

    assert most_used.count() == 4

    usual = most_used.usual(clock.today())
    assert [code for code, _name in usual.procedures][:2] == ["3.000347", "1.000894"]
    assert "1.012812" not in dict(usual.procedures)
    assert "90 ngày" in client.get("/").text


def test_counting_again_puts_the_places_anew(procedures):
    for code in ("3.000347", "1.000894", "2.000884", "1.004222"):
        hand_in(code)
    most_used.count()
    hand_in("1.004222", times=2)

    most_used.count()

    assert most_used.usual(clock.today()).procedures[0][0] == "1.004222"
