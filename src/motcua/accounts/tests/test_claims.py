"""How are a provider's claims read?"""

from datetime import date

import pytest

from motcua.accounts import claims
from motcua.accounts.exceptions import NumberMissing
from motcua.conf.identity import CLAIMS

TOLD = {
    "SoDinhDanh": "022188001234",
    "HoVaTen": "NGUYỄN THỊ ĐÀO",
    "NgaySinh": "02/11/1988",
    "GioiTinh": "Nữ",
    "MucDoXacThuc": "2",
}


def read(**changed):
    return claims.read(TOLD | changed, CLAIMS)


def test_the_names_of_claims_are_a_setting():
    renamed = {"personal_number": "citizen_id"}

    citizen = claims.read({**TOLD, "citizen_id": "022188009999"}, CLAIMS | renamed)

    assert citizen.personal_number == "022188009999"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("NGUYỄN THỊ ĐÀO", "Nguyễn Thị Đào"),
        ("Nguyễn  Thị Đào ", "Nguyễn Thị Đào"),
        ("Nguye\u0302\u0303n Thị Đào", "Nguyễn Thị Đào"),
        ("Y Ê-ban", "Y Ê-ban"),
    ],
)
def test_names_are_written_as_people_write_them(told, name):
    assert read(HoVaTen=told).full_name == name


@pytest.mark.parametrize("told", ["02/11/1988", "1988-11-02", "19881102"])
def test_days_come_in_three_shapes(told):
    assert read(NgaySinh=told).birth_date == date(1988, 11, 2)


@pytest.mark.parametrize("told", ["", "1988", "31/02/1988", None])
def test_what_is_no_day_is_left_out(told):
    assert read(NgaySinh=told).birth_date is None


@pytest.mark.parametrize(
    ("told", "sex"),
    [("Nữ", "female"), ("NAM", "male"), ("F", "female"), ("Male", "male"), ("?", ""), (None, "")],
)
def test_sexes(told, sex):
    assert read(GioiTinh=told).sex == sex


@pytest.mark.parametrize(
    ("told", "level"), [("2", 2), (2, 2), ("muc_2", 2), ("1", 1), ("", 1), ("9", 1), (None, 1)]
)
def test_levels(told, level):
    assert read(MucDoXacThuc=told).level == level


@pytest.mark.parametrize("told", ["", None, "123", "khong-co"])
def test_without_a_number_nobody_is_known(told):
    with pytest.raises(NumberMissing):
        read(SoDinhDanh=told)


def test_a_citizen_shows_nothing_in_a_log():
    assert repr(read()) == "Citizen(…)"
