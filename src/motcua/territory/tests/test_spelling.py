"""Are the ways to write a place told apart from the place?"""

import pytest

from motcua.territory.models import Kind
from motcua.territory.spelling import key, spellings, words


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("P.01", ["p", "1"]),
        ("P1", ["p", "1"]),
        ("TP.Hạ Long", ["tp", "hạ", "long"]),
        ("Phan Rang - Tháp Chàm", ["phan", "rang", "tháp", "chàm"]),
        ("Ia H'Drai", ["ia", "h", "drai"]),
        ("Quảng Hoà", ["quảng", "hòa"]),
        ("phường 0", ["phường", "0"]),
    ],
)
def test_words_are_letters_or_figures(written, found):
    assert words(written) == found


def test_a_key_has_no_marks():
    assert key("Đặng Xá") == "dang xa"


def test_a_place_is_written_alone_in_full_and_short():
    assert spellings(Kind.CITY, "Hạ Long") == {
        "ha long",
        "thanh pho ha long",
        "tp ha long",
        "t p ha long",
    }


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_spellings(kind):
    assert len(spellings(kind, "X")) >= 3
