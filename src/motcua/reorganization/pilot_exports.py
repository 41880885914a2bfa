"""How does a review leave the house? On paper and as a spreadsheet, read from what was kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.paperwork import reports
from motcua.paperwork.typesetting import typeset
from motcua.periods.clock import day_of
from motcua.reorganization import pilot_drawings
from motcua.reorganization.pilot_findings import Findings, Group, columns
from motcua.reorganization.pilot_snapshot import Cell, Half, Office
from motcua.ui.scales import scale_for
from motcua.ui.spreadsheets import Sheet, Value, ods

if TYPE_CHECKING:
    from motcua.reorganization.models import PilotReview


def paper(review: PilotReview, found: Findings) -> bytes:
    """The review as a tagged PDF; the same review gives the same bytes."""
    return typeset("report", report(review, found))


def report(review: PilotReview, found: Findings) -> reports.Report:
    """What stands on the paper, by whom its office was called on the day that the paper bears."""
    told, pilot = found.snapshot, review.pilot
    before, after = found.windows
    kind = review.get_kind_display()
    return {
        "code": pilot.code,
        "organization": pilot.organization.name_on(day_of(told.known_at)),
        "title": _("Báo cáo %(kind)s thí điểm") % {"kind": kind},
        "subtitle": pilot.name,
        "facts": [
            (_("Mã"), pilot.code),
            (_("Loại mô hình"), pilot.get_kind_display()),
            (_("Bắt đầu"), f"{told.started_on:%d/%m/%Y}"),
            (_("Số liệu đến ngày"), f"{told.as_of:%d/%m/%Y}"),
            (_("Kỳ trước"), before),
            (_("Kỳ sau"), after),
            (_("Nơi thí điểm"), _offices(told.concerned.offices)),
            (_("Nơi so sánh"), _offices(told.comparison.offices) or _("chưa chọn")),
        ],
        "sections": [
            *(_section(group) for group in found.groups),
            *_charts(found),
            *_words(review, found),
        ],
        "made_at": told.known_at.isoformat(),
        "language": get_language() or "vi",
        "is_demo": pilot.organization.is_demo,
    }


def heads() -> list[str]:
    """Of the table with both sides and both windows."""
    return [_("Chỉ tiêu"), *columns()]


def _offices(offices: Sequence[Office]) -> str:
    return "; ".join(office.name for office in offices)


def _section(group: Group) -> reports.Section:
    section: reports.Section = {
        "title": group.name,
        "table": {
            "heads": heads(),
            "rows": [[line.name, *line.texts] for line in group.lines],
            "notes": [line.note for line in group.lines],
        },
    }
    return section | {"verdict": group.verdict.text} if group.verdict else section


def _charts(found: Findings) -> list[reports.Section]:
    sections: list[reports.Section] = []
    if cells := pilot_drawings.shown_cells(found):
        sections.append({"title": _("Kết quả giải quyết"), "bars": _bars(cells)})
    if lines := _lines(found):
        sections.append({"title": _("Đúng hạn theo tháng"), "lines": lines})
    return sections


def _bars(cells: Sequence[tuple[str, Cell]]) -> reports.Bars:
    return {
        "parts": [_("Sớm hạn"), _("Đúng hạn"), _("Quá hạn")],
        "heads": ["", _("Trên 100 hồ sơ đã giải quyết"), _("Tỷ lệ quá hạn"), _("Đã giải quyết")],
        "rows": [
            {
                "label": name,
                "parts": [cell.early, cell.on_time, cell.late],
                "beside": [
                    f"{number_format(100 * cell.late / cell.resolved, decimal_pos=1)}%",
                    number_format(cell.resolved, force_grouping=True),
                ],
            }
            for name, cell in cells
        ],
    }


def _lines(found: Findings) -> reports.Lines | None:
    """Both sides in one field; the months of one are the months of the other."""
    told = found.snapshot
    rows = pilot_drawings.month_rows(found)
    strokes: list[reports.Stroke] = [
        {"name": name, "values": _values(found, half, [row[0] for row in rows])}
        for name, half in ((_("Nơi thí điểm"), told.concerned), (_("Nơi so sánh"), told.comparison))
        if half.offices
    ]
    known = [value for stroke in strokes for value in stroke["values"] if value is not None]
    if len(known) < 2:
        return None
    said = "; ".join(f"{month}: {here}, {there}" for month, here, there in rows)
    return {
        "labels": [row[0] for row in rows],
        "strokes": strokes,
        "steps": scale_for(known, is_percentage=True).steps,
        "unit": "%",
        "told": _("Tỷ lệ đúng hạn theo tháng, nơi thí điểm và nơi so sánh: %(said)s")
        % {"said": said},
    }


def _values(found: Findings, half: Half, labels: Sequence[str]) -> list[float | None]:
    there = {point.label: point.value for point in pilot_drawings.month_points(found, half)}
    return [there.get(label) for label in labels]


def _words(review: PilotReview, found: Findings) -> list[reports.Section]:
    sections: list[reports.Section] = []
    if review.words:
        paragraphs = [each.strip() for each in review.words.splitlines() if each.strip()]
        sections.append({"title": _("Nhận xét, kết luận"), "words": paragraphs})
    points = list(found.caveats)
    if found.hides:
        points.append(found.hiding)
    sections.append({"title": _("Đọc số liệu này thế nào"), "points": points})
    return sections


# --- As a spreadsheet ----------------------------------------------------------------------------


def sheet(review: PilotReview, found: Findings) -> bytes:
    """Tables as the page shows them, the counts as numbers, the months, and how to read them."""
    told = found.snapshot
    title = f"{review.pilot.code} {review.get_kind_display()}"
    return ods(
        title, [_shown(found), _counts(found), _months(found), _about(review, found)], told.known_at
    )


def _shown(found: Findings) -> Sheet:
    rows: list[list[Value]] = []
    for group in found.groups:
        rows.append([group.name.upper()])
        rows += [[_with_note(line.name, line.note), *line.texts] for line in group.lines]
        if group.verdict:
            rows.append([group.verdict.text])
    return Sheet(_("So sánh"), heads(), rows, (9.0, 4.5))


def _with_note(name: str, note: str) -> str:
    return f"{name} ({note})" if note else name


def _counts(found: Findings) -> Sheet:
    """Numbers that can be computed with; what is hidden stays hidden."""
    named: list[tuple[str, str]] = [
        (_("Tiếp nhận"), "received"),
        (_("Sớm hạn"), "early"),
        (_("Đúng hạn"), "on_time"),
        (_("Quá hạn"), "late"),
        (_("Đang quá hạn ở cuối kỳ"), "overdue"),
        (_("Thời gian giải quyết trung vị, ngày"), "median_days"),
        (_("Câu hỏi đã trả lời"), "answered"),
        (_("Trong đó đúng hạn"), "answered_in_time"),
        (_("Hồ sơ được người nộp đánh giá"), "evaluated"),
        (_("Trong đó hài lòng (mức 4 và 5)"), "satisfied"),
        (_("Chức danh"), "posts"),
        (_("Người giữ chức danh"), "persons"),
        (_("Trong đó giữ từ hai chức danh"), "concurrent"),
    ]
    rows = [[name, *(found.count(cell, field) for cell in found.cells)] for name, field in named]
    return Sheet(_("Số đếm"), heads(), rows, (9.0, 4.5))


def _months(found: Findings) -> Sheet:
    told = found.snapshot
    here, there = told.concerned, told.comparison
    rows: list[list[Value]] = [
        [first[:7], *found.month(here, first), *found.month(there, first)]
        for first in sorted({month.first for half in (here, there) for month in half.months})
    ]
    names = [
        _("Tháng"),
        _("Nơi thí điểm, đã giải quyết"),
        _("Nơi thí điểm, đúng hạn"),
        _("Nơi so sánh, đã giải quyết"),
        _("Nơi so sánh, đúng hạn"),
    ]
    return Sheet(_("Theo tháng"), names, rows, (3.0, 4.5))


def _about(review: PilotReview, found: Findings) -> Sheet:
    told = found.snapshot
    before, after = found.windows
    rows: list[list[Value]] = [
        [_("Mô hình"), f"{review.pilot.code} {review.pilot.name}"],
        [_("Số liệu đến ngày"), f"{told.as_of:%d/%m/%Y}"],
        [_("Kỳ trước"), before],
        [_("Kỳ sau"), after],
        [_("Nơi thí điểm"), _offices(told.concerned.offices)],
        [_("Nơi so sánh"), _offices(told.comparison.offices)],
        *_remarks(found),
    ]
    return Sheet(_("Cách đọc"), ["", _("Nội dung")], rows, (4.0, 20.0))


def _remarks(found: Findings) -> list[list[Value]]:
    remarks = [*found.caveats, *([found.hiding] if found.hides else [])]
    return [[_("Lưu ý"), each] for each in remarks]
