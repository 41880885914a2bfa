"""The web server goes in the middle of an upload: the client goes on, and nothing is lost.

The real tus-js-client in a real browser; real web processes, killed and started again. Scripts come
from the sources, since nobody serves them in a house without a front.
"""

from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import expect, sync_playwright

from motcua.accounts.tests.sessions import as_citizen
from motcua.dossiers import shelves
from motcua.dossiers.tests.factories import DraftFactory, OrganizationFactory, VersionFactory
from motcua.filekeeping.models import Upload
from motcua.filekeeping.tests import contents
from motcua.worktime.actions import load_calendar
from tests.browsers import chromium

PIECE = 512 * 1024
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]


@pytest.fixture
def draft(house):
    load_calendar()
    office = OrganizationFactory(identifier="H49.61")
    return DraftFactory(version=VersionFactory(), organization=office)


@pytest.fixture
def paper(tmp_path):
    """A PDF in four pieces."""
    path = tmp_path / "chung-sinh.pdf"
    note = b"%" + b"Motcua " * 250_000 + b"\n"
    path.write_bytes(contents.page().replace(b"%PDF-1.4\n", b"%PDF-1.4\n" + note, 1))
    return path


@pytest.fixture
def page(monkeypatch):
    path = chromium()
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(locale="vi-VN")
        page.set_default_timeout(60_000)
        yield page
        browser.close()


def _served(route):
    found = finders.find(urlsplit(route.request.url).path.removeprefix("/static/"))
    route.fulfill(path=found) if found else route.abort()


def test_a_server_restarted_in_the_middle_of_an_upload_loses_nothing(house, draft, paper, page):
    house.open()
    session = as_citizen(Client(), draft.person).cookies["sessionid"].value
    host = urlsplit(house.base).hostname
    page.context.add_cookies([{"name": "sessionid", "value": session, "domain": host, "path": "/"}])
    page.route("**/static/**", _served)
    page.goto(house.base + shelves.ways_of(draft).to("papers"))
    passed, asked_in_vain = [], []

    def meet(route):
        if route.request.method == "PATCH":
            passed.append(int(route.request.headers["upload-offset"]))
            if len(passed) == 3:
                house.kill_web()
        elif len(passed) == 3:
            asked_in_vain.append(route.request.method)
            if len(asked_in_vain) == 2:
                house.open()
        route.continue_()

    page.route("**/tai-len/*/", meet)
    row = page.get_by_role("listitem").filter(has_text=paper.name)
    page.get_by_label("Giấy chứng sinh", exact=True).set_input_files(paper)
    expect(row.get_by_text("Đã nhận.")).to_be_visible(timeout=60_000)

    assert passed == [0, PIECE, 2 * PIECE, 2 * PIECE, 3 * PIECE]
    assert asked_in_vain[0] == "HEAD"
    assert Upload.objects.get().refusal == ""
    assert draft.attachments.get().size == paper.stat().st_size
