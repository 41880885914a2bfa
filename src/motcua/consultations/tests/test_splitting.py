"""Which articles does a pasted text have?"""

import unicodedata

import pytest

from motcua.consultations import exceptions, splitting

from .stories import DRAFT

SCHEME = """PHẦN THỨ NHẤT. SỰ CẦN THIẾT
I. Căn cứ
Nghị quyết của Hội đồng nhân dân.
II. Thực trạng
Ba trạm đã xuống cấp.
PHẦN THỨ HAI. NỘI DUNG
I. Mục tiêu
Đến năm 2028.
"""


def test_chapters_hold_articles():
    found = splitting.split(DRAFT)

    assert [(each.chapter, each.name) for each in found] == [
        ("Chương I. QUY ĐỊNH CHUNG", "Điều 1. Phạm vi điều chỉnh"),
        ("Chương I. QUY ĐỊNH CHUNG", "Điều 2. Đối tượng áp dụng"),
        ("Chương II. TỔ CHỨC THỰC HIỆN", "Điều 3. Hiệu lực"),
    ]
    assert found[1].text == "1. Người dân cư trú trên địa bàn.\n2. Hộ kinh doanh."


def test_what_stands_before_the_first_article_is_a_piece_too():
    found = splitting.split("Căn cứ Luật Tổ chức chính quyền địa phương;\n" + DRAFT)

    assert found[0].name == "Phần mở đầu"
    assert found[0].number == ""
    assert "Căn cứ Luật" in found[0].text


def test_sections_stand_in_their_chapter():
    found = splitting.split(
        "Chương I\nCHUNG\nMục 1. MỘT\nĐiều 1. A\nMục 2\nHAI\nĐiều 2. B\nĐiều 2a. C"
    )

    assert [each.chapter for each in found] == [
        "Chương I. CHUNG – Mục 1. MỘT",
        "Chương I. CHUNG – Mục 2. HAI",
        "Chương I. CHUNG – Mục 2. HAI",
    ]
    assert found[2].number == "Điều 2a"


def test_articles_are_found_in_decomposed_letters_and_odd_blanks():
    text = unicodedata.normalize("NFD", "  Điều\u00a01 .  Tên\nNội dung")

    assert splitting.split(text)[0].name == "Điều 1. Tên"


def test_an_amended_law_in_quotation_marks_is_no_article():
    found = splitting.split("Điều 1. Sửa đổi\n“Điều 5. Cũ\nNội dung”\nĐiều 2. Hiệu lực")

    assert [each.number for each in found] == ["Điều 1", "Điều 2"]
    assert "“Điều 5. Cũ" in found[0].text


def test_a_reference_inside_a_sentence_is_no_article():
    found = splitting.split("Điều 1. Tên\nTheo quy định tại\nkhoản 2 Điều 5 của Luật này.")

    assert len(found) == 1


def test_a_scheme_falls_into_its_parts():
    found = splitting.split(SCHEME)

    assert [(each.chapter, each.name) for each in found] == [
        ("PHẦN THỨ NHẤT. SỰ CẦN THIẾT", "I. Căn cứ"),
        ("PHẦN THỨ NHẤT. SỰ CẦN THIẾT", "II. Thực trạng"),
        ("PHẦN THỨ HAI. NỘI DUNG", "I. Mục tiêu"),
    ]


@pytest.mark.parametrize("text", ["", "Một đoạn văn không có điều nào.", "Điều kiện cần có"])
def test_what_cannot_be_split_says_so(text):
    with pytest.raises(exceptions.NothingToSplit):
        splitting.split(text)


def test_a_thousand_articles_are_a_mistake():
    with pytest.raises(exceptions.NothingToSplit):
        splitting.split("\n".join(f"Điều {number}. Tên" for number in range(1, 1_001)))


@pytest.mark.parametrize("text", [DRAFT, SCHEME])
def test_what_is_joined_splits_into_the_same(text):
    pieces = splitting.split(text)

    assert splitting.split(splitting.joined(pieces)) == pieces


def test_a_long_heading_overflows_into_the_text():
    found = splitting.split("Điều 1. " + "rất dài " * 100)

    assert len(found[0].heading) <= splitting.LONGEST_HEADING
    assert found[0].text
