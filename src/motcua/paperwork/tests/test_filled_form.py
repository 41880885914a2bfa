"""Is a filled form readable by people and software, whatever was typed into it?"""

import pypdfium2 as pdfium
import pytest

from motcua.paperwork.filled_forms import FilledForm, Line, Part, Signer
from motcua.paperwork.typesetting import typeset

from .pages import fonts_of, is_tagged, text_of

A4 = (595.3, 841.9)  # 210 x 297 mm in points


@pytest.fixture
def form() -> FilledForm:
    return FilledForm(
        code="H49.61-261119-0037",
        title="TỜ KHAI ĐĂNG KÝ KHAI SINH",
        notice="Mẫu làm việc của bản trình diễn.",
        organization="Ủy ban nhân dân phường Hồng Gai",
        procedure="Đăng ký khai sinh (mã 1.001193, phiên bản 1)",
        parts=[
            Part(
                title="Người yêu cầu",
                lines=[Line(label="Họ tên", text="Trần Thị Bình"), Line(label="Số nhà", text="")],
            )
        ],
        signers=[Signer(role="NGƯỜI YÊU CẦU", name="Trần Thị Bình")],
        made_at="2026-11-19T00:52:00+00:00",
    )


def with_answer(form, text):
    return {**form, "parts": [Part(title="Phần", lines=[Line(label="Câu", text=text)])]}


@pytest.mark.parametrize(
    "words",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập – Tự do – Hạnh phúc",
        "TỜ KHAI ĐĂNG KÝ KHAI SINH",
        "Mẫu làm việc của bản trình diễn.",
        "Kính gửi: Ủy ban nhân dân phường Hồng Gai",
        "Họ tên: Trần Thị Bình",
        "ngày 19 tháng 11 năm 2026",
        "NGƯỜI YÊU CẦU (Ký và ghi rõ họ tên) Trần Thị Bình",
    ],
)
def test_it_says(form, words):
    assert words in text_of(typeset("form", form))


def test_it_is_tagged_titled_and_set_in_our_fonts(form):
    pdf = typeset("form", form)

    assert is_tagged(pdf)
    assert b"/Lang(vi-VN)" in pdf
    assert pdfium.PdfDocument(pdf)[0].get_size() == pytest.approx(A4, abs=0.1)
    assert all("LiberationSerif" in name for name in fonts_of(pdf))


def test_what_is_not_answered_has_a_dotted_line(form):
    text = text_of(typeset("form", form))

    assert "Số nhà: ....................." in text


def test_a_draft_says_so(form):
    assert "Bản nháp, chưa nộp" in text_of(typeset("form", {**form, "is_draft": True}))


NAME = ("Nguyễn Thị Minh Nguyệt Quỳnh Hương " * 9)[:300].strip()


@pytest.mark.parametrize(
    "text", [NAME, "<script>alert(1)</script>", '#panic("x") *đậm* $x$ @n', "= Đề mục", "- một"]
)
def test_an_answer_is_printed_as_it_is(form, text):
    assert text in text_of(typeset("form", with_answer(form, text)))


def test_several_lines_stay_several_lines(form):
    assert "Một Hai" in text_of(typeset("form", with_answer(form, "Một\nHai")))


def test_a_sign_that_turns_text_around_is_not_printed(form):
    assert "An Bình" in text_of(typeset("form", with_answer(form, "An\u202e Bình")))


def test_an_answer_is_found_as_it_was_typed(form):
    words = "Hoàng Thị Nhài, tổ 3, khu 5, phường Bãi Cháy"

    assert words in text_of(typeset("form", with_answer(form, words)))


def test_a_question_mark_is_its_own_stop(form):
    form["parts"] = [Part(title="Cha", lines=[Line(label="Có khai không?", text="Có")])]

    assert "Có khai không? Có" in text_of(typeset("form", form))


def test_a_word_without_end_stays_on_the_page(form):
    pdf = typeset("form", with_answer(form, "x" * 400))

    text_page = pdfium.PdfDocument(pdf)[0].get_textpage()
    right = max(text_page.get_charbox(at)[2] for at in range(text_page.count_chars()))
    assert right < A4[0] - 40
    assert text_of(pdf).count("x") == 400


def test_a_group_goes_on_over_pages_with_every_entry(form):
    entries = [
        Part(
            title=f"Thành viên thứ {n}",
            is_entry=True,
            lines=[Line(label=f"Câu {c}", text=f"Đáp {n}.{c}") for c in range(8)],
        )
        for n in range(1, 21)
    ]
    pdf = typeset("form", {**form, "parts": entries})
    text = text_of(pdf)

    assert len(pdfium.PdfDocument(pdf)) > 2
    assert all(f"Đáp {n}.{c}" in text for n in range(1, 21) for c in range(8))
    assert "Trang 2 trên" in text


def test_several_sign_beside_each_other(form):
    two = [Signer(role="BÊN NỮ"), Signer(role="BÊN NAM")]

    text = text_of(typeset("form", {**form, "signers": two}))

    assert "BÊN NỮ" in text
    assert "BÊN NAM" in text


def test_the_same_answers_give_the_same_bytes(form):
    assert typeset("form", form) == typeset("form", form)
