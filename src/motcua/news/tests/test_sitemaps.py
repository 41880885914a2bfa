"""Do search engines find everything that is open, and the new at once?"""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from .factories import article, section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]
MAP = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


@pytest.fixture(autouse=True)
def at_home(settings):
    settings.BASE_URL = "https://motcua.example"


def tree(address):
    response = Client().get(address)
    assert response.headers["Content-Type"] == "application/xml"
    return ElementTree.fromstring(response.content)


def places(address):
    return [found.text for found in tree(address).iterfind(".//map:loc", MAP)]


def test_robots_names_the_map_of_maps():
    told = Client().get("/robots.txt").content.decode()

    assert "Sitemap: https://motcua.example/sitemap.xml" in told


def test_the_map_of_maps_lists_every_room_s():
    listed = places("/sitemap.xml")

    for name in ("trang", "tin-tuc", "tin-moi", "goc-tin", "thong-bao", "thu-tuc"):
        assert f"https://motcua.example/sitemap-{name}.xml" in listed


def test_every_listed_map_answers():
    section()

    for address in places("/sitemap.xml"):
        assert tree(address.removeprefix("https://motcua.example")) is not None


def test_an_article_is_found_with_the_day_of_its_last_change():
    shown = article()

    assert places("/sitemap-tin-tuc.xml") == [f"https://motcua.example{shown.address}"]
    (day,) = tree("/sitemap-tin-tuc.xml").iterfind(".//map:lastmod", MAP)
    assert day.text == timezone.localdate().isoformat()


def test_the_news_map_holds_the_last_two_days_in_google_s_words():
    article("Bài cũ", at=timezone.now() - timedelta(hours=49))
    new = article("Bài mới", at=timezone.now() - timedelta(hours=47))

    (url,) = tree("/sitemap-tin-moi.xml").iterfind("map:url", MAP)

    assert url.findtext("map:loc", namespaces=MAP) == f"https://motcua.example{new.address}"
    assert url.findtext("news:news/news:title", namespaces=MAP) == "Bài mới"
    assert url.findtext("news:news/news:publication/news:language", namespaces=MAP) == "vi"
    assert url.findtext("news:news/news:publication_date", namespaces=MAP).startswith("20")


@pytest.mark.parametrize("address", ["/sitemap-khong-co.xml", "/sitemap-tin-tuc.xml?p=99"])
def test_what_is_no_map_is_not_found(address):
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 40])
def test_a_page_that_is_no_number_of_a_page_is_not_found(page):
    assert Client().get("/sitemap-tin-tuc.xml", {"p": page}).status_code == 404


def test_a_long_map_has_pages(monkeypatch):
    from motcua.news.sitemaps import ArticleMap

    monkeypatch.setattr(ArticleMap, "limit", 1)
    article("Một")
    article("Hai")

    assert "https://motcua.example/sitemap-tin-tuc.xml?p=2" in places("/sitemap.xml")
    assert len(places("/sitemap-tin-tuc.xml?p=2")) == 1


def test_a_map_costs_few_queries(django_assert_max_num_queries):
    for number in range(5):
        article(f"Bài {number}")

    with django_assert_max_num_queries(3):
        Client().get("/sitemap-tin-tuc.xml")
