"""Tables as an OpenDocument spreadsheet: texts stay texts, numbers can be added up."""

import io
import zipfile
from datetime import UTC, datetime

from odfdo import Document

from motcua.ui.spreadsheets import Sheet, ods

NOW = datetime(2026, 11, 27, 3, tzinfo=UTC)


def opened(*rows, name="Số liệu"):
    book = ods("Đánh giá", [Sheet(name, ["Tên", "Số"], rows)], NOW)
    return Document(io.BytesIO(book)), book


def test_numbers_are_numbers_and_texts_are_texts():
    book, _ = opened(["Tiếp nhận", 12], ["Tỷ lệ", 92.5], ["Chưa có", None])

    table = book.body.tables[0]
    assert [row[1] for row in table.get_values()] == ["Số", 12, 92.5, None]
    assert table.name == "Số liệu"


def test_no_cell_begins_a_formula():
    book, kept = opened(["=HYPERLINK(1)", "+1"], ["-1", "@x"])

    values = book.body.tables[0].get_values()
    assert values[1:] == [["'=HYPERLINK(1)", "'+1"], ["'-1", "'@x"]]
    content = zipfile.ZipFile(io.BytesIO(kept)).read("content.xml").decode()
    assert "table:formula" not in content


def test_what_xml_cannot_hold_is_left_out():
    book, _ = opened(["Vỡ\x00\x0b\ufffe tan", 1], name="a/b[c]'*?:")

    table = book.body.tables[0]
    assert table.get_value((0, 1)) == "Vỡ tan"
    assert table.name.split() == ["a", "b", "c"]


def test_the_same_tables_give_the_same_content():
    _, first = opened(["a", 1])
    _, second = opened(["a", 1])

    parts = [zipfile.ZipFile(io.BytesIO(each)).read("content.xml") for each in (first, second)]
    assert parts[0] == parts[1]
