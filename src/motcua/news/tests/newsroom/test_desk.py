"""What else lies on an editor's desk: the front page, the calendar, doubles."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from motcua.news.models import Article, FrontSlot, Picture
from motcua.news.newsroom import duplicates, slots
from motcua.news.newsroom.workflow import Role
from motcua.periods.models import since

from .conftest import article, published
from .pressing import edit, typed

pytestmark = pytest.mark.django_db

LONG = " ".join(f"câu thứ {number} kể về lễ hội hoa của phường" for number in range(30))


# --- The front page ------------------------------------------------------------------------------


def test_slots_come_first_and_the_latest_fill_the_rest(province, django_assert_max_num_queries):
    first, second, third = (published(province, title=f"Tin {n}") for n in (1, 2, 3))
    FrontSlot.objects.create(place=1, article=first, valid_during=since(date(2026, 11, 1)))

    with django_assert_max_num_queries(5):
        shown = slots.on_front(3)

    assert [each.pk for each in shown] == [first.pk, third.pk, second.pk]


def test_an_empty_place_is_filled_by_the_latest(province):
    first, second = published(province, title="Tin 1"), published(province, title="Tin 2")
    FrontSlot.objects.create(
        place=1, article=first, valid_during=since(date(2026, 11, 1), date(2026, 11, 22))
    )
    first.unpublish()

    assert [each.pk for each in slots.on_front(2)] == [second.pk]


def test_a_place_holds_one_article_a_day(province):
    page = published(province)
    FrontSlot.objects.create(place=1, article=page, valid_during=since(date(2026, 11, 1)))

    with pytest.raises(IntegrityError):
        FrontSlot.objects.create(place=1, article=page, valid_during=since(date(2026, 12, 1)))


def test_the_province_keeps_the_front_page_and_wards_do_not(province, ward):
    address = "/bien-tap/snippets/news/frontslot/add/"
    page = published(province)
    form = {
        "place": "2",
        "article": page.pk,
        "valid_during_0": "2026-11-22",
        "valid_during_1": "2026-12-01",
    }

    refused = ward.at_work(Role.PUBLISHER).post(address, form)
    done = province.at_work(Role.EDITOR).post(address, form)

    assert (refused.status_code, done.status_code) == (302, 302)
    assert FrontSlot.objects.get().article == page


# --- The calendar --------------------------------------------------------------------------------


def test_the_calendar_shows_what_comes_and_goes(province, ward, django_assert_max_num_queries):
    soon = timezone.now() + timedelta(hours=5)
    published(province, title="Sắp lên", go_live_at=soon)
    published(province, title="Sắp hết", expire_at=soon)
    published(ward, title="Của phường")
    browser = province.at_work(Role.REPORTER)

    with django_assert_max_num_queries(40):
        shown = browser.get("/bien-tap/lich-tin/").content.decode()

    assert "Sắp lên" in shown and "Sắp hết" in shown and "Tin thành phố" in shown
    assert "Của phường" not in shown
    assert "Từ 16/11/2026 đến 22/11/2026" in shown


def test_the_calendar_forgives_a_wrong_day(province):
    browser = province.at_work(Role.REPORTER)

    answer = browser.get("/bien-tap/lich-tin/?ngay=hôm nay")

    assert answer.status_code == 200


# --- Written already? -------------------------------------------------------------------------


def test_nearly_the_same_text_is_noticed(province):
    one = article(province, "Hội hoa mở cửa", lead=LONG)
    other = article(province, "Phường mở hội", lead=LONG.replace("thứ 3 ", "số 3 ", 1))
    third = article(province, "Lịch cắt điện", lead="Điện lực cắt điện hai giờ ở khu 5.")
    for each in (one, other, third):
        duplicates.note(each)

    assert [double.article for double in duplicates.of(other)] == [one]
    assert duplicates.of(other)[0].share > 0.7
    assert duplicates.of(third) == []


def test_the_same_title_without_marks_is_noticed(province):
    one = article(province, "Lễ hội hoa 2026")
    duplicates.note(one)

    other = article(province, "LE HOI HOA – 2026", lead="Nội dung khác hẳn.")

    assert [double.article for double in duplicates.of(other)] == [one]


def test_an_editor_sees_doubles_with_links(province):
    one = published(province)
    duplicates.note(one)
    browser = province.at_work(Role.REPORTER)

    answer = browser.post(
        f"/bien-tap/pages/add/news/article/{province.section.pk}/",
        typed(slug="khac", button="action-submit"),
        follow=True,
    )
    draft = Article.objects.get(slug="khac")

    assert "Có bài gần giống:" in answer.content.decode()
    assert one.address in province.at_work(Role.EDITOR).get(edit(draft)).content.decode()


def test_a_draft_of_another_corner_is_not_betrayed(province, ward):
    secret = article(ward, "Sắp sáp nhập trường")
    duplicates.note(secret)
    own = article(province, "Sap sap nhap truong")

    shown = province.at_work(Role.EDITOR).get(edit(own)).content.decode()

    assert "một bài chưa đăng của góc tin khác" in shown
    assert "Sắp sáp nhập trường" not in shown


# --- Pictures ----------------------------------------------------------------------------------


def test_a_pictures_address_cannot_be_guessed(province):
    field = Picture._meta.get_field("file")

    name = field.generate_filename(Picture(title="x"), "hop-bao.jpg")

    assert "hop-bao" not in name
