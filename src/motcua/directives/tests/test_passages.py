"""Into which passages does a pasted text fall, and what of hostile text?"""

import pytest

from motcua.directives import passages

PASTED_FROM_PDF = """I. NHIỆM VỤ
1. Sở Xây dựng rà soát các
tuyến đường xuống cấp; báo cáo
trước ngày 30 tháng 11.
a) Lập danh sách;
b) Ước tính kinh phí.
- Ưu tiên đường đến trường.
2.1. Sở Tài chính
bố trí vốn."""


def test_lines_that_a_page_broke_are_joined():
    assert passages.split(PASTED_FROM_PDF) == [
        "I. NHIỆM VỤ",
        "1. Sở Xây dựng rà soát các tuyến đường xuống cấp; báo cáo trước ngày 30 tháng 11.",
        "a) Lập danh sách;",
        "b) Ước tính kinh phí.",
        "- Ưu tiên đường đến trường.",
        "2.1. Sở Tài chính bố trí vốn.",
    ]


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\r\r", "\n \t \n"])
def test_an_empty_line_ends_a_passage(end):
    assert passages.split(f"Một đoạn{end}đoạn khác") == ["Một đoạn", "đoạn khác"]


def test_what_cannot_be_seen_is_gone():
    assert passages.split("Giao\u202e Sở\x00 Xây\u200b dựng\ufeff") == ["Giao Sở Xây dựng"]


def test_a_text_in_decomposed_letters_is_composed():
    assert passages.split("Giao So\u031b\u0309") == ["Giao Sở"]


def test_words_stay_as_they_were_written():
    said = "1. Giao <script>alert(1)</script> {{ 7*7 }} & “Sở”."

    assert passages.split(said) == [said]


def test_nothing_is_no_passage():
    assert passages.split(" \n\t\r\n") == []


def test_a_megabyte_is_split_at_once():
    text = "1. Giao Sở Xây dựng rà soát.\n" * 36_000

    assert len(passages.split(text)) == 36_000


@pytest.mark.parametrize(
    ("passage", "mark"),
    [("2.1. Giao Sở", "2.1."), ("a) Lập", "a)"), ("- Ưu tiên", ""), ("Giao Sở", ""), ("", "")],
)
def test_a_passage_is_named_by_its_mark(passage, mark):
    assert passages.mark_of(passage) == mark


def test_a_title_is_cut_at_a_word():
    title = passages.titled("1. " + "rà soát tuyến đường " * 20)

    assert len(title) <= passages.TITLE_LENGTH + 1
    assert title.startswith("rà soát")
    assert title.endswith("…")
