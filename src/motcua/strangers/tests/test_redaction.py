"""What looks personal, however it is written, and what does not?"""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.strangers.personal_patterns import Kind
from motcua.strangers.redaction import (
    Known,
    certain,
    pieces,
    redacted,
    spans,
)

ASKER = Known(
    name="Vũ Đức Thịnh",
    phone="0912 345 678",
    email="thinh.vu@example.vn",
    address="Số nhà 12, tổ 5, khu 3, phường Hồng Gai, tỉnh Quảng Ninh",
    personal_number="022095001234",
)


def found(text, known=ASKER):
    return [(span.kind, text[span.start : span.end]) for span in spans(text, known)]


@pytest.mark.parametrize(
    "number",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "0912-345-678",
        "091 234 5678",
        "+84 912 345 678",
        "+84912345678",
        "84912345678",
        "(+84) 912 345 678",
        "0084 912 345 678",
        "(0203) 3825 678",
        "0203.3825.678",
        "02033825678",
        "O912 345 678",
        "0912\u00a0345\u00a0678",
    ],
)
def test_a_phone(number):
    assert found(f"Xin gọi {number}, cảm ơn.", Known()) == [(Kind.PHONE, number)]


@pytest.mark.parametrize(
    "number",
    [
        "022095001234",
        "022 095 001 234",
        "0220 9500 1234",
        "022.095.001.234",
        "022-095-001-234",
        "100123456",
        "100 123 456",
    ],
)
def test_a_personal_number(number):
    assert found(f"Số của tôi {number}.", Known()) == [(Kind.PERSONAL_NUMBER, number)]


@pytest.mark.parametrize(
    "says", ["CMND", "CCCD số", "căn cước công dân:", "số định danh cá nhân là"]
)
def test_nine_digits_with_dots_only_where_a_card_is_named(says):
    assert found(f"Có {says} 100.123.456", Known()) == [(Kind.PERSONAL_NUMBER, "100.123.456")]
    assert found("Thu 100.123.456 đồng và 100.123.456đ", Known()) == []


@pytest.mark.parametrize(
    "address",
    [
        "an@example.vn",
        "an.nguyen-1979@mail.example.com.vn",
        "AN@EXAMPLE.VN",
        "an (at) example.vn",
        "an@example . vn",
    ],
)
def test_an_email(address):
    assert found(f"Gửi về {address} giúp tôi", Known()) == [(Kind.EMAIL, address)]


@pytest.mark.parametrize(
    "address",
    [
        "số nhà 12, tổ 5, khu 3",
        "nhà số 7A ngõ 15/2",
        "số 15 đường Trần Phú",
        "Số 15, đường Trần Phú",
        "tổ dân phố số 4",
        "tổ 12, thôn Bằng Cả",
        "ngách 12/34",
        "xóm Mới",
        "bản Khe Càn",
        "khu phố 6",
    ],
)
def test_an_address(address):
    assert found(f"Nhà tôi ở {address} bị ngập", Known()) == [(Kind.ADDRESS, address)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ông Nguyễn Văn An đã ký", "Nguyễn Văn An"),
        ("gặp chị Hoa ở quầy", "Hoa"),
        ("Tôi là Trần Thị Bích Ngọc.", "Trần Thị Bích Ngọc"),
        ("Họ và tên: Lê Văn A", "Lê Văn A"),
        ("đồng chí Phạm Minh trả lời", "Phạm Minh"),
        ("con tôi Nguyễn Hoàng Nam chưa khai sinh", "Nguyễn Hoàng Nam"),
    ],
)
def test_a_name(text, name):
    assert found(text, Known()) == [(Kind.NAME, name)]


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("Xe 14A-123.45 đỗ", Kind.PLATE, "14A-123.45"),
        ("xe 29H1-12345", Kind.PLATE, "29H1-12345"),
        ("xe máy 14-B1 234.56", Kind.PLATE, "14-B1 234.56"),
        ("STK 190 3456 7890 12 của tôi", Kind.BANK_ACCOUNT, "190 3456 7890 12"),
        ("số tài khoản Vietcombank: 1012345678", Kind.BANK_ACCOUNT, "1012345678"),
        ("thẻ 9704 1234 5678 9012", Kind.BANK_ACCOUNT, "9704 1234 5678 9012"),
        ("hồ sơ H49.61-261120-0001 của tôi", Kind.DOSSIER_CODE, "H49.61-261120-0001"),
        ("000.00.19.H26-240501-0001", Kind.DOSSIER_CODE, "000.00.19.H26-240501-0001"),
        ("như câu HD-261120-0004", Kind.DOSSIER_CODE, "HD-261120-0004"),
    ],
)
def test_other_things(text, kind, what):
    assert found(text, Known()) == [(kind, what)]


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị định số 61/2018/NĐ-CP ngày 23/04/2018, Điều 15 khoản 2",
        "Thủ tục 1.001193 mức 8.000 đồng; phạt 84.000.000.000 đồng",
        "Đặc khu Cô Tô và đặc khu Vân Đồn có phường không?",
        "Ở Bà Rịa và Bà Nà, năm 2026",
        "Đường Trần Hưng Đạo, trường Lê Hồng Phong, phường Trần Hưng Đạo",
        "Tổ chức, khu vực, bản sao, bản án, đường bộ, phố cổ, đội ngũ",
        "Nộp từ 7:30-11:30 và 13:30-17:00 các ngày 20/11/2026",
        "Luật 64/2025/QH15, Nghị quyết 1679/NQ-UBTVQH15",
        "anh chị em công nhân; ông bà nội",
        "",
    ],
)
def test_what_is_not_personal_stays(text):
    assert found(text, Known()) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vũ Đức Thịnh",
        "VŨ ĐỨC THỊNH",
        "vu duc thinh",
        "Đức Thịnh",
        "Vũ Thịnh",
        "Thịnh",
        "thinh.vu@example.vn",
        "09 12 34 56 78",
        "0.9.1.2.3.4.5.6.7.8",
        "+84912345678",
        "022095001234",
        "02 20 95 00 12 34",
        "SỐ NHÀ 12",
        "so nha 12",
    ],
)
def test_the_askers_own_things_are_found_however_written(text):
    marked = spans(f"xin: {text} nhé", ASKER)

    assert [(span.start, span.end) for span in marked] == [(5, 5 + len(text))]
    assert marked[0].is_own


def test_a_given_name_in_a_place_is_no_person():
    known = Known(name="Nguyễn Thu Hà")

    assert redacted("Hà hỏi: ở Hà Nội và Hạ Hà thế nào?", known) == (
        "[họ tên] hỏi: ở Hà Nội và Hạ Hà thế nào?"
    )


def test_the_public_reading_of_a_whole_letter():
    text = (
        "Kính gửi UBND phường Hồng Gai. Tôi là Vũ Đức Thịnh, CCCD 022 095 001 234, "
        "ở số nhà 12, tổ 5, khu 3, phường Hồng Gai, điện thoại 0912.345.678. "
        "Hồ sơ H49.61-261120-0001 quá hạn, lệ phí 8.000 đồng."
    )

    assert redacted(text, ASKER) == (
        "Kính gửi UBND phường Hồng Gai. Tôi là [họ tên], CCCD [số định danh], "
        "ở [địa chỉ], phường Hồng Gai, điện thoại [số điện thoại]. "
        "Hồ sơ [mã hồ sơ] quá hạn, lệ phí 8.000 đồng."
    )


def test_an_office_may_tell_its_own_number_and_door():
    answer = "Chào ông Vũ Đức Thịnh, gọi 0203 3825 678 hoặc đến số 15 đường Trần Phú."

    assert redacted(answer, ASKER, by_office=True) == (
        "Chào ông [họ tên], gọi 0203 3825 678 hoặc đến số 15 đường Trần Phú."
    )


def test_what_is_certain():
    question = ("Số 0203 3825 678", "Tên tôi là Vũ Đức Thịnh")
    answer = "Đã gọi 0912 345 678; hỏi thêm 0203 3825 678."

    assert certain(question, answer, ASKER) == ["0203 3825 678", "0912 345 678"]


LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("0123456789 .-@/()+\n,:đĐÔơThịnhVũứcTổtổ"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=200,
)


@given(LETTERS)
def test_no_text_is_ever_lost(text):
    marked = spans(text, ASKER)

    assert "".join(piece.text for piece in pieces(text, marked)) == text
    assert all(one.end <= other.start for one, other in pairwise(marked))
    plain = [piece.text for piece in pieces(text, marked) if piece.kind is None]
    public = redacted(text, ASKER)
    at = 0
    for stretch in plain:  # what is not marked stands in the public text, in its order
        at = public.index(stretch, at) + len(stretch)


@given(LETTERS, st.sampled_from(["0912 345 678", "022095001234", "thinh.vu@example.vn"]), LETTERS)
def test_the_askers_numbers_are_found_in_any_text(before, own, after):
    text = f"{before} ; {own} ; {after}"

    assert any(own in text[span.start : span.end] for span in spans(text, ASKER))


def test_a_long_text_is_read_in_a_moment():
    hard = "ông " * 5000 + "0" * 5000 + "a@" * 5000 + "Nguyễn " * 3000 + "tổ 1, " * 3000
    began = time.perf_counter()
    spans(hard, ASKER)

    assert time.perf_counter() - began < 5


def test_a_commune_of_the_askers_address_is_no_secret():
    known = Known(address="phường, xã ví dụ")

    assert spans("Tôi ở phường Bãi Cháy", known) == []
    assert spans("Ở phường Bãi Cháy", Known(address="phường Bãi Cháy, Quảng Ninh")) == []
