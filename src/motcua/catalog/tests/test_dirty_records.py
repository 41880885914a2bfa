"""Other spellings of what records say: understood where they leave no doubt, else told and kept."""

import gzip
import json
import os

import pytest
from django.core.management import call_command

from motcua.catalog.importing import cases, channels, headings, money, papers, reading, translating
from motcua.catalog.importing.remarks import ODD_ROW, STRANGE, Remarks
from motcua.catalog.models import Procedure
from motcua.catalog.tests.raw import raw

TABLE = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"


def listed(**row):
    remarks = Remarks()
    (channel,) = channels.read([row], remarks.on("field"))
    return channel, [remark.why for remark in remarks]


@pytest.mark.parametrize(
    ("called", "kind"),
    [
        ("Nộp trực tuyến", "online"),
        ("TRỰC TIẾP", "direct"),
        ("Qua dịch vụ bưu chính công ích", "post"),
        ("Trực tiếp hoặc trực tuyến", None),
        ("Tại nhà", None),
    ],
)
def test_a_way_to_apply_is_known_by_its_words_or_kept_as_words(called, kind):
    channel, whys = listed(hinh_thuc_nop=called, thoi_han="1 Ngày")
    assert channel.get("kind") == kind
    assert (channel["description"], whys) == (("", []) if kind else (called, [channels.ODD_KIND]))


@pytest.mark.parametrize(
    ("said", "value", "unit", "note"),
    [
        ("02 (hai) ngày làm việc", 2, "working_day", ""),
        ("3 ngày kể từ ngày nhận", 3, "day", "kể từ ngày nhận"),
        ("Ngay trong ngày làm việc", None, "same_day", ""),
        ("15-20 ngày", None, None, "15-20 ngày"),
        ("24h", None, None, "24h"),
        ("không quá 5 ngày", None, None, "không quá 5 ngày"),
        ("3 ngày; hồ sơ khó 5 ngày", None, None, "3 ngày; hồ sơ khó 5 ngày"),
    ],
)
def test_a_limit_in_doubt_stays_in_words(said, value, unit, note):
    channel, whys = listed(thoi_han=said)
    told = [channel.get(key) or None for key in ("limit_value", "limit_unit", "limit_note")]
    assert told == [value, unit, note or None]
    assert whys == ([] if unit else [channels.ODD_LIMIT])


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("8.000đ", 8_000),
        ("Lệ phí: 50.000 đồng", 50_000),
        ("8.000 đ/bản", None),
        ("từ 8.000 đồng đến 20.000 đồng", None),
        ("15.000 VNĐ(Năm mươi nghìn đồng)", None),
        ("10.000 VNĐ(người nước ngoài 1 triệu)", None),
        ("Phí : 50,000 Đồng(a)Lệ phí : 20,000 Đồng(b)", None),
        ("tám nghìn đồng", None),
        ("8000", None),
    ],
)
def test_a_fee_without_an_amount_says_why(said, amount):
    channel, whys = listed(phi_le_phi=said)
    assert channel["fee_amount"] == amount
    assert bool(whys) is (amount is None)
    assert channel["fee_text"]


def test_a_labeled_fee_that_names_no_amount_is_told():
    remarks = Remarks()
    fee, rest = money.read("Phí : Đồng (Theo Thông tư)", remarks.on("field"))
    assert (fee, rest) == ((None, "Phí : Đồng (Theo Thông tư)"), "")
    assert [remark.why for remark in remarks] == [money.DOUBT]


def test_a_whole_row_keeps_what_is_no_number_as_words():
    row = {"thoi_han": 0, "don_vi": "tuần", "so_tien": "8000", "phi_le_phi": "8.000 đồng"}
    channel, whys = listed(**row)
    assert (channel["limit_note"], channel["limit_value"], channel["fee_amount"]) == (
        "0 tuần",
        None,
        None,
    )
    assert whys == [channels.ODD_AMOUNT, channels.ODD_LIMIT]


@pytest.mark.parametrize(
    ("value", "names", "why"),
    [
        (f"{TABLE}Đơn không ghi số lượng", ["Đơn không ghi số lượng"], papers.NO_COUNT),
        (f"{TABLE}Đơn1 bản chínhẢnh", ["Đơn", "Ảnh"], papers.NO_COUNT),
        (f"A:{TABLE}B:{TABLE}Đơn1 bản chính", ["Đơn"], cases.NO_PAPERS),
        ([{"truong_hop": "A", "giay_to": ["Đơn"]}, {"ten": "Ảnh"}], ["Đơn", "Ảnh"], None),
        ([{"ten_giay_to": "Đơn", "mau": "M1"}], ["Đơn"], STRANGE),
        ([{"ten_giay_to": "Đơn", "ban_sao": "hai"}], ["Đơn"], papers.ODD_COUNT),
        ([{"ghi_chu": "Ghi"}], [], ODD_ROW),
    ],
)
def test_no_paper_is_lost_without_a_word(value, names, why):
    remarks = Remarks()
    found, _notes = papers.read(value, remarks.on("field"))
    assert [paper["name"] for case in found for paper in case["components"]] == names
    assert why is None or why in [remark.why for remark in remarks]


def test_a_number_of_papers_may_begin_with_a_zero():
    (case,), _notes = papers.read(f"{TABLE}Đơn01 bản chính", Remarks().on("field"))
    assert case["components"] == [{"name": "Đơn", "originals": 1, "copies": None}]


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("muc_do_truc_tuyen", "Một phần", headings.NO_REASON),
        ("muc_do_truc_tuyen", "Mức 4", headings.ODD_ONLINE),
        ("khong_co", "Phí", headings.ODD_NONE),
        ("so_bo_ho_so", "500", translating.ODD_SETS),
        ("detail_url", "javascript:alert(1)", translating.ODD_ADDRESS),
        ("ngay_hieu_luc", "32/13/2026", "không phải một ngày có thật, không nhận"),
        ("thu_tuc_thay_the", "1.000002", translating.NO_END),
        ("le_phi", "8.000 đồng", STRANGE),
    ],
)
def test_what_is_not_taken_is_told(field, value, why):
    _record, remarks = translating.understand(raw(**{field: value}))
    assert why in [remark.why for remark in remarks]


def test_tiers_are_found_among_other_words():
    note = Remarks().on("field")
    assert headings.levels("UBND cấp xã; Cấp Tỉnh/Cấp Bộ", note) == [
        "commune",
        "province",
        "ministry",
    ]


# --- Files ---------------------------------------------------------------------------------------


def put(folder, name, content):
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def read(folder):
    found = [one for file in reading.files(folder) for one in reading.records(file)]
    return [one for one in found if not one.trouble], [one.where for one in found if one.trouble]


def test_what_stands_before_a_break_is_read(tmp_path):
    one = json.dumps(raw())
    put(tmp_path, "a.json", f"[{one},{one},{one[:99]}")
    put(tmp_path, "b.json", f"[{one},")
    put(tmp_path, "c.jsonl", f"{one}\nbroken\n{one}\n")
    put(tmp_path, "d.json.gz", gzip.compress(f"\ufeff[{one}]".encode()))
    put(tmp_path, "e.json.gz", b"no gzip")
    found, troubles = read(tmp_path)
    assert [one.where for one in found] == [
        "a.json[0]",
        "a.json[1]",
        "b.json[0]",
        "c.jsonl",
        "c.jsonl:3",
        "d.json.gz[0]",
    ]
    assert troubles == ["a.json[2]", "b.json[1]", "c.jsonl:2", "e.json.gz"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_mark_at_the_beginning_tells_the_encoding(tmp_path, encoding):
    put(tmp_path, "a.json", json.dumps([raw()], ensure_ascii=False).encode(encoding))

    found, troubles = read(tmp_path)

    assert ([one.raw for one in found], troubles) == ([raw()], [])


def test_what_is_no_text_is_told_in_one_language(tmp_path):
    put(tmp_path, "a.json", json.dumps(raw(), ensure_ascii=False).encode()[:-1] + b"\xed\xa0")
    put(tmp_path, "b.json", b'{"ma_thu_tuc": ')
    put(tmp_path, "c.json.gz", gzip.compress(json.dumps(raw()).encode())[:-20])

    told = [one.trouble for file in reading.files(tmp_path) for one in reading.records(file)]

    assert told == [
        "không đọc được: có byte không phải chữ UTF-8, hãy lưu lại tệp bằng UTF-8",
        "không phải JSON, sai ở ký tự thứ 16 của bản ghi",
        "không đọc được: tệp nén bị cắt cụt",
    ]


def test_what_is_no_file_is_told_and_waited_for_by_nobody(tmp_path):
    (tmp_path / "broken.json").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "folder.json").mkdir()
    assert read(tmp_path) == ([], ["broken.json", "pipe.json"])


def test_a_file_is_read_in_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "PIECE", 7)
    put(tmp_path, "a.json", json.dumps([raw(), raw(ten_thu_tuc="Đăng ký")], ensure_ascii=False))
    found, troubles = read(tmp_path)
    assert [one.raw["ten_thu_tuc"] for one in found] == [raw()["ten_thu_tuc"], "Đăng ký"]
    assert troubles == []


@pytest.mark.django_db
def test_what_the_database_cannot_keep_stops_no_other_record(tmp_path, capsys):
    too_many = [{"ten_giay_to": "Đơn"}] * 33_000  # places are small numbers
    rows = [raw(), raw(ma_thu_tuc="1.000002", thanh_phan_ho_so=too_many)]
    put(tmp_path, "a.json", json.dumps([*rows, raw(ma_thu_tuc="1.000003")]))
    put(tmp_path, "b.json", json.dumps(raw(ma_thu_tuc="1.000004", mo_ta=_nested(400))))
    call_command("import_procedures", tmp_path, workers=1)
    said = capsys.readouterr()
    assert "2 thủ tục mới" in said.out
    assert "a.json[1]: cơ sở dữ liệu không giữ được" in said.err
    assert "b.json: lồng quá nhiều lớp" in said.err
    assert set(Procedure.objects.values_list("code", flat=True)) == {"1.001193", "1.000003"}


def _nested(depth):
    value = []
    for _level in range(depth):
        value = [value]
    return value
