"""Under which words is an organization found, and by search engines where?"""

from datetime import date

import pytest
from django.core.management import call_command

from motcua.organizations import finding, profiles
from motcua.organizations.models import ChangeKind, Post, Succession
from motcua.organizations.tests.factories import AppointmentFactory, OrganizationFactory
from motcua.periods.models import since

DAY = date(2025, 7, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def ward():
    ward = OrganizationFactory(identifier="H49.61", named="Ủy ban nhân dân phường Hồng Gai")
    old = OrganizationFactory(
        identifier="H49.30",
        named="Ủy ban nhân dân phường Trần Hưng Đạo",
        valid_during=since(date(2020, 1, 1), DAY),
    )
    Succession.objects.create(
        old=old, new=ward, day=DAY, kind=ChangeKind.CONSOLIDATE, is_default=True, legal_basis="NQ"
    )
    return ward


def test_a_former_name_leads_to_both_and_says_who_it_is_now(client, ward):
    call_command("rebuild_search_index", verbosity=0)

    html = client.get("/tim-kiem/", {"q": "tran hung dao"}).content.decode()

    assert 'href="/to-chuc/H49.30/"' in html
    assert "nay là" in html
    assert 'href="/to-chuc/H49.61/"' in html


def test_what_is_only_decided_is_not_found_yet(ward):
    OrganizationFactory(identifier="H49.99", valid_during=since(date(2030, 1, 1)))

    assert {each.key for each in finding.everything()} == {"H49.30", "H49.61"}


def test_all_are_read_in_a_few_queries(ward, django_assert_max_num_queries):
    for number in range(5):
        OrganizationFactory(identifier=f"H49.8{number}")

    with django_assert_max_num_queries(4):
        list(finding.everything())


def test_search_engines_find_organizations_and_leaders(client, ward):
    AppointmentFactory(
        post__organization=ward, post__rank=Post.Rank.HEAD, person__full_name="Đỗ Hồng Quân"
    )
    profiles.open_for_leaders()

    assert "/to-chuc/H49.30/" in client.get("/sitemap-to-chuc.xml").content.decode()
    assert "/lanh-dao/do-hong-quan/" in client.get("/sitemap-lanh-dao.xml").content.decode()
