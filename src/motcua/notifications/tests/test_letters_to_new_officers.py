"""A new officer gets a letter that leads to where a password is chosen."""

import pytest

from motcua.notifications import actions as post
from motcua.notifications.models import StaffLetter
from motcua.organizations.tests.factories import PersonFactory
from motcua.staffing import actions
from motcua.staffing.opening import NewOfficer
from motcua.staffing.tests.conftest import terms, today, town  # noqa: F401  fixtures

pytestmark = pytest.mark.django_db
NEW = NewOfficer("Lê Thị Mới", "moi.honggai", "moi@motcua.example")


def test_the_letter_leads_to_where_a_password_is_chosen(town, client, mailoutbox):  # noqa: F811
    nobody = PersonFactory.build()
    event = actions.appoint(terms(town.deputy, nobody), by=town.manager, new=NEW)
    assert StaffLetter.objects.get().state == "queued"

    post.post_about_staff(event.pk)
    post.post_about_staff(event.pk)

    (letter,) = mailoutbox
    assert letter.to == ["moi@motcua.example"]
    assert "moi.honggai" in letter.body
    link = next(line for line in letter.body.splitlines() if "/quen-mat-khau/" in line)
    page = client.get("/" + link.split("/", 3)[3], follow=True)
    assert "password1" in page.text
