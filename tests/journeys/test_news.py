"""A reader finds an article, reads it on a telephone and at a desk, and opens what is said."""

from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from motcua.news import actions
from motcua.news.tests import factories, stories
from motcua.search import folding

TITLE = "Nộp hồ sơ ở phường nào cũng được"


@pytest.fixture(autouse=True)
def _article(identity, settings, tmp_path: Path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # Wagtail remembers where the site begins
    actions.set_up()
    reform = factories.category()
    factories.article("Nghỉ Ngày Văn hóa Việt Nam 24/11", category=reform)
    article = stories.whole(title=TITLE)
    actions.prepare(article)


def test_a_reader_finds_an_article_and_reads_it(reader):
    reader.go("/tin-tuc/")
    reader.look()

    reader.page.get_by_role("link", name=TITLE).first.click()

    reader.page.wait_for_url(f"**/tin-tuc/cong/{folding.slug(TITLE)}/")
    reader.look()
    lead = reader.page.locator("figure.pic img").first
    assert lead.evaluate("picture => picture.complete && picture.currentSrc").endswith(".avif")
    reader.page.get_by_text("Đọc lời thoại").first.click()
    expect(reader.page.get_by_text("Kính thưa quý vị đại biểu.").first).to_be_visible()
    reader.page.get_by_text("Chia sẻ").click()
    reader.look()
    reader.page.get_by_role("link", name="Nghỉ Ngày Văn hóa Việt Nam 24/11").click()
    expect(reader.page.locator("h1")).to_have_text("Nghỉ Ngày Văn hóa Việt Nam 24/11")
    reader.go(f"/en/tin-tuc/cong/{folding.slug(TITLE)}/")
    assert reader.page.locator("article").get_attribute("lang") == "vi"
    reader.look()


def test_without_javascript_the_buttons_that_need_it_are_not_there(reader_without_javascript):
    reader = reader_without_javascript

    reader.go(f"/tin-tuc/cong/{folding.slug(TITLE)}/")

    assert reader.page.locator("[data-listen], [data-print], [data-copy]").count() == 3
    assert not reader.page.locator("[data-listen], [data-print], [data-copy]").first.is_visible()
    reader.look()
