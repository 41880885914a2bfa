"""Of what is the block of one question made? What everyone has, and what its kind adds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from . import inputs
from .inputs import LONG

Fields = Sequence[tuple[str, blocks.Block]]


def lengths() -> Fields:
    return [
        ("min_length", inputs.whole(_("Ít nhất bao nhiêu ký tự"), min_value=1)),
        ("max_length", inputs.whole(_("Nhiều nhất bao nhiêu ký tự"), min_value=1)),
    ]


def shape() -> Fields:
    return [
        ("pattern", inputs.line(_("Mẫu chữ (biểu thức chính quy)"), 500)),
    ]


def bounds() -> Fields:
    return [("least", inputs.whole(_("Nhỏ nhất"))), ("most", inputs.whole(_("Lớn nhất")))]


def unit() -> Fields:
    return [("unit", inputs.line(_("Đơn vị"), 40, help_text=_("Ví dụ m², người.")))]


def fraction() -> Fields:
    return [
        ("least", inputs.decimal(_("Nhỏ nhất"))),
        ("most", inputs.decimal(_("Lớn nhất"))),
        *unit(),
        ("decimals", inputs.whole(_("Nhiều nhất bao nhiêu chữ số lẻ"), min_value=0, max_value=6)),
    ]


class QuestionBlock(blocks.StructBlock):
    """One question: label, hint and what its kind needs; the rest behind *settings*."""

    def __init__(self, own: Fields, settings: Fields = (), **told: Any) -> None:
        first: Fields = [
            ("title", inputs.line(_("Câu hỏi (nhãn)"), LONG, required=True)),
            ("hint", inputs.line(_("Gợi ý"), LONG)),
        ]
        asked: Fields = [("required", inputs.tick(_("Bắt buộc trả lời")))]
        behind: Fields = [*settings, *_behind()]
        layout = BlockGroup(
            [name for name, _block in (*first, *own, *asked)], [name for name, _b in behind]
        )
        super().__init__(
            [*first, *own, *asked, *behind],
            form_layout=layout,
            label_format="{title}",
            collapsed=True,
            **told,
        )


def _behind() -> list[tuple[str, blocks.Block]]:
    return [
        (
            "name",
            inputs.line(
                _("Tên dữ liệu"),
                help_text=_("Để trống thì cổng tự đặt theo nhãn. Ví dụ child.full_name."),
            ),
        ),
        (
            "prefill",
            blocks.ChoiceBlock(
                label=_("Điền sẵn từ tài khoản"),
                required=False,
                choices=[
                    ("full_name", _("Họ tên")),
                    ("birth_date", _("Ngày sinh")),
                    ("sex", _("Giới tính")),
                    ("personal_number", _("Số định danh cá nhân")),
                    ("phone", _("Điện thoại")),
                    ("email", _("Thư điện tử")),
                ],
            ),
        ),
        (
            "autocomplete",
            inputs.line(
                _("Trình duyệt gợi ý"),
                60,
                help_text=_("Tên theo chuẩn HTML, ví dụ name, tel, email, bday."),
            ),
        ),
        ("error", inputs.line(_("Lời nhắc khi trả lời không đúng"), LONG)),
        ("rest", inputs.rest()),
    ]


def kind(
    label: Any, icon: str, own: Fields = (), settings: Fields = (), **told: Any
) -> QuestionBlock:
    return QuestionBlock(own, settings, label=label, icon=icon, **told)
