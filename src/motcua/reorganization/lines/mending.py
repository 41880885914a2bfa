"""What of the plan does the register contradict by now, so that it cannot be carried out?

A plan agreed with the register when it was written. Since then another plan may have ended one of
its offices, or somebody entered what begins later there.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.reorganization import checks, lines
from motcua.reorganization.lines import Group, Line
from motcua.reorganization.models import Plan
from motcua.reorganization.problems import Problem


def contradictions(plan: Plan) -> list[Problem]:
    """As carrying out would name them; none of a plan that is over."""
    return checks.problems(plan) if plan.is_planned else []


lines.register(
    Line(
        "mending",
        _("Chỗ không còn khớp với sổ tổ chức"),
        lambda plan: len(contradictions(plan)),
        contradictions,
        is_blocking=True,
        only_mended=True,
        group=Group.COMPETENCE,
        remedy=_(
            "Sổ tổ chức đã thay đổi từ lúc lập phương án: hãy mở lại phương án để sửa từng chỗ, "
            "hoặc hủy phương án."
        ),
        heads=(_("Chỗ phải sửa"),),
    )
)
