"""Procedures as a workbook: what goes out comes in again, and every trouble is told by its row."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from motcua.catalog.exceptions import RecordRefused
from motcua.catalog.importing import exporting, storing, translating
from motcua.catalog.models import ProcedureVersion
from motcua.catalog.recording import recalling
from motcua.catalog.tables import entering, writing
from motcua.catalog.tests.raw import raw


@pytest.fixture
def there(machine):
    """A procedure that came from the national database."""
    storing.store([translating.understand(raw())], by=machine)


def exported():
    records = recalling.records(ProcedureVersion.objects.published())
    return writing.book(map(exporting.raw_of, records))


def changed(change, content):
    book = load_workbook(io.BytesIO(content))
    change(book)
    kept = io.BytesIO()
    book.save(kept)
    kept.seek(0)
    return kept


def check(change, content):
    return entering.check(changed(change, content))


def test_what_goes_out_and_comes_in_changes_nothing(there, machine):
    checked = entering.check(io.BytesIO(exported()))

    assert checked.problems == []
    assert entering.enter(checked.records, by=machine) == {"1.001193": "unchanged"}


def test_all_recorded_procedures_go_out_and_come_in_alike(recorded, machine):
    checked = entering.check(io.BytesIO(exported()))

    assert checked.problems == []
    assert set(entering.rehearse(checked.records, by=machine).values()) == {"unchanged"}


def test_a_change_makes_a_version_and_a_rehearsal_none(there, machine):
    def change(book):
        book["Thủ tục"]["B2"] = "Đăng ký khai sinh, tên mới"

    checked = check(change, exported())

    for way, became in (({}, "waiting"), ({"in_force": True}, "changed")):
        assert entering.rehearse(checked.records, by=machine, **way) == {"1.001193": became}
    assert ProcedureVersion.objects.count() == 1
    assert entering.enter(checked.records, by=machine) == {"1.001193": "waiting"}
    assert entering.enter(checked.records, by=machine) == {"1.001193": "unchanged"}


def trouble(book):
    first, papers, laws = book["Thủ tục"], book["Hồ sơ"], book["Căn cứ"]
    first["B2"] = "=A2"
    first["D2"] = 45_000
    papers["A2"] = "1.1"
    papers["E2"] = "một"
    laws["A2"] = "9.999999"
    laws["Z1"] = "Cột lạ"
    book["Kết quả"].merge_cells("A2:B2")
    del book["Cách thực hiện"]


def test_every_problem_is_told_by_sheet_and_row_at_once(there):
    told = [str(each) for each in check(trouble, exported()).problems]

    for where in (
        "Thủ tục, dòng 2, Tên thủ tục: Ô này là công thức",
        "Thủ tục, dòng 2, Ngày hiệu lực: 45000 là số, không phải ngày",
        "Cách thực hiện: Thiếu trang tính",
        "Hồ sơ, dòng 2: Mã thủ tục “1.1”",
        "Hồ sơ, dòng 2, Bản chính: “một” không phải số nguyên",
        "Căn cứ, dòng 1: Không có cột “Cột lạ”",
        "Căn cứ, dòng 2: Mã 9.999999 không có ở trang tính “Thủ tục”",
        "Kết quả, dòng 2: Các ô A2:B2 đang gộp",
    ):
        assert any(each.startswith(where) for each in told), (where, told)


def test_words_that_nobody_knows_are_told_by_their_row(there):
    def change(book):
        book["Thủ tục"]["E2"] = "Cấp xã, Cấp vũ trụ"
        book["Cách thực hiện"]["B2"] = "Bồ câu"
        book["Cách thực hiện"]["D3"] = "thế kỷ"
        book["Hồ sơ"]["D2"] = "Có thể"

    told = [str(each) for each in check(change, exported()).problems]

    assert [each.partition(" Hãy")[0] for each in told] == [
        "Thủ tục, dòng 2, Cấp thực hiện: Không hiểu “Cấp vũ trụ”.",
        "Cách thực hiện, dòng 2, Hình thức nộp: Không hiểu “Bồ câu”.",
        "Cách thực hiện, dòng 3, Đơn vị: Không hiểu “thế kỷ”.",
        "Hồ sơ, dòng 2, Nộp hay xuất trình: Không hiểu “Có thể”.",
    ]


def test_a_day_is_a_day_however_it_is_kept(there):
    def change(book):
        book["Thủ tục"]["D2"] = date(2026, 7, 20)

    assert check(change, exported()).records[0].record["effective_from"] == "2026-07-20"


def test_a_cell_that_is_full_was_probably_cut(there):
    def change(book):
        book["Thủ tục"]["P2"] = "a" * 32_767

    assert "có thể đã bị cắt" in str(check(change, exported()).problems[0])


def test_a_long_list_goes_on_in_the_next_row_and_comes_back_whole():
    steps = [f"Bước {n}: {'chữ ' * 2_000}".strip() for n in range(9)]
    told = {**RAW_OF_ONE, "trinh_tu_thuc_hien": steps}

    checked = entering.check(io.BytesIO(writing.book([told])))

    assert checked.problems == []
    assert checked.records[0].record["steps"] == steps


def test_what_no_cell_can_hold_is_not_cut():
    with pytest.raises(RecordRefused):
        writing.book([{**RAW_OF_ONE, "mo_ta": "a" * 40_000}])


RAW_OF_ONE = {"ma_thu_tuc": "1.001193", "ten_thu_tuc": "Đăng ký khai sinh"}


def test_the_commands_tell_and_write(there, tmp_path, capsys):
    file = tmp_path / "thu-tuc.xlsx"
    call_command("export_procedures", str(file))
    call_command("import_procedure_tables", str(file))
    assert "chưa ghi gì; nếu ghi thì: 1 thủ tục không đổi." in capsys.readouterr().out

    file.write_bytes(changed(trouble, file.read_bytes()).read())
    with pytest.raises(CommandError, match="chưa ghi gì"):
        call_command("import_procedure_tables", str(file), "--apply")
    file.write_bytes(b"PK no workbook")
    with pytest.raises(CommandError):
        call_command("import_procedure_tables", str(file))


def test_a_workbook_by_command_makes_drafts_and_comes_in_force_only_when_asked(
    there, tmp_path, capsys
):
    file = tmp_path / "thu-tuc.xlsx"
    told = {**RAW_OF_ONE, "cap_thuc_hien": "Cấp xã"}
    file.write_bytes(writing.book([told | {"ma_thu_tuc": "3.000998"}]))
    call_command("import_procedure_tables", str(file), "--apply")
    assert "Đã ghi: 1 bản nháp chờ rà soát." in capsys.readouterr().out
    assert not ProcedureVersion.objects.published().filter(procedure__code="3.000998").exists()

    file.write_bytes(writing.book([told | {"ma_thu_tuc": "3.000999"}]))
    call_command("import_procedure_tables", str(file), "--apply", "--in-force")

    assert ProcedureVersion.objects.published().filter(procedure__code="3.000999").exists()


def test_a_command_speaks_the_language_of_the_terminal(there, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    call_command("export_procedures", str(tmp_path / "thu-tuc.xlsx"))

    assert "Procedures exported: 1." in capsys.readouterr().out


def test_what_no_cell_can_hold_costs_nobody_else_the_workbook():
    long = {**RAW_OF_ONE, "ma_thu_tuc": "7.000018", "dia_chi_tiep_nhan": "a" * 50_000}

    told, left = writing.fitting([long, RAW_OF_ONE])

    assert told == [RAW_OF_ONE]
    assert [sentence[:8] for sentence in left] == ["7.000018"]


@pytest.mark.parametrize("path", ["/dev/full", "/nowhere/x.json", "/nowhere/x.xlsx"])
def test_what_cannot_be_written_is_said(there, path):
    with pytest.raises(CommandError, match="Không ghi được"):
        call_command("export_procedures", path)


def test_a_report_that_cannot_be_written_stops_with_a_sentence(db, tmp_path, capsys):
    (tmp_path / "a.json").write_text(json.dumps(raw()))

    with pytest.raises(CommandError, match="hãy chạy lại"):
        call_command("import_procedures", tmp_path, report=Path("/dev/full"), workers=1)

    assert "1 thủ tục mới" in capsys.readouterr().out
