"""An editor writes the site's identity in Wagtail, under its own policy, and readers see it."""

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import PersonFactory
from motcua.periods import clock
from motcua.ui.models import SiteIdentity


@pytest.fixture
def editor(readers):
    """Someone who may write everything, signed in with both factors."""
    person = PersonFactory(is_superuser=True)
    session = as_officer(Client(), person).cookies["sessionid"].value
    reader = readers()
    reader.page.context.add_cookies([{"name": "sessionid", "value": session, "url": reader.home}])
    return reader


def test_an_editor_changes_the_hotline_and_readers_see_it(editor, readers):
    row = SiteIdentity.objects.on(clock.day_of(timezone.now())).get()
    editor.go("/bien-tap/")
    editor.go(f"/bien-tap/snippets/ui/siteidentity/edit/{row.pk}/")

    editor.page.locator("input[name=hotline]").fill("1900 0000")
    editor.page.get_by_role("button", name="Lưu").first.click()
    editor.page.wait_for_url("**/snippets/ui/siteidentity/")

    reader = readers()
    reader.go("/hoi-dap/")
    expect(reader.page.get_by_role("link", name="1900 0000").first).to_be_visible()
