"""Which place does a question speak of, and what is asked for without it?"""

from datetime import date

import pytest

from motcua.periods.models import since
from motcua.search import actions, queries
from motcua.territory import mentions
from motcua.territory.models import Unit, UnitName
from motcua.territory.spelling import key
from motcua.territory.tiers import Tier

pytestmark = pytest.mark.django_db
PLACES = [
    ("phường", "Hồng Gai"),
    ("thành phố", "Hạ Long"),
    ("xã", "Thống Nhất"),
    ("huyện", "Cô Tô"),
]


@pytest.fixture(autouse=True)
def _places():
    for number, (kind, name) in enumerate(PLACES):
        days = since(date(2000, 1, 1))
        unit = Unit.objects.create(tier=Tier.COMMUNE, code=f"0000{number}", valid_during=days)
        UnitName.objects.create(
            unit=unit,
            kind=kind,
            proper_name=name,
            folded=key(name),
            sort_key=name,
            valid_during=days,
        )


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("làm sổ đỏ ở Hòn Gai", "làm sổ đỏ"),
        ("làm sổ đỏ ở Hồng Gai", "làm sổ đỏ"),
        ("lam so do o hon gai", "lam so do"),
        ("làm sổ đỏ ở phường Hòn Gai cũ", "làm sổ đỏ"),
        ("làm sổ đỏ tại P. Hòn Gai, TP Hạ Long", "làm sổ đỏ"),
        ("ở Cô Tô muốn đăng ký kết hôn", "muốn đăng ký kết hôn"),
        ("đăng ký kết hôn Cô Tô", "đăng ký kết hôn"),
        ("đăng ký khai sinh xã Thống Nhất", "đăng ký khai sinh"),
        ("nhà ở riêng lẻ", "nhà ở riêng lẻ"),
        ("Hòn Gai", "Hòn Gai"),
        ("", ""),
        ("đăng ký khai sinh", "đăng ký khai sinh"),
    ],
)
def test_a_place_is_where_and_not_what(question, rest):
    assert mentions.without_places(question) == rest


def test_the_place_is_told_as_it_was_typed():
    assert mentions.mentioned("làm sổ đỏ ở phường Hòn Gai").place == "phường Hòn Gai"


def test_words_by_which_a_procedure_is_called_are_no_place_at_the_end():
    actions.put("procedure", "1.000001", title="Đăng ký quy hoạch thống nhất")

    assert mentions.mentioned("đăng ký quy hoạch thống nhất") is None
    assert mentions.mentioned("đăng ký quy hoạch ở Thống Nhất").rest == "đăng ký quy hoạch"


def test_a_place_does_not_spoil_the_ranking():
    actions.put("procedure", "1.000001", title="Đăng ký khai sinh")
    actions.put("procedure", "1.000002", title="Bình chọn đơn vị thống nhất ở cơ sở")

    hits = queries.find("khai sinh ở xã Thống Nhất", "procedure")

    assert [hit.key for hit in hits] == ["1.000001"]
    assert hits[0].is_by_name


@pytest.mark.parametrize("hostile", ["\x00", "'; drop table", "ở " * 500, "'hon' gai' & !"])
def test_anything_may_be_asked(hostile):
    assert isinstance(mentions.without_places(hostile), str)
