"""Rows of the glued table of channels that the twelve samples do not have: nothing is lost."""

import pytest

from motcua.catalog.importing import channels, conditions, papers
from motcua.catalog.importing.remarks import Remarks
from motcua.catalog.templatetags import catalog

HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"
NEXT = "Trực tuyến3 Ngày làm việcMiễn phí"


def read(words):
    remarks = Remarks()
    rows = channels.read(HEAD + words, remarks.on("field"))
    told = [{key: value for key, value in row.items() if value not in (None, "")} for row in rows]
    return told, [remark.why for remark in remarks]


AFTER = {"kind": "online", "limit_value": 3, "limit_unit": "working_day"} | {
    "fee_amount": 0,
    "fee_text": "Miễn phí",
}


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        ("Ngay sau khi nhận hồ sơ", {"limit_note": "Ngay sau khi nhận hồ sơ"}),
        ("Trong ngày", {"limit_unit": "same_day"}),
        (
            "05 ngày làm việc hoặc 10 ngày nếu phải xác minh",
            {"limit_note": "05 ngày làm việc hoặc 10 ngày nếu phải xác minh"},
        ),
        (
            "3 Ngày làm việc (kể từ ngày nhận đủ hồ sơ)",
            {
                "limit_value": 3,
                "limit_unit": "working_day",
                "limit_note": "kể từ ngày nhận đủ hồ sơ",
            },
        ),
    ],
)
def test_a_time_in_words_costs_no_row_and_no_fee(said, limit):
    told, _whys = read(f"Trực tiếp{said}Lệ phí : 50.000 ĐồngNộp tại xã{NEXT}")

    fee = {"fee_amount": 50_000, "fee_text": "Lệ phí: 50.000 đồng", "description": "Nộp tại xã"}
    assert told == [{"kind": "direct"} | limit | fee, AFTER]


@pytest.mark.parametrize(
    ("said", "amount", "words"),
    [
        ("8.000 đồng/bản sao", None, "8.000 đồng/bản sao"),
        ("50.000 đồng/hồ sơ", 50_000, "50.000 đồng/hồ sơ"),
        ("Lệ phí : 50.000 Đồng (Theo Nghị quyết)", None, "Lệ phí: 50.000 đồng. Theo Nghị quyết"),
        ("Miễn phí/ 50.000đ (nếu cấp lại)", None, "Miễn phí; 50.000 đồng. Nếu cấp lại"),
        ("2.000.000đPhí : 3.000.000đ", None, "2.000.000 đồng; Phí: 3.000.000 đồng"),
        ("Phí : Từ 100.000 đến 500.000 Đồng", None, "Phí : Từ 100.000 đến 500.000 Đồng"),
        ("2% giá trị hợp đồng", None, "2% giá trị hợp đồng"),
        ("150 nghìn đồng/hồ sơ", None, "150 nghìn đồng/hồ sơ"),
        ("300 000 VNĐ", None, "300 000 VNĐ"),
        ("Không thu phí", None, "Không thu phí"),
        ("Theo quy định của HĐND", None, "Theo quy định của HĐND"),
    ],
)
def test_what_the_column_of_fees_says_stays_in_it(said, amount, words):
    told, whys = read(f"Trực tiếp5 Ngày{said}Nộp tại xã{NEXT}")

    row = {"kind": "direct", "limit_value": 5, "limit_unit": "day", "description": "Nộp tại xã"}
    fee = {"fee_text": words} | ({} if amount is None else {"fee_amount": amount})
    assert told == [row | fee, AFTER]
    assert bool(whys) == (amount is None)


def test_words_that_speak_of_no_money_are_told():
    told, whys = read(f"Trực tiếp5 Ngàytheo thỏa thuận{NEXT}")

    assert told[0]["description"] == "theo thỏa thuận"
    assert len(whys) == 1


def test_a_way_that_is_named_in_a_description_begins_no_row():
    told, _whys = read(f"Trực tiếp1 NgàyMiễn phíNếu nộp Trực tuyến 3 ngày trước{NEXT}")

    assert told[0]["description"] == "Nếu nộp Trực tuyến 3 ngày trước"
    assert told[1:] == [AFTER]


def test_what_stands_before_the_first_row_is_kept():
    told, whys = read(f"Nộp theo giờ hành chính.{NEXT}")

    assert told == [{"description": "Nộp theo giờ hành chính."}, AFTER]
    assert whys == [channels.UNKNOWN]


def test_a_long_list_stands_under_the_words_that_announce_it():
    announced = "Một trong những giấy tờ hợp pháp về đất đai, bao gồm"
    items = [f"+ Giấy chứng nhận loại {n} theo quy định của pháp luật về đất đai" for n in range(9)]

    told = conditions.apart(f"{announced}: {' '.join(items)}")

    assert (told.name, told.note.split("\n")) == (announced, items)


def test_a_dash_that_joins_words_begins_no_item():
    tail = "+ Giấy tờ về di tích lịch sử - văn hóa " + "theo quy định " * 20
    told = conditions.apart(f"Một trong các giấy tờ hợp pháp sau: {tail}".strip())

    assert "\n" not in told.note
    assert catalog.spelled_out(told.note).startswith('<ul class="under"><li')


@pytest.mark.parametrize("count", ["1 bản chính", "Bản chính: 1Bản sao: 0"])
def test_a_line_that_ends_with_a_count_is_a_row(count):
    words = f"Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đề nghị{count}\n- Hộ chiếu còn hạn{count}"

    ((case,), notes) = papers.read(words, Remarks().on("field"))

    assert [paper["name"] for paper in case["components"]] == ["Đơn đề nghị", "Hộ chiếu còn hạn"]
    assert notes == []
