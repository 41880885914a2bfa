"""Which organization does a row mean, and may whoever brings the file appoint there?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.organizations import rights
from motcua.periods.clock import today
from motcua.staffing.checks import written
from motcua.staffing.importing.columns import Key

if TYPE_CHECKING:
    from motcua.organizations.models import Organization
    from motcua.staffing.importing.known import Known
    from motcua.staffing.importing.rows import Row

Said = Iterator[tuple[Key, str]]


class Offices:
    """The organizations of the file, held against those whose staff one manages."""

    def __init__(self, known: Known, houses: list[Organization] | None) -> None:
        """``houses`` is None for the machine, which may bring in everything."""
        self.known, self.houses = known, houses

    def of(self, row: Row) -> tuple[Organization | None, list[tuple[Key, str]]]:
        """The organization of a row if posts are to be sought there, and what stands against it."""
        office = self.known.offices.get(row.code)
        against = [*self._against(row, office)]
        if not row.title:
            return None, [*against, (Key.TITLE, _("Hãy ghi tên chức danh."))]
        return (None, against) if against else (office, [])

    def _against(self, row: Row, office: Organization | None) -> Said:
        if not row.code:
            yield Key.CODE, _("Hãy ghi mã cơ quan.")
        elif office is None:
            said = _("Không có cơ quan nào mang mã “%(code)s”. Hãy tra mã ở trang Tổ chức bộ máy.")
            yield Key.CODE, said % {"code": row.code}
        elif self.houses is not None and not rights.is_over(self.houses, office):
            said = _(
                "Chức vụ bạn đang chọn không quản lý nhân sự của %(code)s. Hãy bỏ dòng này, hoặc "
                "chuyển cho đầu mối nhân sự của cơ quan ấy."
            )
            yield Key.CODE, said % {"code": row.code}
        elif gone := self._ended(row, office):
            yield Key.CODE, gone

    def _ended(self, row: Row, office: Organization) -> str:
        """Of what has ended nobody holds a post beyond its last day; who took over is named."""
        after = office.valid_during.upper
        in_its_days = row.last is not None and after is not None and row.last < after
        if after is None or after > today() or in_its_days:
            return ""
        told = {"code": row.code, "last": written(office.last_day)}
        if codes := self.known.divided.get(office.pk):
            said = _(
                "Cơ quan %(code)s kết thúc sau ngày %(last)s và chia về %(codes)s. Hãy ghi mã của "
                "cơ quan có chức danh này."
            )
            return said % {**told, "codes": ", ".join(codes)}
        heir = self.known.heirs.get(office.pk)
        if heir is None:
            said = _("Cơ quan %(code)s kết thúc sau ngày %(last)s. Hãy ghi mã cơ quan kế thừa.")
            return said % told
        said = _(
            "Cơ quan %(code)s kết thúc sau ngày %(last)s, nay là %(heir)s. Hãy ghi mã %(new)s."
        )
        return said % {**told, "heir": heir.name, "new": heir.identifier}
