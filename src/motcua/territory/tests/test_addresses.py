"""Does an old address lead to the places that it may mean, and to no others?"""

import unicodedata

import pytest

from motcua.territory.addresses import candidates
from motcua.territory.models import Unit
from motcua.territory.tests.conftest import LAST_DAY_OF_DISTRICTS, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nation")]

HA_KHAU_TODAY = ["phường Tuần Châu", "phường Việt Hưng"]


def names(text, day=TODAY):
    return [each.unit.name_on(day) for each in candidates(text, day)]


@pytest.mark.parametrize(
    "text",
    [
        "phường Hà Khẩu, thành phố Hạ Long",
        "phường Hà Khẩu, thành phố Hạ Long, tỉnh Quảng Ninh",
        "Phường Hà Khẩu - TP. Hạ Long - Quảng Ninh - Việt Nam",
        "P.Hà Khẩu, TP.Hạ Long, T.Quảng Ninh",
        "p ha khau tp ha long quang ninh",
        "ha khau ha long",
        "HÀ KHẨU, HẠ LONG",
        "Số 12, tổ 5, khu 3, phường Hà Khẩu, thành phố Hạ Long, thành phố Quảng Ninh",
        unicodedata.normalize("NFD", "Hà Khẩu, Hạ Long"),
    ],
)
def test_a_divided_ward_is_found_however_it_is_written(text):
    assert names(text) == HA_KHAU_TODAY


def test_a_candidate_says_where_it_is_and_why_it_is_offered():
    first, _second = candidates("P. Hà Khẩu, TP. Hạ Long", TODAY)

    assert first.address == "phường Tuần Châu, thành phố Quảng Ninh"
    assert first.reason == (
        "Phường Hà Khẩu, thành phố Hạ Long, tỉnh Quảng Ninh chia về 2 nơi từ ngày 01/07/2025: "
        "hãy chọn nơi bạn ở."
    )


def test_a_merged_ward_has_one_candidate():
    (only,) = candidates("phường Trà Cổ, TP Móng Cái", TODAY)

    assert only.address == "phường Móng Cái 1, thành phố Quảng Ninh"
    assert "nhập về đây từ ngày 01/07/2025" in only.reason


def test_a_street_that_is_called_like_a_city_does_not_lead_astray():
    assert names("12 đường Hạ Long, phường Bãi Cháy, TP Hạ Long") == ["phường Bãi Cháy"]


def test_a_name_of_today_is_found_as_such():
    (only,) = candidates("phường Bãi Cháy, thành phố Quảng Ninh", TODAY)

    assert only.reason == "Tên hiện nay."


def test_a_name_that_was_kept_with_another_territory_has_today_s_and_the_others():
    reasons = {each.unit.code: each.reason for each in candidates("xã Hải Lạng", TODAY)}

    assert reasons.keys() == {"06886", "06799", "06970"}
    assert reasons["06886"] == "Tên hiện nay."
    assert "chia về 3 nơi" in reasons["06799"]


def test_a_former_district_alone_leads_to_all_its_communes():
    found = candidates("thành phố Móng Cái", TODAY)

    assert {each.unit.code for each in found} >= {"06709", "06712", "06736"}
    assert all("không còn từ ngày 01/07/2025" in each.reason for each in found)


def test_a_district_tells_two_communes_of_one_name_apart():
    assert names("thị trấn Cô Tô, huyện Cô Tô") == ["đặc khu Cô Tô"]
    assert names("thị trấn Cô Tô, huyện Tri Tôn") == ["xã Cô Tô"]


def test_numbered_wards_are_found_with_and_without_zeros():
    assert names("P.01, Q.3, TP Hồ Chí Minh") == names("phường 1, quận 3, Hồ Chí Minh")
    assert names("P1, Q3, TP HỒ CHÍ MINH") == ["phường Bàn Cờ"]


def test_marks_count_where_they_are_written():
    with_marks = {each.unit.code for each in candidates("xã Tân Phú", TODAY)}
    without = {each.unit.code for each in candidates("xa tan phu", TODAY)}

    assert with_marks <= without


def test_the_place_of_a_tone_does_not_count():
    assert names("xã Quảng Hoà") == names("xã Quảng Hòa")


def test_a_ward_written_as_a_commune_is_found_and_as_a_city_is_not():
    assert names("xã Bãi Cháy") == ["phường Bãi Cháy"]
    assert names("thành phố Bãi Cháy") == []


@pytest.mark.parametrize("text", ["", "   ", ",,,", "Ma Rủi", "phường", "12345", "%", "\x00"])
def test_what_names_no_place_has_no_candidates(text):
    assert candidates(text, TODAY) == []


def test_a_ward_in_the_wrong_province_is_not_guessed():
    assert candidates("phường Hà Khẩu, tỉnh Thanh Hóa", TODAY) == []


def test_a_very_long_text_is_read_from_its_end():
    assert names("Tổ dân phố " * 500 + ", phường Hà Khẩu, TP Hạ Long") == HA_KHAU_TODAY


def test_at_most_thirty_are_offered():
    assert len(candidates("phường 1", TODAY)) == 30


def test_before_the_change_the_old_names_were_today_s():
    (only,) = candidates("phường Hà Khẩu, TP Hạ Long", LAST_DAY_OF_DISTRICTS)

    assert only.reason == "Tên hiện nay."
    assert only.address == "phường Hà Khẩu, thành phố Hạ Long, tỉnh Quảng Ninh"


def test_a_unit_in_hand_needs_no_reading():
    ha_khau = Unit.objects.on(LAST_DAY_OF_DISTRICTS).get(code="06655")

    assert [c.unit.name_on(TODAY) for c in candidates(ha_khau, TODAY)] == HA_KHAU_TODAY


@pytest.mark.parametrize("text", ["phường 1", "P. Hà Khẩu, Hạ Long", "tân phú"])
def test_the_number_of_questions_does_not_grow(text, django_assert_max_num_queries):
    with django_assert_max_num_queries(13):
        candidates(text, TODAY)
