"""An article is written with a picture, returned, mended, published, and read by a citizen."""

import io
import os
import re
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Page, expect

from motcua.accounts.tests.sessions import as_officer
from motcua.news import actions as news
from motcua.news.models import Article, Picture
from motcua.news.newsroom import timetable
from motcua.news.newsroom.workflow import Role
from motcua.news.tests import factories
from motcua.news.tests.newsroom.conftest import Desk, desk
from motcua.organizations.tests.factories import OrganizationFactory
from motcua.periods import clock

TITLE = "Chợ hoa đêm mở thêm hai giờ"
LEAD = "Từ thứ Bảy, chợ hoa của phường mở đến 23 giờ để người đi làm về muộn kịp mua."
TEXT = "Ban quản lý chợ bố trí thêm người giữ xe và đèn ở lối ra bến."
WORD = "Thiếu ngày bắt đầu."
LIST = re.compile(r"/bien-tap/pages/\d+/$")
"""Where one is led when a step is done."""
PICTURES = os.environ.get("MOTCUA_PICTURES")


@pytest.fixture
def newsroom(transactional_db) -> Desk:
    index = news.set_up().get_parent().specific
    center = OrganizationFactory(identifier="H49.90", named="Trung tâm Truyền thông")
    return desk(index, center, "Tin thành phố", "thanh-pho")


@pytest.fixture
def at_work(newsroom, readers):
    """Opens a window in which somebody of the newsroom has signed in with both locks."""

    def open_window(role: Role):
        session = as_officer(Client(), newsroom.people[role]).cookies["sessionid"].value
        reader = readers()
        cookie = {"name": "sessionid", "value": session, "url": reader.home}
        reader.page.context.add_cookies([cookie])
        return reader

    return open_window


def test_an_article_goes_through_the_newsroom(portal, newsroom, at_work, readers, tmp_path):
    reporter = at_work(Role.REPORTER)
    reporter.go(f"/bien-tap/pages/add/news/article/{newsroom.section.pk}/")
    writes(reporter.page, picture(tmp_path))
    looks(reporter.page, "writing")
    presses(reporter.page, "action-submit")

    article = Article.objects.get(title=TITLE)
    edit = f"/bien-tap/pages/{article.pk}/edit/"
    editor = at_work(Role.EDITOR)
    editor.go(edit)
    looks(editor.page, "approving")
    returns(editor.page)

    reporter.go(edit)
    looks(reporter.page, "returned")
    expect(reporter.page.locator("body")).to_contain_text(WORD)
    reporter.page.locator("[name=lead]").fill(LEAD.replace("thứ Bảy", "thứ Bảy 28/11"))
    presses(reporter.page, "action-submit")

    approves(editor, edit)
    publisher = at_work(Role.PUBLISHER)
    approves(publisher, edit)
    looks(publisher.page, "published")

    citizen = readers(width=360)
    citizen.go(Article.objects.get(pk=article.pk).address)
    expect(citizen.page.locator("h1")).to_have_text(TITLE)
    expect(citizen.page.locator("main")).to_contain_text("thứ Bảy 28/11")
    expect(citizen.page.locator("figure img")).to_have_attribute("alt", "Sạp hoa dưới đèn vàng")
    citizen.look()


def test_an_article_with_a_gallery_appears_at_its_hour(
    newsroom, at_work, readers, settings, tmp_path
):
    """Written by the reporter, with its hour; nobody reads it before, whoever approved it."""
    settings.MEDIA_ROOT = tmp_path
    # On a busy machine Wagtail keeps the draft once more while its hour is on the way, and asks at
    # the next button which of the two is meant.
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    news_pictures = [hangs(newsroom, title) for title in ("Sạp hoa", "Lối ra bến")]
    reporter = at_work(Role.REPORTER)
    reporter.go(f"/bien-tap/pages/add/news/article/{newsroom.section.pk}/")
    page = reporter.page
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=lead]").fill(LEAD)
    gathers(page, "Chợ hoa về đêm", news_pictures)
    looks(page, "gallery")
    go_live = clock.today() + timedelta(days=1)
    schedules(page, f"{go_live:%d/%m/%Y} 06:00")
    looks(page, "scheduled")
    presses(page, "action-submit")

    article = Article.objects.get(title=TITLE)
    edit = f"/bien-tap/pages/{article.pk}/edit/"
    approves(at_work(Role.EDITOR), edit)
    publisher = at_work(Role.PUBLISHER)
    approves(publisher, edit)
    publisher.go("/bien-tap/lich-tin/" + f"?tuan={go_live:%Y-%m-%d}")
    looks(publisher.page, "calendar")
    expect(publisher.page.locator("main")).to_contain_text(TITLE)
    citizen = readers(width=360)
    assert citizen.page.goto(citizen.home + article.address).status == 404

    with time_machine.travel(datetime.combine(go_live, time(6, 1), clock.VIETNAM)):
        timetable.keep(timezone.now())

    citizen.go(article.address)
    expect(citizen.page.locator("h1")).to_have_text(TITLE)
    shown = citizen.page.locator(".news-gallery img")
    expect(shown).to_have_count(2)
    expect(shown.first).to_have_attribute("alt", "Sạp hoa")
    citizen.look()


def hangs(newsroom: Desk, title: str) -> Picture:
    """A picture in the newsroom's drawer."""
    return factories.picture(
        size=(1200, 800), title=title, description=title, collection=newsroom.newsroom.drawer
    )


def gathers(page: Page, title: str, pictures: list[Picture]) -> None:
    """A gallery block with these pictures, chosen from the drawer."""
    page.locator("[data-streamfield-stream-container] button.c-sf-add-button").first.click()
    page.get_by_role("option", name="Bộ ảnh").click()
    page.locator("[name$=value-title]").fill(title)
    looks(page, "gallery-empty")
    for number, each in enumerate(pictures):
        chooser = page.locator("[id*=value-pictures][id$=picture-chooser]").nth(number)
        chooser.get_by_role("button", name="Chọn ảnh").first.click()
        page.locator(".modal").get_by_role("link", name=each.title).first.click()
        expect(chooser.locator("img")).to_be_visible()


def schedules(page: Page, moment: str) -> None:
    """In the panel of the page's status."""
    page.get_by_role("button", name="Status", exact=False).or_(
        page.locator("[data-side-panel-toggle=status]")
    ).first.click()
    page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.click()
    page.locator("#schedule-publishing-dialog [name=go_live_at]").fill(moment)
    # By its key: the calendar under the field may lie over the button for a pointer.
    page.locator("#schedule-publishing-dialog button[type=submit]").press("Enter")
    # Not by its address: the draft may have been kept there before the page was sent.
    expect(page.locator(".messages .success")).to_contain_text(TITLE)


def picture(folder: Path) -> Path:
    path = folder / "cho-hoa.jpg"
    drawn = io.BytesIO()
    Image.new("RGB", (1200, 800), "#d9822b").save(drawn, "JPEG")
    path.write_bytes(drawn.getvalue())
    return path


def writes(page: Page, file: Path) -> None:
    looks(page, "empty")
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=lead]").fill(LEAD)
    page.get_by_role("button", name="Chọn ảnh").first.click()
    chooser = page.locator(".modal")
    expect(chooser.get_by_role("tab").nth(1)).to_be_visible()
    looks(page, "choosing")
    chooser.get_by_role("tab").nth(1).click()
    chooser.locator("input[type=file]").set_input_files(file)
    chooser.locator("[name$=title]").fill("Chợ hoa")
    chooser.locator("[name$=description]").fill("Sạp hoa dưới đèn vàng")
    chooser.locator("[name$=credit]").fill("Ảnh: Tòa soạn")
    chooser.locator("button[type=submit]").last.click()
    expect(page.locator("#id_picture-chooser img")).to_be_visible()
    page.locator("[data-streamfield-stream-container] button.c-sf-add-button").first.click()
    page.get_by_role("option", name="Đoạn văn").click()
    page.locator(".public-DraftEditor-content").last.click()
    page.keyboard.type(TEXT)
    kept = page.locator("[name^=body][name$=value]").first
    expect(kept).to_have_value(re.compile("lối ra"))  # the editor hands it on a moment later


def presses(page: Page, name: str) -> None:
    """A button of the foot, most of which wait in a menu."""
    button = page.locator(f"[name={name}]").first
    if not button.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    button.click()
    page.wait_for_url(LIST)


def returns(page: Page) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.get_by_role("button", name="Trả lại kèm ý kiến").click()
    page.locator(".modal [name=comment]").fill(WORD)
    looks(page, "returning")
    page.locator(".modal [type=submit]").click()
    page.wait_for_url(LIST)


def approves(reader, edit: str) -> None:
    reader.go(edit)
    button = reader.page.locator("[data-workflow-action-name=approve]").first
    if not button.is_visible():
        reader.page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    button.click()
    reader.page.wait_for_url(LIST)


def looks(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"newsroom-{name}.png", full_page=True)
