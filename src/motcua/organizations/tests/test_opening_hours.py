"""Words about hours are read whole or not at all."""

from datetime import time

import pytest

from motcua.organizations import opening_hours

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@pytest.mark.parametrize(
    "words",
    [
        "Thứ Hai đến thứ Sáu, 7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ",
        "Thứ 2 – thứ 6: sáng 7h30-11h30, chiều 13h30-17h00.",
        "Từ thứ Hai đến thứ Sáu hằng tuần, 7:30\u2060–\u206011:30 và 13:30\u2060–\u206017:00",
    ],
)
def test_a_week_is_read_however_it_is_written(words):
    morning, afternoon = opening_hours.read(words)

    assert (morning.days, morning.opens, morning.closes) == (WEEK, time(7, 30), time(11, 30))
    assert (afternoon.days, afternoon.opens, afternoon.closes) == (WEEK, time(13, 30), time(17))


def test_other_days_stand_in_a_part_of_their_own():
    *_week, saturday = opening_hours.read("Thứ 2 đến thứ 6, 8:00–17:00; Sáng thứ Bảy 7:30–11:00")
    (some,) = opening_hours.read("Thứ Ba, thứ Năm: 8:00 đến 10:00")

    assert (saturday.days, saturday.closes) == (("Saturday",), time(11))
    assert some.days == ("Tuesday", "Thursday")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Giờ hành chính",
        "Cả sáng thứ Bảy",
        "7:30–11:30",
        "Thứ Hai đến thứ Sáu, 7:30–11:30, trừ ngày lễ",
        "Thứ Hai đến thứ Sáu, 11:30–7:30",
        "Thứ Sáu đến thứ Hai, 7:00–8:00",
        "Thứ Hai, 25:00–26:00",
        "Thứ Hai đến thứ Sáu, 7:30–11:30; theo lịch hẹn",
    ],
)
def test_what_leaves_a_doubt_is_not_read(words):
    assert opening_hours.read(words) == []


def test_machines_read_them_as_schema_org_says():
    (said,) = opening_hours.specification("Chủ nhật, 8 giờ – 9 giờ 05")

    assert said == {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": ["https://schema.org/Sunday"],
        "opens": "08:00",
        "closes": "09:05",
    }
