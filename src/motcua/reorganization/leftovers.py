"""Is anything left that the new order has no place for?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from motcua.consultations import transfers as consultations
from motcua.directives import transfers as tasks
from motcua.dossiers import transfers as dossiers
from motcua.questions import transfers as questions
from motcua.reorganization import exceptions
from motcua.reorganization.structure import Order


def refuse_what_is_left(order: Order) -> None:
    """Raises StillBlocked where open work still lies at an organization that has ended."""
    ending = order.ending
    left: list[tuple[str, Any]] = [
        (_("hồ sơ đang giải quyết"), dossiers.open_at(ending)),
        (_("câu hỏi chưa trả lời"), questions.open_at(ending)),
        (_("nhiệm vụ đang thực hiện"), tasks.open_at(ending)),
        (_("đợt lấy ý kiến"), consultations.open_at(ending)),
    ]
    lines = [
        _("%(count)d %(what)s không có nơi nhận") % {"count": count, "what": what}
        for what, rows in left
        if (count := rows.count())
    ]
    if lines:
        raise exceptions.StillBlocked(lines)
