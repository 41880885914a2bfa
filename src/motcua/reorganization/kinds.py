"""What does each kind of change do to organizations? One row a kind, as the law uses the words.

*Sáp nhập* is A into B, and B continues; *hợp nhất* is A and B into a new C (domain.md §13).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import ChangeKind

MANY = 10_000


@dataclass(frozen=True, slots=True)
class Rule:
    """How many there are before and after, who ends, and who is new."""

    originals: tuple[int, int]
    resulting: tuple[int, int]
    ends: bool
    """Whether the originals end."""
    founds: bool | None = None
    """Whether every resulting one is new (True), none is (False), or either (None)."""
    keeps_itself: bool = False
    """Whether the original is itself the resulting one."""


RULES = {
    ChangeKind.CREATE: Rule((0, 0), (1, MANY), ends=False, founds=True),
    ChangeKind.RENAME: Rule((1, 1), (1, 1), ends=False, founds=False, keeps_itself=True),
    ChangeKind.ABSORB: Rule((1, MANY), (1, 1), ends=True, founds=False),
    ChangeKind.CONSOLIDATE: Rule((2, MANY), (1, 1), ends=True, founds=True),
    ChangeKind.DIVIDE: Rule((1, 1), (2, MANY), ends=True),
    ChangeKind.SEPARATE: Rule((1, 1), (1, MANY), ends=False, founds=True),
    ChangeKind.TRANSFER: Rule((1, MANY), (1, MANY), ends=False, founds=False),
    ChangeKind.ABOLISH: Rule((1, MANY), (0, MANY), ends=True),
    ChangeKind.MOVE_TIER: Rule((1, 1), (1, 1), ends=True, founds=True),
}


def ends_originals(kind: str) -> bool:
    return RULES[ChangeKind(kind)].ends


TOLD = {
    ChangeKind.CREATE: _("Lập một hay nhiều cơ quan mới; chưa cơ quan nào kết thúc."),
    ChangeKind.RENAME: _("Cơ quan giữ nguyên mã và mang tên mới từ ngày thực hiện."),
    ChangeKind.ABSORB: _("Một hay nhiều cơ quan kết thúc, nhập vào một cơ quan đang hoạt động."),
    ChangeKind.CONSOLIDATE: _("Hai cơ quan trở lên kết thúc và thành một cơ quan mới."),
    ChangeKind.DIVIDE: _("Một cơ quan kết thúc, hai cơ quan trở lên nhận từng phần."),
    ChangeKind.SEPARATE: _("Một cơ quan giữ lại phần lớn, một phần thành cơ quan mới."),
    ChangeKind.TRANSFER: _("Không cơ quan nào kết thúc; lĩnh vực hoặc địa bàn sang nơi khác."),
    ChangeKind.ABOLISH: _("Cơ quan kết thúc; việc còn lại, nếu có, giao nơi khác."),
    ChangeKind.MOVE_TIER: _("Cơ quan chuyển sang cấp khác, mang mã mới theo cấp trên mới."),
}
"""What each kind means, for whoever chooses."""
