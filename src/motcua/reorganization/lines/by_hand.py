"""What must a human look after, because the portal keeps no record of it?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.reorganization import lines
from motcua.reorganization.lines import Group, Line
from motcua.reorganization.models import Plan


def unknown(_plan: Plan) -> None:
    """No number: zero would say that somebody looked."""


def nothing(_plan: Plan) -> list[Any]:
    return []


def _line(key: str, label: Any, remedy: Any) -> None:
    lines.register(Line(key, label, unknown, nothing, group=Group.WORDS, remedy=remedy))


_line(
    "signatures",
    _("Chứng thư số và con dấu của cơ quan cũ"),
    _(
        "Cổng chưa giữ chứng thư số nào nên không đếm được: hãy hỏi văn thư và Ban Cơ yếu, thu hồi "
        "chứng thư và nộp lại con dấu cũ, đăng ký mẫu mới, rồi xác nhận ở đây."
    ),
)
_line(
    "api-clients",
    _("Hệ thống khác kết nối bằng mã cơ quan cũ"),
    _(
        "Cổng chưa mở kết nối cho hệ thống nào nên không đếm được: hãy hỏi đơn vị vận hành trục "
        "liên thông, đổi mã định danh ở nơi gửi và nơi nhận, rồi xác nhận ở đây."
    ),
)
