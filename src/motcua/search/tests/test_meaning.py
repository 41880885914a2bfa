"""What is meant by an everyday sentence among procedures that are called nearly alike?"""

import pytest

from motcua.search import actions
from motcua.search.kinds import Findable
from motcua.search.queries import find

SIBLINGS = {
    "1.000001": "Cấp giấy phép lái xe",
    "1.000002": "Cấp lại giấy phép lái xe",
    "1.000003": "Thu hồi giấy phép lái xe",
    "1.000004": "Đổi giấy phép lái xe",
    "1.000005": "Thủ tục đăng ký khai sinh",
    "1.000006": "Thủ tục đăng ký khai sinh lưu động",
    "1.000007": "Thủ tục đăng ký khai sinh có yếu tố nước ngoài",
    "1.000008": "Thủ tục đăng ký khai tử",
    "1.000009": "Đăng ký biến động chuyển nhượng quyền sử dụng đất",
}


@pytest.fixture
def siblings(db):
    actions.load_synonyms()
    actions.put_all("procedure", [Findable(key, title) for key, title in SIBLINGS.items()])


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("GPLX", "1.000001"),
        ("em làm mất bằng lái xe giờ phải làm sao ạ", "1.000002"),
        ("thu hồi bằng lái", "1.000003"),
        ("vợ em mới sinh, cần làm giấy tờ gì ở phường", "1.000005"),
        ("khai sinh lưu động", "1.000006"),
        ("khai sinh cho con có bố là người Hàn Quốc", "1.000007"),
        ("bố tôi vừa mất cần làm giấy tờ gì", "1.000008"),
        ("giaays phesp lasi xe", "1.000001"),
        ("mua đất xong làm thủ tục sang tên sổ đỏ", "1.000009"),
    ],
)
def test_of_siblings_the_one_that_is_meant_comes_first(siblings, question, meant):
    assert find(question)[0].key == meant


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("bằng lái rách nát", "1.000004"),
        ("bị tước bằng lái", "1.000003"),
        ("bằng lái tìm không thấy", "1.000002"),
        ("bang lai bi tuoc", "1.000003"),
    ],
)
def test_everyday_words_ask_for_a_special_case(siblings, question, meant):
    keys = [hit.key for hit in find(question)]

    assert keys.index(meant) < keys.index("1.000001")


def test_words_that_only_tell_do_not_lead_away(siblings):
    actions.put("procedure", "1.000010", title="Thủ tục đăng ký nhận cha, mẹ, con")

    hits = find("mẹ con tôi hôm qua đi sang tên sổ đỏ")

    assert hits[0].key == "1.000009"


def test_words_scattered_in_a_body_do_not_drive_out_what_is_meant(siblings):
    actions.put("procedure", "1.000011", title="Đăng ký cư trú", body="Họ nào đổi nhà cho con ở.")
    actions.put("procedure", "1.000012", title="Thay đổi, cải chính thông tin hộ tịch")

    assert find("đổi họ cho con", "procedure")[0].key == "1.000012"


def test_a_name_with_other_marks_throughout_is_another_name(siblings):
    actions.put("procedure", "1.000013", title="Mai táng đối với hộ")

    assert find("tặng đội hồ")[0].is_loose


def test_a_pause_is_no_end(siblings):
    actions.put("procedure", "1.000014", title="Chấm dứt hoạt động hộ kinh doanh")
    actions.put("procedure", "1.000015", title="Tạm ngừng kinh doanh của hộ kinh doanh")

    assert find("tạm đóng cửa quán vài tháng")[0].key == "1.000015"


def test_among_equals_the_nearer_one_comes_first(db):
    actions.put_all(
        "procedure",
        [
            Findable("1.000001", "Xác nhận thông tin hộ tịch", nearness=0),
            Findable("1.000002", "Xác nhận thông tin cư trú", nearness=4),
        ],
    )

    assert [hit.key for hit in find("xác nhận thông tin")] == ["1.000002", "1.000001"]
