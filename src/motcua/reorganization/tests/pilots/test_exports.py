"""A review on paper and as a spreadsheet: whole, tagged, escaped, and the same for ever."""

import io
from datetime import date, datetime

import pypdfium2
import pytest
from odfdo import Document

from motcua.organizations.models import Organization
from motcua.periods.clock import VIETNAM
from motcua.reorganization import pilot_exports
from motcua.reorganization.models import Pilot, PilotReview
from motcua.reorganization.pilot_findings import Findings
from motcua.reorganization.pilot_snapshot import Cell, Half, Month, Office, Snapshot

NOW = datetime(2026, 9, 10, 9, tzinfo=VIETNAM)
MARKUP = "#strong[Bí thư] = \\chủ tịch <b>\x07"


def snapshot(**cell):
    told = {"received": 90, "early": 30, "on_time": 50, "late": 10, "median_days": 4.5} | cell
    whole = Cell(**told, headcount={"civil": [24, None]})
    months = [Month(f"2026-{number:02}-01", 12, number % 12) for number in range(1, 7)]
    here = Half([Office("H49.61", "UBND phường Hồng Gai")], whole, whole, months)
    there = Half([Office("H49.63", "UBND phường Hà Lầm")], whole, whole, months[:3])
    return Snapshot(
        date(2026, 3, 1),
        date(2026, 9, 10),
        NOW,
        6,
        date(2025, 9, 1),
        date(2026, 3, 1),
        (2025, 2026),
        here,
        there,
    )


@pytest.fixture
def review():
    """Held, and not in any database."""
    office = Organization(identifier="H49")
    office.named_on, office.name_then = date(2026, 9, 10), "Ủy ban nhân dân thành phố"
    pilot = Pilot(
        code="TD-2026-001",
        name=MARKUP,
        kind="shared",
        organization=office,
        started_on=date(2026, 3, 1),
    )
    return PilotReview(pilot=pilot, kind="interim", words=f"=1+1\n{MARKUP}")


def pages(content):
    document = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in document]


def test_the_paper_says_what_the_page_says(review):
    text = " ".join(pages(pilot_exports.paper(review, Findings(snapshot())))).replace("\r\n", " ")

    assert "BÁO CÁO SƠ KẾT THÍ ĐIỂM" in text
    assert "#strong[Bí thư] = \\chủ tịch <b>" in text
    assert "88,8% (80,7–93,8)" in " ".join(text.split())
    assert "không chứng minh được nguyên nhân" in " ".join(text.split())
    assert "chưa có dữ liệu" in text


def test_the_same_review_gives_the_same_bytes(review):
    first, second = (pilot_exports.paper(review, Findings(snapshot())) for _ in range(2))

    assert first == second
    assert b"/StructTreeRoot" in first or b"StructTreeRoot" in first


def test_paper_and_sheet_hide_what_the_page_hides(review):
    few = {"received": 3, "early": 0, "on_time": 1, "late": 2}
    found = Findings(snapshot(**few), 5)

    text = " ".join(pages(pilot_exports.paper(review, found)))
    book = Document(io.BytesIO(pilot_exports.sheet(review, found)))

    assert "không nêu số dưới 5" in " ".join(text.split())
    counts = {row[0]: row[1:] for row in book.body.tables[1].get_values()}
    assert counts["Tiếp nhận"] == counts["Quá hạn"] == ["*"] * 4


def test_the_sheet_has_numbers_and_no_formula(review):
    book = Document(io.BytesIO(pilot_exports.sheet(review, Findings(snapshot()))))

    names = [table.name for table in book.body.tables]
    assert names == ["So sánh", "Số đếm", "Theo tháng", "Cách đọc"]
    counts = {row[0]: row[1:] for row in book.body.tables[1].get_values()}
    assert counts["Quá hạn"] == [10] * 4
    assert [int(n) for n in book.body.tables[2].get_values()[1][1:3]] == [12, 1]


def test_a_review_with_nothing_to_draw_is_a_paper_too(review):
    empty = Snapshot(
        date(2026, 9, 1),
        date(2026, 9, 10),
        NOW,
        0,
        date(2026, 9, 1),
        date(2026, 9, 1),
        (2025, 2026),
        Half(),
        Half(),
    )

    text = " ".join(pages(pilot_exports.paper(review, Findings(empty))))

    assert "chưa có tháng nào trọn" in text
