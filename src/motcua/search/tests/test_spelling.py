import pytest

from motcua.search import actions, counting, spelling, telex
from motcua.search.queries import find

TITLES = [
    "Đăng ký khai sinh",
    "Đăng ký lại khai sinh",
    "Đăng ký kết hôn",
    "Đăng ký tạm trú",
    "Cấp giấy phép xây dựng nhà ở",
    "Xác nhận tình trạng hôn nhân",
    "Chứng thực bản sao từ bản chính",
    "Thành lập hộ kinh doanh",
    "Đảng viên sinh hoạt hè",
]


@pytest.fixture
def index(db):
    for number, title in enumerate(TITLES):
        actions.put("procedure", str(number), title=title)
    counting.count_words()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khai xinh", "khai sinh"),
        ("khia sinh", "khai sinh"),
        ("ket hom", "kết hôn"),
        ("dang ki ket hom", "đăng ký kết hôn"),
        ("khaisinh", "khai sinh"),
        ("tam chu", "tạm trú"),
        ("giay phep say dung", "giấy phép xây dựng"),
        ("tinh trangj honn nhan", "tình trạng hôn nhân"),
        ("chứng thựt bản xao", "chứng thực bản sao"),
    ],
)
def test_words_close_by_that_stand_side_by_side_are_suggested(index, typed, meant):
    assert spelling.suggestion(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "khai sinh", "zzzz", "🙂", "\x00", "x" * 500, "một hai ba bốn " * 5, "123456789"]
)
def test_what_is_right_or_far_from_everything_gets_no_suggestion(index, typed):
    assert spelling.suggestion(typed) == ""


@pytest.mark.parametrize("typed", ["đảng tạm hôn", "chồng chết làm giấy gì", "chong chet lam giay"])
def test_right_words_and_what_people_say_get_no_help_however_strange_together(index, typed):
    actions.put_synonym("chồng chết", "khai tử")
    actions.put("procedure", "trong", title="Trồng chè, chế biến giấy")
    counting.count_words()

    assert spelling.suggestion(typed) == ""


def test_what_sounds_alike_may_be_meant_by_right_words(index):
    actions.put_synonym("cô chú", "họ hàng")
    counting.count_words()

    assert spelling.suggestion("tạm chú") == "tạm trú"


def test_one_wrong_word_among_right_ones_is_mended(index):
    assert spelling.suggestion("đăng ký kết hôm") == "đăng ký kết hôn"


def test_a_suggestion_gives_results(index):
    assert find(spelling.suggestion("dang ki khai xinh"))


def test_nothing_is_suggested_before_words_were_counted(db):
    actions.put("procedure", "1", title="Đăng ký khai sinh")

    assert spelling.suggestion("khai xinh") == ""


def test_a_new_count_is_seen_by_a_process_that_knows_the_old_one(index):
    assert spelling.suggestion("robocom") == ""

    actions.put("news", "1", title="Robocon")
    counting.count_words()

    assert spelling.suggestion("robocom") == "robocon"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng", "dang"),
        ("kys", "ky"),
        ("giaays", "giay"),
        ("thuws", "thu"),
        ("duwowngf", "duong"),
        ("hoof", "ho"),
        ("d9ang", "dang"),
        ("ky1", "ky"),
    ],
)
def test_what_a_keyboard_left_over_is_read(typed, meant):
    assert telex.decoded(typed) == meant
