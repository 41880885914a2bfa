"""Editors read why a row cannot hold on those days; what they typed stays."""

from datetime import date

import pytest
from django.test import Client

from motcua.accounts.tests.sessions import as_officer
from motcua.organizations.models import StaffingPost
from motcua.organizations.tests.factories import OrganizationFactory, PersonFactory, PostFactory
from motcua.periods.models import EMPTY, lies_within, since, until

pytestmark = pytest.mark.django_db

ADD = "/bien-tap/snippets/organizations/staffingpost/add/"
FIRST, AFTER = date(2025, 7, 1), date(2026, 7, 1)


@pytest.fixture
def editor():
    return as_officer(Client(), PersonFactory(is_superuser=True))


def give(editor, house, post, first="2026-01-01", after=""):
    days = {"valid_during_0": first, "valid_during_1": after}
    return editor.post(ADD, {"organization": house.pk, "post": post.pk, "right": 1, **days})


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (since(FIRST, AFTER), "chỉ hoạt động từ ngày 01/07/2025 đến hết ngày 30/06/2026."),
        (until(AFTER), "chỉ hoạt động đến hết ngày 30/06/2026."),
        (since(AFTER), "chỉ hoạt động từ ngày 01/07/2026."),
        (EMPTY, "không hoạt động vào ngày nào."),
    ],
)
def test_a_right_over_who_is_closed_then_is_refused_in_words(editor, days, sentence):
    closed = OrganizationFactory(valid_during=days, named="Sở Cũ")

    page = give(editor, closed, PostFactory(organization__valid_during=since(FIRST)))

    assert page.status_code == 200
    assert f"Sở Cũ {sentence}" in page.content.decode()
    assert 'value="2026-01-01"' in page.content.decode()
    assert not StaffingPost.objects.exists()


def test_a_right_of_a_post_that_has_ended_is_refused_in_words(editor):
    post = PostFactory(organization__valid_during=since(FIRST, AFTER), title="Chánh Văn phòng")

    page = give(editor, OrganizationFactory(), post)

    assert "Chánh Văn phòng chỉ hoạt động từ ngày" in page.content.decode()


def test_a_right_within_the_days_of_both_is_given(editor):
    house = OrganizationFactory(valid_during=since(FIRST, AFTER))

    page = give(
        editor, house, PostFactory(organization__valid_during=since(FIRST)), after="2026-07-01"
    )

    assert page.status_code == 302
    assert StaffingPost.objects.get().organization == house


@pytest.mark.parametrize("days", [since(FIRST), until(AFTER), since(FIRST, AFTER), EMPTY])
def test_within_is_as_the_database_has_it(days):
    houses = [since(FIRST), until(AFTER), since(AFTER), since(FIRST, AFTER), EMPTY]
    for house in houses:
        made = OrganizationFactory(valid_during=house)
        there = type(made).objects.filter(pk=made.pk, valid_during__contains=days).exists()
        assert lies_within(days, house) == there, (days, house)
