"""How does a rehearsal leave the house? As a paper: the plan, its chart, every line, first rows.

However large a plan is, the paper has an end; the screen and its tables have the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.paperwork import reports
from motcua.paperwork.typesetting import typeset
from motcua.periods.clock import VIETNAM
from motcua.reorganization import bands, lines, saying
from motcua.reorganization.lines import Counted
from motcua.reorganization.models import Plan, Tick

if TYPE_CHECKING:
    from motcua.organizations.models import Organization

WIDTH, HEIGHT, MOST_DRAWN = 640, 860, 40
"""A drawing in units: as wide as a sheet, no higher than it; so many of them."""
MOST_CHANGES, MOST_FLOWS, MOST_ROWS = 120, 120, 10
LONGEST, WIDEST = 110, 26
"""Letters of a cell, and of a line in it; the screen has the rest."""
MOST_TOLD = 30


def paper(plan: Plan, printed_by: Organization) -> bytes:
    """The rehearsal of this moment as a tagged PDF."""
    now = timezone.now()
    counted = lines.counted(plan)
    report: reports.Report = {
        "code": plan.number,
        "organization": printed_by.name,
        "title": _("Báo cáo chạy thử phương án sắp xếp"),
        "subtitle": plan.title,
        "facts": _facts(plan, counted, now),
        "sections": [*_sections(plan, counted)],
        "made_at": now.isoformat(),
        "language": get_language() or "vi",
        "is_demo": printed_by.is_demo,
    }
    return typeset("report", report)


def _facts(plan: Plan, counted: Sequence[Counted], now: datetime) -> list[tuple[str, str]]:
    open_ones = sum(each.is_open for each in counted)
    blocking = sum(each.blocks for each in counted)
    said = {"open": open_ones, "blocking": blocking}
    return [
        (_("Số quyết định"), plan.number),
        (_("Ngày ký"), f"{plan.decided_on:%d/%m/%Y}"),
        (_("Cơ quan ban hành"), plan.issuer),
        (_("Ngày thực hiện"), f"{plan.day:%d/%m/%Y}"),
        (_("Tình trạng"), str(plan.get_state_display())),
        (_("Số liệu lúc"), f"{now.astimezone(VIETNAM):%H:%M, %d/%m/%Y}"),
        (_("Đầu việc"), _("%(open)s chưa xong, trong đó %(blocking)s phải xong trước") % said),
    ]


def _sections(plan: Plan, counted: Sequence[Counted]) -> Iterator[reports.Section]:
    if blocking := [each for each in counted if each.blocks]:
        yield _table_of(_("Phải xong trước khi thực hiện"), blocking)
    yield _changes(plan)
    yield _chart(plan)
    for group in lines.Group:
        if mine := [each for each in counted if each.line.group is group and not each.blocks]:
            yield _table_of(group.label, mine)
    if rows := [*_first_rows(plan, counted)]:
        yield {"title": _("Những trường hợp đầu tiên của mỗi đầu việc"), "tables": rows}
    yield _open(counted)


# --- Lines ------------------------------------------------------------------------------------


def _table_of(title: str, counted: Sequence[Counted]) -> reports.Section:
    heads = [_("Đầu việc"), _("Số lượng"), _("Tình trạng"), _("Phụ trách")]
    rows = [[str(each.line.label), _count(each), _standing(each), _owner(each)] for each in counted]
    notes = [str(each.line.remedy) if each.is_open else "" for each in counted]
    return {
        "title": title,
        "table": {"heads": heads, "rows": rows, "notes": notes, "widths": [5, 0, 3, 3]},
    }


def _count(each: Counted) -> str:
    return "–" if each.count is None else number_format(each.count, force_grouping=True)


def _standing(each: Counted) -> str:
    if each.is_ticked and each.tick and each.tick.at:
        said = {
            "who": _whose_hand(each.tick),
            "day": f"{each.tick.at.astimezone(VIETNAM):%d/%m/%Y}",
        }
        done = _("Đã xong: %(who)s, %(day)s") % said
        return f"{done}. {each.tick.note}" if each.tick.note else done
    if each.blocks:
        return _("Chặn")
    if each.is_by_hand:
        return _("Xem ngoài hệ thống")
    return _("Cần xem") if each.is_open else _("Không có")


def _whose_hand(tick: Tick) -> str:
    """Who ticked it, in which post and in whose place."""
    who = tick.ticked_by.full_name if tick.ticked_by else ""
    there = tick.post.organization.name if tick.post else ""
    return ", ".join(filter(None, (who, tick.title, there, tick.for_whom)))


def _owner(each: Counted) -> str:
    if each.owner is None:
        return _("chưa giao")
    return f"{each.owner.title}, {each.owner.organization.name}"


def _first_rows(plan: Plan, counted: Sequence[Counted]) -> Iterator[tuple[str, reports.Table]]:
    for each in counted:
        if each.count:
            rows = list(each.line.rows(plan)[:MOST_ROWS])
            yield _named(each, len(rows)), _rows_of(plan, each, rows)


def _named(each: Counted, shown: int) -> str:
    if each.count and each.count > shown:
        told = {"label": each.line.label, "shown": shown, "count": _count(each)}
        return _("%(label)s: %(shown)s trong %(count)s") % told
    return f"{each.line.label}: {_count(each)}"


def _rows_of(plan: Plan, each: Counted, rows: Sequence[object]) -> reports.Table:
    heads = [str(head) for head in each.line.heads]
    cells = [[_cut(text) for text in line] for line in each.line.cells(plan, rows)]
    widths = [_width(column) for column in zip(heads, *cells, strict=True)]
    return {"heads": heads, "rows": cells, "widths": widths}


def _width(texts: Sequence[str]) -> int:
    """As a column needs: its longest word in any case, and more where there is much to say."""
    word = max(len(word) for text in texts for word in [*text.split(), ""])
    return max(word * 3 // 2 + 3, min(WIDEST, max(map(len, texts))))


def _cut(text: str) -> str:
    return (text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…") or "–"


def _open(counted: Sequence[Counted]) -> reports.Section:
    by_hand = [each for each in counted if each.is_by_hand and each.is_open]
    points = [_("Chưa ai xem: %s") % each.line.label for each in by_hand]
    points += [
        _("Xác nhận rồi lại thay đổi: %s") % each.line.label for each in counted if each.was_ticked
    ]
    points.append(_("Chạy thử không thay đổi gì. Số liệu đúng với lúc in; in lại để có số mới."))
    return {"title": _("Điều còn để ngỏ"), "points": points}


# --- What changes ------------------------------------------------------------------------------


def _changes(plan: Plan) -> reports.Section:
    said = saying.changes(plan)
    points = [_in_words(number, each) for number, each in enumerate(said[:MOST_CHANGES], 1)]
    if (more := len(said) - MOST_CHANGES) > 0:
        points.append(_("và %s thay đổi khác: xem phương án dạng tệp.") % more)
    return {"title": _("Những thay đổi"), "points": points}


def _in_words(number: int, change: saying.Said) -> str:
    """One change as a sentence."""
    before = "; ".join(_side(side) for side in change.before) or _("chưa có")
    after = "; ".join(_side(side) for side in change.after) or _("không còn")
    said = f"{number}. {change.kind[:1].upper()}{change.kind[1:]}: {before} → {after}."
    parts = [_part(part) for part in change.parts[:MOST_ROWS]]
    if len(change.parts) > MOST_ROWS:
        parts.append("…")
    note = f" {change.note}." if change.note else ""
    return said + note + (" " + _("Phần chuyển giao: %s.") % "; ".join(parts) if parts else "")


def _side(side: saying.Side) -> str:
    told = [side.identifier]
    if side.is_ending:
        told.append(_("kết thúc"))
    if side.is_new:
        told.append(_("mới"))
    return f"{side.name} ({', '.join(told)})"


def _part(part: saying.Part) -> str:
    people = f", {part.people} " + _("nhân sự") if part.people else ""
    return _cut(f"{part.what}: {part.old} → {part.new}{people}")


# --- Before and after ----------------------------------------------------------------------------


def _chart(plan: Plan) -> reports.Section:
    chart = bands.sheets(plan, width=WIDTH, height=HEIGHT, most=MOST_DRAWN)
    section: reports.Section = {"title": _("Trước và sau"), "tables": [_flow_table(chart)]}
    if chart.drawings:
        section["words"] = [
            _("Bên trái: trước; bên phải: sau. Dải càng rộng, càng nhiều hồ sơ đang giải quyết.")
        ]
        section["legend"] = [
            ("ends", _("kết thúc")),
            ("stays", _("tiếp tục")),
            ("new", _("mới")),
        ]
        section["flows"] = [_drawn(drawing) for drawing in chart.drawings]
    return section


def _flow_table(chart: bands.Chart) -> tuple[str, reports.Table]:
    rows = [[flow.old, flow.new, _number(flow.count)] for flow in chart.flows[:MOST_FLOWS]]
    if (more := len(chart.flows) - MOST_FLOWS) > 0:
        rest = sum(flow.count for flow in chart.flows[MOST_FLOWS:])
        rows.append([_("%s dòng khác") % more, "", _number(rest)])
    rows.append([_("Cộng"), "", _number(chart.total)])
    heads = [_("Trước sắp xếp"), _("Sau sắp xếp"), _("Hồ sơ")]
    title = _("Hồ sơ đang giải quyết chuyển từ đâu đến đâu")
    return title, {"heads": heads, "rows": rows, "widths": [1, 1, 0]}


def _number(count: int) -> str:
    return number_format(count, force_grouping=True)


def _drawn(drawing: bands.Drawing) -> reports.Flows:
    told = [f"{band.title}: {band.count}" for band in drawing.bands[:MOST_TOLD]]
    return {
        "width": drawing.width,
        "height": drawing.height,
        "bar": drawing.bar,
        "left": [_box(box) for box in drawing.left],
        "right": [_box(box) for box in drawing.right],
        "bands": [band.ends for band in drawing.bands],
        "told": _("Hồ sơ chuyển từ đâu đến đâu: %s") % "; ".join(told),
    }


def _box(box: bands.Box) -> reports.Box:
    return {
        "lines": box.lines,
        "count": _number(box.count),
        "y": box.y,
        "height": box.height,
        "kind": "ends" if box.is_ending else "new" if box.is_new else "stays",
    }
