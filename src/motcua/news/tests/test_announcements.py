"""Are outages announced in lawful time, and does everybody see what does not work now?"""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from motcua.news import announcing, outages
from motcua.news.models import Announcement, OutageNotice
from motcua.organizations.tests.factories import OrganizationFactory
from motcua.organizations.tests.reorganizing import end
from motcua.periods.clock import VIETNAM
from motcua.periods.models import since
from motcua.worktime.actions import load_calendar
from motcua.worktime.queries import working_calendar

pytestmark = pytest.mark.django_db
NOW = "2026-11-23 09:00+07:00"
"""A Monday; Tuesday the 24th is Ngày Văn hóa Việt Nam, a day off."""


@pytest.fixture(autouse=True)
def monday():
    load_calendar()
    announcing.forget()
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def outage(**more):
    given = {
        "kind": Announcement.Kind.PLANNED_OUTAGE,
        "title": "Tạm ngừng nộp hồ sơ để chuyển máy chủ",
        "services": "Nộp hồ sơ trực tuyến\nThanh toán",
        "starts_at": at("2026-12-05 22:00"),
        "recovers_at": at("2026-12-06 05:00"),
    }
    return Announcement(**{**given, **more})


def announced(**more):
    made = outage(**more)
    made.save()
    return made


# --- Seven working days ----------------------------------------------------------------------


def test_seven_working_days_pass_between_announcement_and_outage():
    earliest = outages.earliest_start(date(2026, 11, 23), 7, working_calendar())

    assert not working_calendar().is_working_day(date(2026, 11, 24))
    assert earliest == date(2026, 12, 4)


def test_a_planned_outage_in_time_is_taken():
    outage(starts_at=at("2026-12-04 00:00")).full_clean()


def test_one_too_soon_is_refused_with_the_first_lawful_day():
    with pytest.raises(ValidationError) as refused:
        outage(starts_at=at("2026-12-03 22:00")).full_clean()

    (sentence,) = refused.value.message_dict["starts_at"]
    assert "ít nhất 7 ngày làm việc" in sentence
    assert "Điều 13 Nghị định 224/2026/NĐ-CP" in sentence
    assert "từ ngày 04/12/2026" in sentence


def test_the_days_count_from_the_day_of_publication_where_it_is_later():
    late = outage(published_at=at("2026-11-30 09:00"), starts_at=at("2026-12-05 22:00"))

    with pytest.raises(ValidationError, match=r"(09|10)/12/2026"):
        late.full_clean()


def test_an_emergency_is_not_held_up_but_gives_its_reason():
    now = {"starts_at": at("2026-11-23 08:30"), "recovers_at": at("2026-11-23 12:00")}
    emergency = outage(kind=Announcement.Kind.UNPLANNED_OUTAGE, **now)

    with pytest.raises(ValidationError) as refused:
        emergency.full_clean()
    assert set(refused.value.message_dict) == {"reason"}

    emergency.reason = "Đứt cáp quang."
    emergency.full_clean()


def test_the_expected_recovery_and_the_services_are_needed():
    with pytest.raises(ValidationError) as refused:
        outage(recovers_at=None, services="").full_clean()

    assert set(refused.value.message_dict) == {"recovers_at", "services"}


def test_a_typing_mistake_is_corrected_on_the_eve(monday):
    kept = announced()
    monday.move_to(at("2026-12-05 08:00"))

    kept.text = "Chính tả đã sửa."
    kept.full_clean()


def test_moving_it_to_an_earlier_day_is_a_new_announcement(monday):
    kept = announced()
    monday.move_to(at("2026-12-01 08:00"))
    kept.starts_at = at("2026-12-03 22:00")

    with pytest.raises(ValidationError, match="sớm nhất"):
        kept.full_clean()


def test_the_term_is_dated_data():
    OutageNotice.objects.all().delete()
    OutageNotice.objects.create(
        valid_during=since(date(2026, 1, 1)), working_days=2, legal_basis="Quy định mới"
    )

    outage(starts_at=at("2026-11-28 22:00")).full_clean()


def test_the_database_refuses_an_outage_without_an_end():
    with pytest.raises(IntegrityError, match="outage_says_when"):
        announced(recovers_at=None)


def test_two_with_the_same_title_get_two_addresses():
    assert announced().slug != announced().slug


# --- What readers see ------------------------------------------------------------------------


def test_an_outage_that_goes_on_stands_above_every_page(monday):
    announced()
    monday.move_to(at("2026-12-05 23:00"))

    page = Client().get("/").content.decode()

    assert "Đang tạm ngừng" in page
    assert "Nộp hồ sơ trực tuyến, Thanh toán<" in page


def test_before_it_begins_and_after_it_ends_nothing_stands_there(monday):
    announced()

    assert "Đang tạm ngừng" not in Client().get("/tra-cuu/").content.decode()
    monday.move_to(at("2026-12-06 05:00"))
    assert "Đang tạm ngừng" not in Client().get("/tra-cuu/").content.decode()


def test_an_unplanned_one_stands_there_until_somebody_says_that_it_is_over():
    began = {"starts_at": at("2026-11-23 06:00"), "recovers_at": at("2026-11-23 08:00")}
    broken = announced(kind=Announcement.Kind.UNPLANNED_OUTAGE, reason="Mất điện.", **began)
    assert "Đang tạm ngừng" in Client().get("/tra-cuu/").content.decode()

    broken.recovered_at = at("2026-11-23 08:59")
    broken.save()

    assert "Đang tạm ngừng" not in Client().get("/tra-cuu/").content.decode()


def test_a_page_asks_for_outages_once_and_then_not_again(django_assert_num_queries):
    announced()
    announcing.notice({})

    with django_assert_num_queries(0):
        announcing.notice({})


def test_the_front_page_shows_outages_first(django_assert_num_queries):
    announced(title="Chỉ để biết", kind=Announcement.Kind.NOTICE, starts_at=None, recovers_at=None)
    announced()
    announced(title="Còn xa", published_at=at("2026-12-01 08:00"))

    with django_assert_num_queries(1):
        _template, shown = announcing.front({})

    titles = [each.title for each, _is_going_on in shown["announcements"]]
    assert titles == ["Tạm ngừng nộp hồ sơ để chuyển máy chủ", "Chỉ để biết"]


def test_the_list_shows_neither_what_is_to_come_nor_what_expired(django_assert_max_num_queries):
    announced(title="Đang hiện")
    announced(title="Chưa đến giờ", published_at=at("2026-11-24 08:00"))
    announced(title="Đã hết hạn", expires_at=at("2026-11-23 08:59"))
    address = reverse("news:announcements")

    with django_assert_max_num_queries(5):
        page = Client().get(address).content.decode()

    assert "Đang hiện" in page
    assert "Chưa đến giờ" not in page
    assert "Đã hết hạn" not in page


def test_an_announcement_says_when_what_and_why():
    kept = announced(text="Bạn vẫn đọc được tin.", reason="Chuyển máy chủ.")

    page = Client().get(kept.get_absolute_url()).content.decode()

    for words in ("22:00", "Dự kiến hoạt động lại", "Thanh toán", "Chuyển máy chủ."):
        assert words in page


def test_one_that_expired_is_not_found():
    kept = announced(expires_at=at("2026-11-23 08:00"))

    assert Client().get(kept.get_absolute_url()).status_code == 404


def test_the_notice_escapes_what_was_typed():
    now = {"starts_at": at("2026-11-23 08:00"), "recovers_at": at("2026-11-24 08:00")}
    announced(services="<script>alert(1)</script>", published_at=at("2026-11-22 08:00"), **now)

    page = Client().get("/tra-cuu/").content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_recovery_before_the_beginning_is_refused():
    with pytest.raises(ValidationError, match="phải sau lúc tạm ngừng"):
        outage(recovers_at=at("2026-12-05 22:00") - timedelta(hours=1)).full_clean()


def test_an_announcement_of_an_ended_office_says_who_it_is_now(client):
    old = OrganizationFactory(named="UBND phường Cũ")
    announced(organization=old)
    end(old, OrganizationFactory(named="UBND phường Mới"))

    page = client.get(reverse("news:announcements")).content.decode()

    assert "UBND phường Cũ (nay là UBND phường Mới)" in page
