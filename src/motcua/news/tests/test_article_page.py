"""What does a reader see of an article?"""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Locale
from wagtail.rich_text import RichText

from motcua.news import actions
from motcua.news.models import Article
from motcua.search import folding

from . import factories, stories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]

ADDRESS = "/tin-tuc/cong/nop-ho-so-o-phuong-nao-cung-duoc/"
MOST_QUERIES, PLAIN_QUERIES = 20, 14
"""With every kind of block; and as most articles are, with a picture and paragraphs."""


def read(client, address: str = ADDRESS, **how) -> str:
    answer = client.get(address, **how)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def in_english(article: Article, title: str) -> Article:
    english = Locale.objects.get(language_code="en")
    copy = article.copy_for_translation(english, copy_parents=True)
    copy.title, copy.slug = title, folding.slug(title)
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy


def test_an_article_is_read_at_its_address(client):
    article = factories.article()

    page = read(client)

    assert article.address == ADDRESS
    assert article.lead in page
    assert "Đọc 1 phút" in page


def test_a_draft_is_not_there(client):
    factories.draft()

    assert client.get(ADDRESS).status_code == 404


def test_every_block_is_shown(client):
    article = stories.whole()
    actions.prepare(article)

    page = read(client)

    for words in [
        "<b>nộp hồ sơ</b>",
        "<h2>Thời hạn tính thế nào?</h2>",
        "Trên đảo Cô Tô",
        "Ảnh: Lan",
        "Ngày đầu tiên",
        "Đó là việc của chúng tôi.",
        "Bà Mẫu, Giám đốc",
        '<th scope="col" class="n">Hồ sơ</th>',
        '<th scope="row">Bãi Cháy</th>',
        "<caption>Hồ sơ theo phường</caption>",
        'type="audio/mpeg"',
        'type="video/mp4"',
        "Kính thưa quý vị đại biểu.",
        "danh-sach.pdf",
        "image/avif",
        'alt="Thuyền buồm đỏ trên vịnh, phía sau là đảo đá"',
        "#một cửa",
    ]:
        assert words in page, words


def test_a_page_asks_little_however_much_it_holds(client, django_assert_max_num_queries):
    article = stories.whole()
    actions.prepare(article)
    cache.clear()

    with django_assert_max_num_queries(MOST_QUERIES):
        read(client)


def test_a_plain_article_asks_less(client, django_assert_max_num_queries):
    article = factories.article(picture=factories.picture(), category=factories.category())
    actions.prepare(article)
    cache.clear()

    with django_assert_max_num_queries(PLAIN_QUERIES):
        read(client)


def test_an_article_whose_pictures_are_not_made_yet_is_shown(client):
    article = factories.article(picture=factories.picture())

    page = read(client)

    assert article.picture.file.url in page
    assert not article.picture.renditions.exists()


def test_what_is_shared_carries_no_tracker(client):
    factories.article()

    page = read(client, f"{ADDRESS}?utm_source=x&fbclid=abc")

    assert "fbclid" not in page.partition("news-comfort")[2].partition("</details>")[0]


def test_before_a_video_begins_a_small_picture_is_shown(client):
    poster = factories.picture(size=(3000, 2000))
    video = stories.recording("khai-mac.mp4", stories.MP4, poster=poster)
    article = factories.article(body=[("media", video)])
    actions.prepare(article)

    page = read(client)

    assert poster.file.url not in page
    assert f'poster="{poster.get_rendition("width-800|format-jpeg").url}"' in page


def test_newer_and_older_ones_of_the_category_are_named(client):
    now, reform = timezone.now(), factories.category()
    factories.article(at=now, category=reform)
    factories.article("Tin sau", at=now + timedelta(hours=1), category=reform)
    factories.article("Tin trước", at=now - timedelta(days=1), category=reform)
    factories.article("Tin khác mục", at=now, category=factories.category("Du lịch"))

    page = read(client)

    assert "Các tin khác" in page
    assert page.index("Tin sau") < page.index("Tin trước") < page.index("Tin khác mục")


def test_related_ones_are_named_once(client):
    reform = factories.category()
    article = factories.article(tags=("phi địa giới",), category=reform)
    factories.article("Nộp hồ sơ đất đai ở phường khác", tags=("phi địa giới",), category=reform)
    actions.relate(article)

    page = read(client)

    assert "Bài liên quan" in page
    assert page.count("Nộp hồ sơ đất đai ở phường khác") == 1


def test_an_article_without_english_is_offered_in_vietnamese(client):
    factories.article()

    page = read(client, f"/en{ADDRESS}")

    assert '<html lang="en"' in page
    assert '<article class="article" lang="vi"' in page


def test_an_article_links_to_its_translation(client):
    english = in_english(factories.article(), "Apply at any ward")

    page = read(client)

    assert english.address == "/en/tin-tuc/cong/apply-at-any-ward/"
    assert f'href="{english.address}" lang="en" hreflang="en"' in page


def test_the_other_language_leads_to_the_translation(client):
    english = in_english(factories.article(), "Apply at any ward")

    assert client.get(f"/en{ADDRESS}").url == english.address
    assert client.get("/tin-tuc/cong/apply-at-any-ward/").url == ADDRESS


def test_a_list_in_english_names_each_article_once(client):
    in_english(factories.article(), "Apply at any ward")
    factories.article("Nghỉ Ngày Văn hóa")

    page = read(client, "/en/tin-tuc/")

    assert "Apply at any ward" in page
    assert "Nghỉ Ngày Văn hóa" in page
    assert "Nộp hồ sơ ở phường" not in page


def test_a_permalink_leads_to_where_it_stands(client):
    article = factories.article()

    answer = client.get(f"/tin-tuc/bai-viet/{article.pk}/")

    assert answer.url == ADDRESS


def test_script_in_rich_text_does_not_run(client):
    factories.article(body=[("paragraph", RichText("<p>Chào<script>alert(1)</script></p>"))])

    answer = client.get(ADDRESS)

    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "default-src 'self'" in policy
