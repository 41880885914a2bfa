"""Which articles does a reader find on the lists?"""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from motcua.news import actions, lists, months
from motcua.news.models import Section, Topic
from motcua.periods.clock import VIETNAM

from . import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]

MOST_QUERIES = 9


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_the_index_lists_the_newest_first(client):
    now = timezone.now()
    factories.article("Tin cũ", at=now - timedelta(days=2))
    factories.article("Tin mới", at=now)

    page = read(client, "/tin-tuc/")

    assert page.index("Tin mới") < page.index("Tin cũ")


def test_an_index_without_news_says_so(client):
    assert "Chưa có bài nào." in read(client, "/tin-tuc/")


def test_a_category_lists_its_own(client):
    factories.article("Về cải cách", category=factories.category())
    factories.article("Về du lịch", category=factories.category("Du lịch"))

    page = read(client, "/tin-tuc/chuyen-muc/cai-cach-hanh-chinh/")

    assert "Về cải cách" in page
    assert "Về du lịch" not in page


def test_a_topic_lists_what_was_gathered(client):
    topic = Topic.objects.create(name="Chính quyền hai cấp", lead="Từ ngày 1/7/2025.")
    factories.article("Trong chủ đề", topics=[topic])
    factories.article("Ngoài chủ đề")

    page = read(client, "/tin-tuc/chu-de/chinh-quyen-hai-cap/")

    assert "Từ ngày 1/7/2025." in page
    assert "Trong chủ đề" in page
    assert "Ngoài chủ đề" not in page


def test_a_section_lists_its_own(client):
    corner = factories.section("Phường Đồng Mẫu")
    factories.article("Tin của phường", inside=corner)
    factories.article("Tin của thành phố")

    page = read(client, "/tin-tuc/phuong-dong-mau/")

    assert "Tin của phường" in page
    assert "Tin của thành phố" not in page


def test_a_section_without_english_is_shown_with_english_around(client):
    factories.article("Tin của phường", inside=factories.section("Phường Đồng Mẫu"))

    page = read(client, "/en/tin-tuc/phuong-dong-mau/")

    assert "Tin của phường" in page
    assert '<html lang="en"' in page


@pytest.mark.parametrize("word", ["chuyen-muc", "chu-de", "luu-tru", "bai-viet"])
def test_no_section_takes_an_address_of_ours(word):
    corner = factories.section("Phường Đồng Mẫu")
    corner.slug = word

    with pytest.raises(ValidationError, match="Địa chỉ này đã dùng"):
        corner.full_clean()


def test_a_month_begins_and_ends_in_viet_nam(client):
    factories.article("Giao thừa", at=datetime(2026, 10, 31, 23, 59, tzinfo=VIETNAM))
    factories.article("Sáng mùng một", at=datetime(2026, 11, 1, 0, 1, tzinfo=VIETNAM))

    page = read(client, "/tin-tuc/luu-tru/2026/11/")

    assert "Sáng mùng một" in page
    assert "Giao thừa" not in page


@pytest.mark.parametrize("month", ["2026/13", "2026/0", "1/1", "999999/1"])
def test_a_month_that_never_was_is_not_there(client, month):
    assert client.get(f"/tin-tuc/luu-tru/{month}/").status_code == 404


def test_months_are_named_from_the_last_to_the_first():
    factories.article("Tin đầu", at=datetime(2025, 12, 5, tzinfo=VIETNAM))
    factories.article("Tin cuối", at=datetime(2026, 2, 5, tzinfo=VIETNAM))

    named = months.latest(factories.Article.objects.shown())

    assert named == [months.Month(2026, 2), months.Month(2026, 1), months.Month(2025, 12)]


def test_words_find_articles_with_and_without_marks(client):
    factories.article("Đặc khu Vân Đồn nhận hồ sơ vào sáng thứ Bảy")
    factories.article("Lấy ý kiến về giờ làm việc mùa đông")

    page = read(client, "/tin-tuc/?q=van don")

    assert "1 bài có “van don”." in page
    assert "<mark>Vân</mark>" in page
    assert "mùa đông" not in page


def test_words_that_nothing_has_lead_back(client):
    page = read(client, "/tin-tuc/?q=xyzzy%00%27%22--")

    assert "Không có bài nào như vậy" in page


def test_a_list_asks_little_however_long(client, django_assert_max_num_queries):
    now, picture = timezone.now(), factories.picture()
    actions.prepare_picture(picture)
    for number in range(lists.ON_A_PAGE + 2):
        factories.article(
            f"Tin {number}",
            at=now - timedelta(hours=number),
            picture=picture,
            category=factories.category(),
        )

    with django_assert_max_num_queries(MOST_QUERIES):
        page = read(client, "/tin-tuc/")

    assert "Trang 1 trong 2" in page
    assert "Tin 13" in read(client, "/tin-tuc/?trang=2")


def test_setting_up_twice_changes_nothing():
    first = actions.set_up()

    assert actions.set_up() == first
    assert Section.objects.filter(slug=actions.MAIN).count() == 2


def test_the_front_page_shows_the_latest_with_its_picture(client):
    picture = factories.picture()
    actions.prepare_picture(picture)
    factories.article("Nghỉ Ngày Văn hóa", picture=picture)

    page = read(client, "/")

    assert "Nghỉ Ngày Văn hóa" in page
    assert "fill-480x270" in page or picture.file.url in page
