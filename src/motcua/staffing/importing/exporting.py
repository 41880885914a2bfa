"""Who holds which post now, in the shape in which a file comes in? And an empty one to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from motcua.organizations import rights
from motcua.organizations.models import Appointment, Organization, Post
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.staffing.importing import columns, posts
from motcua.staffing.importing.columns import COLUMNS, Key
from motcua.staffing.models import StaffChange
from motcua.ui import workbooks
from motcua.ui.workbooks import Sheet, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS = {kind: label for label, kind in columns.KINDS.items()}
ADVICE = (
    ("Cách làm", "Mỗi dòng là một người giữ một chức danh. Người giữ hai chức danh ghi hai dòng."),
    ("", "Dòng không có người chỉ lập chức danh (còn trống)."),
    (
        "",
        "Dòng đã có trong sổ, ghi như trong sổ, thì không đổi gì; tệp không kết thúc chức vụ nào.",
    ),
    (
        "",
        "Số định danh cá nhân chỉ đi vào, không đi ra: danh sách xuất để trống cột ấy. Ô trống "
        "không đổi số đã có; số đã có khác thì sửa ở trang của từng người.",
    ),
    ("", "Không gộp ô, không ẩn dòng, không dùng công thức. Ngày ghi ngày/tháng/năm."),
    ("", "Tải lên thì cổng kiểm tra trước và báo từng dòng; chưa xác nhận thì chưa ghi gì."),
)


def template() -> bytes:
    """The heads, what belongs under them, and what one may choose."""
    return workbooks.book([_sheet([]), _advice()])


def present(houses: Sequence[Organization]) -> bytes:
    """Every post of today under ``houses`` with who holds it today or will; five queries."""
    return workbooks.book([_sheet([*_rows(houses)]), _advice()])


def _sheet(rows: Sequence[Sequence[Value]]) -> Sheet:
    return Sheet(
        columns.SHEET,
        [column.head for column in COLUMNS],
        rows,
        [column.width for column in COLUMNS],
        {at: column.choices for at, column in enumerate(COLUMNS, 1) if column.choices},
    )


def _advice() -> Sheet:
    told = [[column.head, column.hint] for column in COLUMNS]
    return Sheet("Hướng dẫn", ["Cột", "Ghi gì"], [*told, ["", ""], *map(list, ADVICE)], [24, 90])


def _rows(houses: Sequence[Organization]) -> Iterator[list[Value]]:
    there = Post.objects.on(today()).filter(rights.within(houses, "organization__"))
    held = Appointment.objects.during(since(today())).select_related("person", "covers__person")
    told = there.prefetch_related(
        Prefetch("organization", Organization.objects.with_names(today())),
        Prefetch("appointments", held.order_by("seat", "pk"), to_attr="held"),
    ).order_by("organization__identifier", "rank", "pk")
    found = list(told)
    numbers = _decisions(each.pk for post in found for each in post.held)
    for post in found:
        holders: Any = post.held or [None]
        yield from (_row(post, each, numbers) for each in holders)


def _decisions(keys: Iterator[int]) -> dict[int, StaffChange]:
    """By appointment, the line of the history that has its decision in parts."""
    lines = StaffChange.objects.filter(what=StaffChange.What.BEGUN, appointment__in=[*keys])
    return {line.appointment_id: line for line in lines if line.appointment_id}


def _row(post: Post, held: Appointment | None, decisions: Mapping[int, StaffChange]) -> list[Value]:
    said: dict[Key, Value] = {
        Key.CODE: post.organization.identifier,
        Key.OFFICE: post.organization.name,
        Key.TITLE: post.title,
        Key.RANK: posts.in_words(Key.RANK, post.rank),
        Key.IS_HEAD: posts.in_words(Key.IS_HEAD, post.is_head),
        Key.HOLDERS: post.holders_allowed,
        Key.DUTIES: posts.in_words(Key.DUTIES, post.duties),
        Key.POST: post.pk,
    }
    if held:
        said |= _held(held) | _decision(decisions.get(held.pk))
    return [said.get(column.key, "") for column in COLUMNS]


def _held(held: Appointment) -> dict[Key, Value]:
    first: date | None = held.valid_during.lower
    return {
        Key.NAME: held.person.full_name,
        Key.USERNAME: held.person.username,
        Key.EMAIL: held.person.email,
        Key.KIND: LABELS[held.kind],
        Key.FIRST: first or "",
        Key.LAST: held.last_day or "",
        Key.COVERS: held.covers.person.username if held.covers else "",
        Key.SCOPE: held.scope,
    }


def _decision(line: StaffChange | None) -> dict[Key, Value]:
    if line is None:
        return {}
    return {
        Key.NUMBER: line.number,
        Key.SIGNED: line.decided_on or "",
        Key.ISSUER: line.issuer,
    }
