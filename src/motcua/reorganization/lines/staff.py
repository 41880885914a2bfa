"""Does anybody get more people than it may have?"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import Quota
from motcua.reorganization import lines
from motcua.reorganization.headcount import Headcount, headcounts
from motcua.reorganization.lines import Group, Line
from motcua.reorganization.models import Plan
from motcua.reorganization.scene import scene_of

KINDS = dict(Quota.Kind.choices)


def over(plan: Plan) -> int:
    return sum(each.is_over for each in headcounts(plan))


def cells(plan: Plan, rows: Sequence[Headcount]) -> list[tuple[str, ...]]:
    called = scene_of(plan).names_of_body
    return [
        (
            called[row.body],
            str(KINDS[row.kind]),
            *(number_format(amount.normalize(), use_l10n=True) for amount in row.before),
            *(number_format(amount.normalize(), use_l10n=True) for amount in row.after),
            number_format((row.after[1] - row.after[0]).normalize(), use_l10n=True),
        )
        for row in rows
    ]


lines.register(
    Line(
        "headcount",
        _("Cơ quan sẽ có mặt nhiều hơn biên chế được giao"),
        over,
        headcounts,
        group=Group.PEOPLE,
        remedy=_(
            "Hãy xây dựng lộ trình tinh giản hoặc đề nghị giao biên chế; bảng cho thấy trước và "
            "sau của mọi cơ quan; trước của cơ quan mới là tổng các cơ quan giao người cho nó."
        ),
        heads=(
            _("Cơ quan"),
            _("Loại biên chế"),
            _("Trước: được giao"),
            _("Trước: có mặt"),
            _("Sau: được giao"),
            _("Sau: có mặt"),
            _("Thừa"),
        ),
        cells=cells,
    )
)
