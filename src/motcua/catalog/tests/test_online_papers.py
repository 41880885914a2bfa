"""Who applies online is asked for what the record wants of them, in doubt for more."""

import pytest

from motcua.catalog.models import Component
from motcua.catalog.online_papers import Need, need


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("", Need.ASKED),
        ("Nộp trực tuyến", Need.ASKED),
        ("Nộp trực tiếp hoặc gửi qua bưu chính", Need.ELSEWHERE),
        ("Khi bạn đến làm thủ tục trực tiếp", Need.ELSEWHERE),
        ("Khi gửi hồ sơ qua bưu chính.", Need.ELSEWHERE),
        (
            "nếu người có yêu cầu lựa chọn nộp hồ sơ theo hình thức trực tiếp",
            Need.ELSEWHERE,
        ),
        ("Nộp trực tiếp hoặc trực tuyến", Need.IN_SOME_CASES),
        ("Người yêu cầu là cá nhân, nộp trực tiếp", Need.IN_SOME_CASES),
        ("Ủy quyền cho đơn vị bưu chính công ích; nhân viên bưu chính nộp", Need.IN_SOME_CASES),
        ("Trẻ em bị bỏ rơi", Need.IN_SOME_CASES),
        ("Nếu có", Need.IN_SOME_CASES),
    ],
)
def test_only_what_the_record_says_in_so_many_words_is_not_asked_for(condition, told):
    assert need(Component(name="Tờ khai", condition=condition), has_form=True) is told


@pytest.mark.parametrize(("has_form", "told"), [(True, Need.FILLED_IN), (False, Need.ASKED)])
def test_the_form_of_the_portal_is_no_paper_where_the_portal_asks_it(has_form, told):
    paper = Component(
        name="Mẫu hộ tịch điện tử tương tác đăng ký khai sinh", condition="Nộp trực tuyến"
    )
    assert need(paper, has_form=has_form) is told
