"""Are the demo's articles whole, spread, and the same however often they are sown?"""

import pytest
from django.db import connection, transaction

from motcua.demo import seed_news
from motcua.news.models import Announcement, Article, Correction, Media, Origin, Picture, Section
from motcua.organizations.tests.factories import OrganizationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("news")]


@pytest.fixture(scope="module")
def news(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo's news, taken back after the module."""
    from django.test import override_settings

    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), transaction.atomic(), media:
        for _slug, _title, committee in seed_news.CORNERS:
            OrganizationFactory(named=committee)
        seed_news.seed()
        connection.check_constraints()  # once here, or after every test anew
        yield
        transaction.set_rollback(True)


def test_there_are_articles_enough_in_every_corner():
    by_corner = {
        section.slug: Article.objects.shown().within(section).count()
        for section in Section.objects.filter(locale__language_code="vi")
    }

    assert by_corner["cong"] >= 12
    assert by_corner["phuong-bai-chay"] >= 3
    assert by_corner["dac-khu-co-to"] >= 2


def test_sowing_twice_changes_nothing():
    before = list(Article.objects.order_by("pk").values_list("pk", "title", "url_path"))
    others = [model.objects.count() for model in (Picture, Media, Correction, Announcement)]

    seed_news.seed()

    assert list(Article.objects.order_by("pk").values_list("pk", "title", "url_path")) == before
    assert [m.objects.count() for m in (Picture, Media, Correction, Announcement)] == others


def test_at_least_eight_are_long():
    assert Article.objects.filter(words__gte=300).count() >= 8


def test_they_are_spread_over_a_year():
    days = Article.objects.values_list("published_at", flat=True)

    assert len({(day.year, day.month) for day in days}) >= 10


def test_every_picture_says_what_is_in_it_and_is_light():
    assert Picture.objects.count() >= 8
    for picture in Picture.objects.all():
        assert picture.description.startswith(("Hình vẽ", "Drawing", "Ba bước"))


def test_every_recording_has_its_words():
    recordings = list(Media.objects.all())

    assert sorted(each.is_video for each in recordings) == [False, True]
    assert all(len(each.transcript) > 100 for each in recordings)


def test_two_are_there_in_english():
    english = Article.objects.filter(locale__language_code="en")

    assert english.count() == 2
    assert all(article.get_translations().count() == 1 for article in english)


def test_one_carries_a_correction():
    corrected = Correction.objects.get().article

    assert "94,3%" not in corrected.text()
    assert "93,4%" in corrected.text()


def test_everything_that_an_article_shows_was_found():
    blocks = [block.block_type for a in Article.objects.all() for block in a.body]

    assert blocks.count("gallery") == 2
    assert blocks.count("media") == 2
    assert blocks.count("document") == 1
    assert blocks.count("table") >= 6
    assert blocks.count("quotation") >= 12
    assert Origin.objects.count() == Article.objects.count()
