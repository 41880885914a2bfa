"""Can a feed reader read our feeds, and does nothing stand there that readers may not see?"""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.news import actions

from .factories import article, category, draft, picture, section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]


@pytest.fixture(autouse=True)
def at_home(settings):
    settings.BASE_URL = "https://motcua.example"


def read(address):
    response = Client().get(address)
    assert response.status_code == 200
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_rss_is_valid_and_every_address_is_absolute():
    shown = article(
        "Nộp hồ sơ ở phường nào cũng được",
        at=datetime(2026, 11, 20, 2, 30, tzinfo=UTC),
        category=category(),
        byline="Thu Hạnh",
        picture=picture(),
    )

    feed = read(reverse("news:rss"))

    assert feed.version == "rss20"
    assert feed.feed.language == "vi"
    assert feed.feed.link == "https://motcua.example/tin-tuc/"
    assert {"rel": "self", "href": "https://motcua.example/tin-tuc/rss/"}.items() <= next(
        link for link in feed.feed.links if link.rel == "self"
    ).items()
    (entry,) = feed.entries
    assert entry.title == shown.title
    assert entry.id == entry.link == f"https://motcua.example{shown.address}"
    assert entry.summary == shown.lead
    assert entry.author == "Thu Hạnh"
    assert entry.published_parsed[:5] == (2026, 11, 20, 2, 30)
    assert entry.tags[0].term == "Cải cách hành chính"
    (enclosure,) = entry.enclosures
    assert enclosure.href.startswith("https://motcua.example/media/")
    assert enclosure.type == "image/jpeg"
    assert int(enclosure.length) == shown.picture.file.size


def test_atom_is_valid():
    shown = article(category=category(), byline="Thu Hạnh")

    feed = read(reverse("news:atom"))

    assert feed.version == "atom10"
    assert feed.feed.updated_parsed
    assert feed.entries[0].link == f"https://motcua.example{shown.address}"
    assert feed.feed.links[-1].rel == "self"


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_category_and_a_corner_have_feeds_of_their_own(kind):
    corner = section("Phường Bãi Cháy")
    article("Của phường", inside=corner)
    article("Cải cách", category=category())

    of_category = read(reverse(f"news:category_{kind}", args=[category().slug]))
    of_corner = read(reverse(f"news:section_{kind}", args=[corner.slug]))

    assert [entry.title for entry in of_category.entries] == ["Cải cách"]
    assert [entry.title for entry in of_corner.entries] == ["Của phường"]


def test_what_readers_may_not_see_stands_in_no_feed_and_no_map():
    draft("Chưa đăng")
    gone = article("Đã gỡ")
    gone.unpublish()
    later = draft("Hẹn giờ")
    later.go_live_at = timezone.now() + timedelta(days=1)
    later.save_revision().publish()
    held = draft("Cấm công bố", embargo_until=timezone.now() + timedelta(days=1))
    held.save_revision()

    for address in (reverse("news:rss"), reverse("news:atom"), "/sitemap-tin-tuc.xml"):
        told = Client().get(address).content.decode()
        assert not [t for t in ("Chưa đăng", "Đã gỡ", "Hẹn giờ", "Cấm công bố") if t in told]
        assert "chua-dang" not in told


def test_characters_that_xml_forbids_do_not_break_it():
    article('Ngoặc & <b>đậm</b> "nháy"', lead="Có \x0b ký tự lạ ]]> & <script>")

    feed = read(reverse("news:rss"))

    assert "đậm" in feed.entries[0].title
    assert "Có  ký tự lạ ]]>" in feed.entries[0].summary


def test_a_lost_picture_leaves_the_feed_whole():
    lost = picture()
    article(picture=lost)
    lost.file.storage.delete(lost.file.name)

    assert read(reverse("news:rss")).entries[0].enclosures == []


def test_the_english_feed_holds_english_articles_only():
    article("Bài tiếng Việt")

    feed = read("/en/tin-tuc/rss/")

    assert feed.entries == []
    assert feed.feed.language == "en"


def test_an_unknown_category_is_not_found():
    actions.set_up()

    assert Client().get(reverse("news:category_rss", args=["khong-co"])).status_code == 404


def test_a_feed_costs_few_queries_however_many_articles(django_assert_max_num_queries):
    for number in range(12):
        article(f"Bài số {number}", category=category(), picture=picture())

    with django_assert_max_num_queries(4):
        feed = Client().get(reverse("news:rss"))

    assert feed.headers["Cache-Control"] == "max-age=300, public"


def test_the_page_of_a_category_and_of_a_corner_name_both_their_feeds():
    kind, corner = category(), section()
    pages = {"category": kind, "section": corner}

    for name, found in pages.items():
        page = Client().get(found.get_absolute_url() if name == "category" else found.address)
        for form in ("rss", "atom"):
            assert reverse(f"news:{name}_{form}", args=[found.slug]) in page.text
