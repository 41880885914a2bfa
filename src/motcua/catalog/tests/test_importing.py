"""Raw records of the national database: taken apart, never invented, never a crash."""

import json
from datetime import date
from pathlib import Path

import jsonschema_rs
import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.catalog.exceptions import RecordRefused
from motcua.catalog.importing import (
    channels,
    cleaning,
    laws,
    money,
    papers,
    results,
    storing,
    translating,
)
from motcua.catalog.importing.remarks import Remarks
from motcua.catalog.models import Channel, Component, Procedure, ProcedureVersion
from motcua.catalog.recording import checking
from motcua.catalog.tests.raw import RAW, raw
from motcua.search.models import Entry


def noted(parse, words):
    remarks = Remarks()
    return parse(words, remarks.on("field")), [remark.why for remark in remarks]


# --- Channels and money -------------------------------------------------------------------------


def test_channels_that_are_glued_together_are_told_apart():
    rows, whys = noted(
        channels.read,
        "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến7 Ngày làm việc10,000 Việt Nam Đồng"
        "(thu 10.000 đồng/lần đăng ký.)Nộp qua cổng. Trực tiếp tại quầy cũng được."
        "Dịch vụ bưu chính1 GiờKhông có thông tinTrực tiếpKhông có thông tinMiễn phí",
    )
    assert [row["kind"] for row in rows] == ["online", "post", "direct"]
    assert (rows[0]["limit_value"], rows[0]["limit_unit"]) == (7, "working_day")
    assert rows[0]["fee_amount"] == 10_000
    assert rows[0]["description"] == "Nộp qua cổng. Trực tiếp tại quầy cũng được."
    assert (rows[1]["limit_value"], rows[1]["limit_unit"]) == (1, "hour")
    assert rows[2]["fee_amount"] == 0
    assert whys == []


@pytest.mark.parametrize(
    ("said", "amount", "words"),
    [
        ("8,000 VNĐ", 8_000, "8.000 đồng"),
        (
            "100 VNĐ(Phí công bố: 100.000 đồng/lần)",
            None,
            "“100 VNĐ”. Phí công bố: 100.000 đồng/lần",
        ),
        ("Miễn phí", 0, "Miễn phí"),
        (
            "Miễn phí((Riêng bản sao 8.000 đồng))",
            None,
            "Miễn phí. Riêng bản sao 8.000 đồng",
        ),
        ("2,000 Việt Nam Đồng(/trang)", None, "2.000 đồng/trang"),
        ("10 USD(/bản)", None, "10 USD/bản"),
        ("150,000 VNĐ(Do Hội đồng nhân dân tỉnh quyết định)", None, None),
        ("20,000 VNĐ30,000 VNĐ", None, "20.000 đồng; 30.000 đồng"),
        ("Không có thông tin", None, ""),
        ("", None, ""),
    ],
)
def test_an_amount_is_taken_only_where_nothing_speaks_against_it(said, amount, words):
    (fee, _rest), _whys = noted(money.read, said)
    assert fee.amount == amount
    assert words is None or fee.words == words


def test_days_and_money_that_are_glued_to_one_number_are_not_guessed_apart():
    rows, whys = noted(channels.read, "Trực tuyến1150,000 VNĐ")
    assert rows == [{"kind": "online", "description": "1150,000 VNĐ"}]
    assert whys == [channels.STUCK]


def test_a_limit_without_a_unit_stays_without_one():
    rows, whys = noted(channels.read, "Trực tiếp1Miễn phí")
    assert (rows[0]["limit_value"], rows[0]["limit_unit"]) == (1, None)
    assert whys == [channels.NO_UNIT]


# --- Papers -------------------------------------------------------------------------------------


def test_papers_stand_under_their_cases_with_their_numbers():
    glued = (
        "* Giấy tờ phải nộp:Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai theo Mẫu số 01"
        "1 bản chính- Trường hợp trẻ bị bỏ rơi thì phải có biên bản xác nhận.0 bản chính,2 bản sao"
        "* Giấy tờ phải xuất trình:Tên giấy tờMẫu đơn, tờ khaiSố lượngHộ chiếu1 bản chính"
        "Trường hợp ủy quyền:Tên giấy tờMẫu đơn, tờ khaiSố lượngGiấy có 1 bản chính kèm theo"
        "UyQuyen.docx1 bản chính"
    )
    (cases, notes), whys = noted(papers.read, glued)
    first, second = cases
    assert [(one["name"], one["kind"], one["originals"]) for one in first["components"]] == [
        ("Tờ khai theo Mẫu số 01", "submit", 1),
        ("Biên bản xác nhận", "submit", 0),
        ("Hộ chiếu", "show", 1),
    ]
    assert first["components"][1]["condition"] == "Trường hợp trẻ bị bỏ rơi"
    assert first["components"][1]["copies"] == 2
    assert second["name"] == "Trường hợp ủy quyền"
    assert second["components"][0]["form_template"] == "UyQuyen.docx"
    assert whys == [papers.DIGITS]
    assert notes == []


def test_remarks_among_the_papers_are_no_papers():
    glued = "Lưu ý:Tên giấy tờMẫu đơn, tờ khaiSố lượngBản chụp phải rõ nét.0 bản chính"
    (cases, notes), _whys = noted(papers.read, glued)
    assert (cases, notes) == ([], ["Bản chụp phải rõ nét."])


def test_papers_that_cannot_be_told_apart_stay_as_they_stand():
    (cases, _notes), whys = noted(papers.read, "Tờ khai và giấy tờ kèm theo")
    assert cases == [{"name": "", "components": [{"name": "Tờ khai và giấy tờ kèm theo"}]}]
    assert whys == [papers.UNKNOWN]


# --- Laws and results ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("glued", "numbers"),
    [
        ("Luật 52/2014/QH1352/2014/QH13Luật 60/2014/QH1360/2014/QH13", ["52/2014/QH13"] * 1),
        ("Luật Doanh nghiệp 202076/2025/QH15", ["76/2025/QH15"]),
        ("Nghị quyết số 66.7/2025/NQ-CP: cắt giảm66.7/2025/NQ-CP", ["66.7/2025/NQ-CP"]),
        ("quy trình 2022-2025Quyết định số 24/2021/QĐ-TTg", ["24/2021/QĐ-TTg"]),
        ("rà soátThông tư 02/2022/TT-BLĐTBXHHướng dẫnThông tư 07/2021/TT-BLĐTBXH", None),
    ],
)
def test_laws_end_at_the_number_that_is_glued_to_their_title(glued, numbers):
    rows, whys = noted(laws.read, glued)
    found = [row["number"] for row in rows]
    assert found[:1] == (numbers or ["02/2022/TT-BLĐTBXH"])
    assert whys == []


def test_a_law_says_when_and_by_whom_only_where_its_own_title_does():
    glued = (
        "Thông tư số 08/2025/TT-BTP ngày 12/6/2025 của Bộ trưởng Bộ Tư pháp quy định08/2025/TT-BTP"
        "Sửa Thông tư 02/2020/TT-BTP ngày 08/4/202004/2024/TT-BTP"
    )
    rows, _whys = noted(laws.read, glued)
    assert (rows[0]["issued_on"], rows[0]["issuer"]) == ("2025-06-12", "Bộ trưởng Bộ Tư pháp")
    assert "issued_on" not in rows[1]


def test_results_are_cut_off_from_the_boxes_of_the_page():
    said = (
        "Giấy khai sinhMã: KQ.G15.000031Trích lụcMã: KQ.G15.000032Từ khóakhai sinh, trẻ em"
        "Mô tảKhông có thông tinChọn cơ quan thực hiệnTỉnh/ Thành phố"
    )
    outcome, whys = noted(results.read, said)
    assert [row["code"] for row in outcome.results] == ["KQ.G15.000031", "KQ.G15.000032"]
    assert outcome.keywords == ["khai sinh", "trẻ em"]
    assert (outcome.description, whys) == ("", [])


# --- The whole record ---------------------------------------------------------------------------


def test_what_is_understood_is_a_record_of_this_house():
    record, remarks = translating.understand(raw())
    schema = json.loads(checking.SCHEMA.read_text(encoding="utf-8"))
    told = {**record, "source": {**record["source"], "recorded_on": "2026-07-20"}}
    assert list(jsonschema_rs.Draft202012Validator(schema).iter_errors(told)) == []
    assert [remark.field for remark in remarks] == ["cach_thuc_thuc_hien"]


def test_a_missing_field_is_taken_from_the_page_and_said_so():
    record, remarks = translating.understand(raw(linh_vuc="", ket_qua_xu_ly=""))
    assert record["sector"] == "Hộ tịch"
    assert record["results"] == [{"code": "KQ.G15.000031", "name": "Giấy khai sinh"}]
    assert {remark.field for remark in remarks} >= {"linh_vuc", "ket_qua_xu_ly"}


@pytest.mark.parametrize("broken", [None, [], "x", 5, {}, {"ma_thu_tuc": "1.1"}])
def test_what_is_no_procedure_is_refused_with_a_sentence(broken):
    with pytest.raises(RecordRefused) as refusal:
        translating.understand(broken)
    assert all(refusal.value.sentences)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=80),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)
glued = st.sampled_from(
    [value for value in RAW.values() if isinstance(value, str)]
    + ["Trực tuyến", "Mã: KQ.", "1 bản chính", "12/2014/QH13", "(((", "Tên giấy tờMẫu đơn, tờ khai"]
)
pieces = st.lists(glued | st.text(max_size=20), max_size=6).map("".join)


@settings(max_examples=150)
@given(changes=st.dictionaries(st.sampled_from(sorted(RAW)), anything | pieces, max_size=6))
def test_no_mutation_of_a_record_is_a_crash(changes):
    try:
        record, _remarks = translating.understand({**RAW, **changes})
    except RecordRefused:
        return
    record["source"]["recorded_on"] = "2026-07-20"
    schema = json.loads(checking.SCHEMA.read_text(encoding="utf-8"))
    assert list(jsonschema_rs.Draft202012Validator(schema).iter_errors(record)) == []


@given(st.text())
def test_clean_text_is_clean(words):
    once = cleaning.text(words)
    assert cleaning.text(once) == once
    once.encode()
    assert "\x00" not in once


# --- Into the catalog ---------------------------------------------------------------------------


def import_from(folder: Path, **options):
    call_command("import_procedures", folder, **{"workers": 1, **options})


def written(folder, **changes):
    record = raw(**changes)
    name = f"{record['ma_thu_tuc']}.json"
    (folder / name).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


@pytest.mark.django_db
def test_an_import_publishes_and_a_second_one_changes_nothing(tmp_path, capsys):
    written(tmp_path)
    written(tmp_path, ma_thu_tuc="1.000002", ten_thu_tuc="Đăng ký kết hôn")
    import_from(tmp_path)
    assert "2 thủ tục mới" in capsys.readouterr().out
    import_from(tmp_path)
    assert "2 thủ tục không đổi" in capsys.readouterr().out
    version = ProcedureVersion.objects.published().get(procedure__code="1.001193")
    assert Channel.objects.filter(version=version).count() == 3
    assert Component.objects.filter(case__version=version).exists()
    assert Entry.objects.filter(kind="procedure").count() == 2
    assert version.source["remarks"]


@pytest.mark.django_db
def test_changed_content_makes_the_next_version(tmp_path, capsys):
    written(tmp_path)
    import_from(tmp_path)
    written(tmp_path, ten_thu_tuc="Đăng ký khai sinh (mới)")
    import_from(tmp_path)
    assert "1 thủ tục có phiên bản mới" in capsys.readouterr().out
    numbers = ProcedureVersion.objects.published().values_list("number", "name")
    assert sorted(numbers)[-1] == (2, "Đăng ký khai sinh (mới)")


def test_what_people_wrote_is_not_overwritten_but_waits(published, tmp_path, capsys):
    written(tmp_path)
    import_from(tmp_path)
    import_from(tmp_path)
    out = capsys.readouterr().out
    assert "1 bản nháp chờ rà soát" in out
    assert "1 thủ tục không đổi" in out
    published.refresh_from_db()
    assert published.holds_on(date(2026, 11, 1))
    assert ProcedureVersion.objects.filter(published_at=None).count() == 1


@pytest.mark.django_db
def test_broken_files_stop_nobody_and_are_listed(tmp_path, capsys):
    written(tmp_path)
    (tmp_path / "a.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    (tmp_path / "c.json").write_text("[" * 100_000, encoding="utf-8")
    (tmp_path / "d.json").write_text('{"ma_thu_tuc": "\\ud800"}', encoding="utf-8")
    (tmp_path / "e.json").write_text("", encoding="utf-8")
    import_from(tmp_path, report=tmp_path / "report.jsonl")
    said = capsys.readouterr()
    assert "1 thủ tục mới" in said.out
    assert "không nhận 5" in said.out
    assert said.err.count("! ") == 5
    told = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text().splitlines()]
    assert sorted(one["outcome"] for one in told) == ["added", *["refused"] * 5]
    (added,) = [one["understood"] for one in told if one["outcome"] == "added"]
    assert (added["channels"], added["amounts"], added["limits"], added["papers"]) == (3, 3, 1, 1)


@pytest.mark.django_db
def test_long_and_swapped_fields_fit_into_the_database(tmp_path, capsys):
    long = "Ủy ban nhân dân cấp xã thực hiện thủ tục " * 700
    written(tmp_path, ten_thu_tuc=long, doi_tuong_thuc_hien=long, linh_vuc=long, so_quyet_dinh=long)
    import_from(tmp_path)
    assert "1 thủ tục mới" in capsys.readouterr().out
    name = ProcedureVersion.objects.get().name
    assert len(name) <= translating.LONGEST_NAME + 1


@pytest.mark.django_db
def test_of_one_code_twice_the_first_is_taken_so_that_nothing_flips(tmp_path, capsys):
    records = [raw(), raw(ten_thu_tuc="Sau")]
    (tmp_path / "all.json").write_text(json.dumps(records), encoding="utf-8")
    import_from(tmp_path / "all.json")
    import_from(tmp_path / "all.json")
    assert ProcedureVersion.objects.get().name == "Thủ tục đăng ký khai sinh"
    said = capsys.readouterr()
    assert "1 thủ tục mới" in said.out
    assert "1 thủ tục không đổi" in said.out
    assert said.err.count("1.001193 đã có ở all.json[0]") == 2


@pytest.mark.django_db(transaction=True)
def test_several_processes_bring_in_what_one_does(tmp_path, capsys):
    for number in range(130):
        written(tmp_path, ma_thu_tuc=f"1.{number:06}", ten_thu_tuc=f"Thủ tục số {number}")
    import_from(tmp_path, workers=2)
    import_from(tmp_path, workers=2)
    out = capsys.readouterr().out
    assert "130 thủ tục mới" in out
    assert "130 thủ tục không đổi" in out
    assert Entry.objects.filter(kind="procedure").count() == 130


@pytest.mark.django_db
def test_nothing_to_read_is_a_failure(tmp_path):
    with pytest.raises(CommandError):
        import_from(tmp_path)
    with pytest.raises(CommandError):
        import_from(tmp_path / "missing")


@pytest.mark.django_db
def test_the_number_of_statements_does_not_grow_with_records(
    tmp_path, django_assert_max_num_queries
):
    for number in range(30):
        written(tmp_path, ma_thu_tuc=f"1.{number:06}", ten_thu_tuc=f"Thủ tục số {number}")
    with django_assert_max_num_queries(45):
        import_from(tmp_path)
    assert Procedure.objects.count() == 30


@pytest.mark.django_db
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.dictionaries(st.sampled_from(sorted(RAW)), anything | pieces, max_size=6))
def test_whatever_is_understood_can_be_kept(changes, machine):
    try:
        told = translating.understand({**RAW, **changes})
    except RecordRefused:
        return
    with transaction.atomic():
        assert storing.store([told], by=machine)
        transaction.set_rollback(True)
