"""When is a question too broad, and what tells apart what it may mean?"""

import pytest

from motcua.search import actions
from motcua.search.kinds import Findable
from motcua.search.queries import find
from motcua.search.siblings import told_apart

ALIKE = {
    "1.000005": "Thủ tục đăng ký kết hôn tại xã",
    "1.000006": "Thủ tục đăng ký kết hôn lưu động",
    "1.000007": "Thủ tục đăng ký kết hôn có yếu tố nước ngoài",
    "1.000008": "Cấp giấy phép bán lẻ rượu",
}


@pytest.fixture
def alike(db):
    actions.put_all("procedure", [Findable(key, title) for key, title in ALIKE.items()])


def said(question):
    return [sibling.words for sibling in told_apart(find(question))]


def test_a_broad_question_is_answered_by_what_tells_siblings_apart(alike):
    assert sorted(said("kết hôn")) == ["Có yếu tố nước ngoài", "Lưu động", "Tại xã"]


def test_who_says_which_one_is_not_asked_back(alike):
    assert said("đăng ký kết hôn lưu động") == []
    assert said("giấy phép bán lẻ rượu") == []
