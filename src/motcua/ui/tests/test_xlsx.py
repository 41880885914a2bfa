"""Is a workbook read as somebody left it, and is everything else refused with a sentence?"""

import io
import zipfile
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from motcua.ui.xlsx import exceptions, package, reading
from motcua.ui.xlsx.cells import Merged, Trouble

MORNING = datetime.combine(date(2026, 12, 1), time(9, 30))
DTD = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{}">{}]>'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def saved(book):
    kept = io.BytesIO()
    book.save(kept)
    return kept


def of(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book


def with_part(content, name, change):
    """The same workbook with one part changed, or a new one."""
    new = io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as made:
        parts = {each: old.read(each) for each in old.namelist()}
        parts[name] = change(parts.get(name, b""))
        for each, text in parts.items():
            made.writestr(each, text)
    return new


def test_cells_keep_what_they_are():
    book = of(["Chữ", 214, 4.5, date(2026, 12, 1), MORNING, True, "=1+1", None])

    [sheet] = reading.read(saved(book))

    assert list(sheet.lines[0].values.values()) == [
        "Chữ",
        214,
        4.5,
        date(2026, 12, 1),
        MORNING,
        True,
        Trouble.FORMULA,
    ]


def test_days_of_old_macintosh_programs_are_the_same_days():
    book = of([date(2026, 12, 1)])
    book.epoch = CALENDAR_MAC_1904

    [sheet] = reading.read(saved(book))

    assert sheet.lines[0].values == {1: date(2026, 12, 1)}


def test_what_is_hidden_or_merged_is_told():
    book = of(["a", "b"], [], ["c"])
    page = book.active
    page.merge_cells("A3:B4")
    page.row_dimensions[3].hidden = True
    page.column_dimensions["B"].hidden = True
    book.create_sheet("Khác").sheet_state = "veryHidden"

    sheet, other = reading.read(saved(book))

    assert [(line.number, line.is_hidden) for line in sheet.lines] == [(1, False), (3, True)]
    assert sheet.merged == [Merged("A3:B4", 3, 4)]
    assert sheet.hides(2)
    assert not sheet.hides(1)
    assert other.is_hidden


def test_rows_with_a_format_and_nothing_else_leave_no_trace():
    book = of(["a"])
    for number in range(2, 2_000):
        book.active.cell(number, 3).font = Font(bold=True)

    [sheet] = reading.read(saved(book))

    assert len(sheet.lines) == 1


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", exceptions.NoWorkbook),
        (b"M\xc3\xa3,T\xc3\xaan\n1,2\n", exceptions.NoWorkbook),
        (package.OLD + bytes(512), exceptions.OldWorkbook),
        (package.OLD + bytes(512) + package.SEALED, exceptions.Locked),
        (b"PK\x03\x04 cut off", exceptions.Broken),
    ],
    ids=["empty", "csv", "xls", "with a password", "cut off"],
)
def test_what_is_no_workbook_is_named(content, refusal):
    with pytest.raises(refusal):
        reading.read(io.BytesIO(content))


def test_half_a_workbook_is_broken():
    whole = saved(of(["a"] * 50)).getvalue()

    with pytest.raises(exceptions.Broken):
        reading.read(io.BytesIO(whole[: len(whole) // 2]))


def test_another_archive_is_no_workbook():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        made.writestr("word/document.xml", "<a/>")

    with pytest.raises(exceptions.NoWorkbook):
        reading.read(kept)


def test_programs_are_refused():
    with pytest.raises(exceptions.HasMacros):
        reading.read(with_part(saved(of(["a"])), "xl/vbaProject.bin", lambda _: b"x"))


def test_a_file_of_many_bytes_is_refused_unread():
    with pytest.raises(exceptions.TooBig, match="20"):
        reading.read(io.BytesIO(b"PK" + bytes(package.MOST_BYTES)))


def test_a_bomb_stops_before_it_swells(monkeypatch):
    monkeypatch.setattr(package, "MOST_INSIDE", 100_000)
    swollen = with_part(saved(of(["a"])), "xl/worksheets/sheet1.xml", lambda _: b" " * 200_000)

    with pytest.raises(exceptions.TooMuchInside):
        reading.read(swollen)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("entities", [LAUGHS, '<!ENTITY x SYSTEM "file:///etc/passwd">'])
def test_xml_that_defines_entities_is_refused(part, entities):
    defining = DTD.format("ha", entities).encode()

    hostile = with_part(
        saved(of(["a"])), part, lambda text: defining + text.replace(b"<?xml version='1.0'?>", b"")
    )

    with pytest.raises(exceptions.Defines):
        reading.read(hostile)


def test_what_stands_too_far_to_the_right_is_told_and_not_kept():
    book = of(["a"], ["b"])
    book.active.cell(1, 201).value = "xa"
    book.active.cell(2, 201).value = "xa"

    [sheet] = reading.read(saved(book))

    assert sheet.beyond == {201: 2}
    assert sheet.lines[0].values == {1: "a"}
