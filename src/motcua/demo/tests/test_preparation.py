"""Is a province sown once, and then left to those who work in it, whatever version comes next?"""

import pytest
from django.core.management import call_command

from motcua.demo.preparation import steps
from motcua.organizations.models import Organization

DATABASE = "postgresql:///motcua"


def province(sown=""):
    return steps(DATABASE, sown)[0]


def test_an_empty_folder_is_sown():
    assert province().arguments == ("prepare_demo",)


def test_the_same_version_has_nothing_to_do():
    first = province()

    assert province(first.depends).depends == first.depends


def test_what_an_earlier_version_made_is_kept_and_one_says_how_to_begin_anew():
    earlier = "0ld " + province().depends.split()[1]
    now = province(earlier)

    assert now.depends != earlier
    assert now.arguments == ("prepare_demo", "--keep")
    assert "`make reset`" in now.sentence


def test_another_database_is_sown():
    elsewhere = steps("postgresql:///other")[0].depends

    assert province(elsewhere).arguments == ("prepare_demo",)


def test_a_failure_names_the_remedy():
    assert "`make reset`" in province().remedy


@pytest.mark.django_db
def test_keeping_sows_nothing():
    call_command("prepare_demo", "--keep")

    assert not Organization.objects.exists()
