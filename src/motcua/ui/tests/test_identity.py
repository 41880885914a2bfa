from datetime import date

import pytest
import time_machine
from django.db import IntegrityError
from django.utils import translation

from motcua.periods.models import since
from motcua.ui import identity
from motcua.ui.models import SiteIdentity

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "body"),
    [
        ("2026-08-31T10:00+07:00", "UBND tỉnh"),
        ("2026-09-01T00:00+07:00", "UBND thành phố"),
    ],
)
def test_the_province_becomes_a_city_at_midnight(client, province, city, day, body):
    with time_machine.travel(day):
        page = client.get("/hoi-dap/").text

    assert body in page


def test_two_identities_never_hold_on_one_day():
    SiteIdentity.objects.create(name="A", valid_during=since(date(2026, 1, 1)))

    with pytest.raises(IntegrityError, match="site_identity_one_at_a_time"):
        SiteIdentity.objects.create(name="B", valid_during=since(date(2026, 6, 1)))


def test_english_falls_back_to_vietnamese_word_by_word():
    row = SiteIdentity(name="Một cửa", name_en="One door", tagline="Cổng")

    with translation.override("en"):
        said = identity.Identity.of(row)

    assert (said.name, said.tagline) == ("One door", "Cổng")


def test_a_portal_without_identity_still_has_pages(client):
    assert client.get("/hoi-dap/").status_code == 200


def test_a_telephone_link_holds_digits_only():
    assert identity.Identity(hotline="+84 203 000 0000").hotline_digits == "+842030000000"
