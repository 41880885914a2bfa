"""How is a title written before the office that it is of?"""

import pytest

from motcua.organizations.templatetags.offices import before


@pytest.mark.parametrize(
    ("title", "name", "written"),
    [
        ("Trưởng Ban", "Ban Tổ chức Thành ủy", "Trưởng"),
        ("Trưởng ban", "Ban Quản lý Khu kinh tế", "Trưởng"),
        ("Chánh Văn phòng", "Văn phòng Thành ủy", "Chánh"),
        ("Chánh Văn phòng", "Sở Nội vụ", "Chánh Văn phòng"),
        ("Giám đốc", "Sở Nội vụ", "Giám đốc"),
        ("Ban", "Ban Quản lý", "Ban"),
    ],
)
def test_a_title_does_not_say_again_how_the_name_begins(title, name, written):
    assert before(title, name) == written
