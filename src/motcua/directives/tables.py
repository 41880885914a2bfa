"""How many tasks has each organization, and how do they stand? Counts, a chart, a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.organizations.models import Organization
from motcua.ui import charts
from motcua.ui.sheets import written

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from motcua.directives.inbox import Row
    from motcua.directives.queries import TaskQuerySet


@dataclass(frozen=True, slots=True)
class Office:
    """One organization with its counts, by the names of ``queries.groups``."""

    identifier: str
    name: str
    counts: dict[str, int]

    @property
    def done(self) -> int:
        return self.counts["on_time"] + self.counts["done_late"]

    @property
    def in_time(self) -> int:
        return self.counts["waiting"] + self.counts["in_work"] + self.counts["reported"]


def offices(tasks: TaskQuerySet, day: date) -> list[Office]:
    """The most late first; two queries."""
    counted = [row for row in tasks.by_organization(day) if row["all"]]
    named = Organization.objects.with_names(day).in_bulk(
        [row["organization_id"] for row in counted]
    )
    return [
        Office(named[row["organization_id"]].identifier, named[row["organization_id"]].name, row)
        for row in counted
    ]


def chart(rows: Iterable[Office], address: str) -> SafeString:
    """A bar an organization: done, in time, late; the numbers stand beside."""
    drawn = [
        charts.Row(
            office.name,
            (office.done, office.in_time, office.counts["overdue"]),
            address=f"{address}?co-quan={office.identifier}",
            beside=[str(office.counts["all"]), str(office.counts["overdue"])],
        )
        for office in rows
    ]
    return charts.bars(
        drawn,
        title=_("Nhiệm vụ theo cơ quan chủ trì"),
        parts=[
            _("Đã xong"),
            _("Trong hạn hoặc chờ nghiệm thu"),
            _("Quá hạn, chưa xong"),
        ],
        heads=[_("Cơ quan chủ trì"), _("Tình trạng"), _("Tổng"), _("Quá hạn")],
        of_whole=False,
    )


def sheet(rows: Iterable[Row]) -> str:
    """One line a task, as CSV."""
    heads = [
        _("Mã"),
        _("Nhiệm vụ"),
        _("Kết luận"),
        _("Mã cơ quan"),
        _("Chủ trì"),
        _("Chức vụ"),
        _("Ngày giao"),
        _("Hạn ban đầu"),
        _("Hạn hiện nay"),
        _("Số lần lùi hạn"),
        _("Ngày xong"),
        _("Tình trạng"),
        _("Số ngày quá hạn"),
    ]
    return written(heads, map(_line, rows))


def _line(row: Row) -> list[str]:
    task = row.task
    return [
        task.code,
        task.title,
        f"{task.conclusion.number} ({task.conclusion.code})",
        task.organization.identifier,
        task.organization.name,
        task.post.title,
        f"{task.assigned_on:%Y-%m-%d}",
        f"{task.original_due_on:%Y-%m-%d}",
        f"{task.due_on:%Y-%m-%d}",
        str(task.extensions),
        f"{task.done_on:%Y-%m-%d}" if task.done_on else "",
        str(row.standing.name),
        str(row.standing.days_late or ""),
    ]
