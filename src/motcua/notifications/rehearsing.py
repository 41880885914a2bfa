"""Which letters would name an office that is no more? A line of every rehearsal."""

from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from motcua.reorganization import naming
from motcua.reorganization.lines import Group, Line
from motcua.reorganization.models import Plan

LETTERS = Path(__file__).parent / "templates" / "letters"


def letters(plan: Plan) -> list[Path]:
    """Templates that say the name themselves, instead of being told it."""
    return naming.files_naming(plan, sorted(LETTERS.rglob("*.txt")))


def cells(_plan: Plan, rows: Sequence[Path]) -> list[tuple[str, ...]]:
    return [("/".join(row.parts[-2:]),) for row in rows]


LINE = Line(
    "letters",
    _("Mẫu thư nêu tên cơ quan cũ"),
    lambda plan: len(letters(plan)),
    letters,
    group=Group.WORDS,
    remedy=_("Hãy sửa mẫu để tên lấy từ dữ liệu; việc của quản trị hệ thống."),
    heads=(_("Tệp"),),
    cells=cells,
)
