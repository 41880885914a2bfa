"""What does a personal number say, and when does it disagree with what was declared?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.accounts import personal_numbers
from motcua.accounts.personal_numbers import PROVINCES, doubts

BORN = date(1988, 11, 2)


def test_there_were_63_provinces():
    assert len(PROVINCES) == 63
    assert "022" in PROVINCES


def test_a_number_that_agrees_raises_no_doubt():
    assert doubts("022188001234", birth_date=BORN, sex="female") == []


@pytest.mark.parametrize(
    ("number", "birth_date", "sex"),
    [
        ("022088001234", date(1988, 1, 1), "male"),
        ("022205001234", date(2005, 1, 1), "male"),
        ("022305001234", date(2005, 1, 1), "female"),
        ("022499001234", date(2199, 1, 1), "male"),
    ],
)
def test_the_fourth_digit_says_century_and_sex(number, birth_date, sex):
    assert doubts(number, birth_date=birth_date, sex=sex) == []


@pytest.mark.parametrize(
    ("declared", "doubt"),
    [
        ({"birth_date": date(1989, 11, 2)}, "Năm sinh"),
        ({"birth_date": date(2088, 11, 2)}, "Năm sinh"),
        ({"sex": "male"}, "Giới tính"),
    ],
)
def test_each_disagreement_is_one_doubt(declared, doubt):
    (found,) = doubts("022188001234", **declared)

    assert found.startswith(doubt)


def test_an_unknown_province_is_a_doubt():
    (found,) = doubts("099188001234")

    assert found.startswith("Ba chữ số đầu")


@given(st.from_regex(r"[0-9]{12}", fullmatch=True))
def test_the_mask_hides_all_but_seven_digits(number):
    assert personal_numbers.masked(number) == f"{number[:3]}*****{number[8:]}"
    assert number not in personal_numbers.masked(number)
