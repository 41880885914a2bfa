"""Which inputs do blocks of a form have? One line, several, a number, a tick, another question."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

LONG, LINE = 500, 200
REST_HELP = _("Từ khóa của biểu mẫu chưa có ô riêng; được giữ nguyên. Để trống nếu không rõ.")


def line(label: Any, most: int = LINE, **told: Any) -> blocks.CharBlock:
    return blocks.CharBlock(label=label, max_length=most, **{"required": False, **told})


def text(label: Any, rows: int = 2, most: int = 2_000, **told: Any) -> blocks.TextBlock:
    return blocks.TextBlock(label=label, rows=rows, max_length=most, required=False, **told)


def rest() -> blocks.TextBlock:
    return text(_("Phần ngoài khối (JSON)"), 2, 20_000, help_text=REST_HELP)


def whole(label: Any, **told: Any) -> blocks.IntegerBlock:
    return blocks.IntegerBlock(label=label, required=False, **told)


def decimal(label: Any) -> blocks.FloatBlock:
    return blocks.FloatBlock(label=label, required=False)


def tick(label: Any, **told: Any) -> blocks.BooleanBlock:
    return blocks.BooleanBlock(label=label, required=False, **told)


def question(label: Any, **told: Any) -> blocks.CharBlock:
    help_text = _("Nhãn hoặc tên dữ liệu của câu ấy, ví dụ “Giới tính”.")
    return line(label, 300, **{"help_text": help_text, **told})


def of(label: Any) -> blocks.CharBlock:
    return question(label, required=True)
