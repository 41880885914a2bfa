"""Which kinds of questions are there to choose from, and what does each ask its editor?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from . import inputs
from .inputs import LONG
from .question import QuestionBlock, bounds, fraction, kind, lengths, shape, unit

CASE_HELP = _(
    "Vài chữ trong tên trường hợp mà người chọn câu này phải nộp giấy tờ. Để trống nếu không có."
)


class ChoicesBlock(blocks.ListBlock):
    """What one may choose."""

    def __init__(self, **told: Any) -> None:
        choice = blocks.StructBlock(
            [
                ("label", inputs.line(_("Lời trên màn hình"), LONG, required=True)),
                (
                    "value",
                    inputs.line(_("Giá trị lưu"), 100, help_text=_("Để trống thì cổng tự đặt.")),
                ),
                ("case", inputs.line(_("Trường hợp của thủ tục"), 300, help_text=CASE_HELP)),
            ],
            label_format="{label}",
        )
        super().__init__(choice, label=_("Các lựa chọn"), min_num=2, max_num=300, **told)


WRITTEN, CHOSEN, COUNTED, KNOWN, WORKED = (
    _("Chữ"),
    _("Chọn, đánh dấu"),
    _("Số, ngày"),
    _("Người, nơi, liên hệ"),
    _("Tự tính, nhóm, giấy tờ"),
)
Kinds = list[tuple[str, blocks.Block]]


def every_kind() -> Kinds:
    """Every kind that may stand in a group as well."""
    return [*_written(), *_chosen(), *_counted(), *_known(), *_worked()]


def _written() -> Kinds:
    lines = inputs.whole(_("Số dòng của ô"), default=4, min_value=1, max_value=20)
    return [
        ("line", kind(_("Một dòng chữ"), "minus", lengths(), shape(), group=WRITTEN)),
        (
            "text",
            kind(_("Đoạn nhiều dòng"), "pilcrow", [("lines", lines)], lengths(), group=WRITTEN),
        ),
    ]


def _chosen() -> Kinds:
    offered = [("choices", ChoicesBlock()), ("as_buttons", inputs.tick(_("Hiện mọi lựa chọn")))]
    must = [("must", inputs.tick(_("Phải đánh dấu mới nộp được")))]
    return [
        ("choice", kind(_("Chọn một"), "list-ul", offered, group=CHOSEN)),
        ("tick", kind(_("Ô đánh dấu"), "check", must, group=CHOSEN)),
    ]


def _counted() -> Kinds:
    return [
        ("day", kind(_("Ngày"), "date", group=COUNTED)),
        ("past_day", kind(_("Ngày đã qua"), "history", group=COUNTED)),
        ("past_day_or_year", kind(_("Ngày đã qua, hoặc chỉ năm"), "history", group=COUNTED)),
        ("number", kind(_("Số nguyên"), "order", [*bounds(), *unit()], group=COUNTED)),
        ("decimal", kind(_("Số có phần lẻ"), "decimal", fraction(), group=COUNTED)),
        ("money", kind(_("Số tiền (đồng)"), "bars", bounds(), group=COUNTED)),
    ]


def _known() -> Kinds:
    near = [
        ("birth_date", inputs.question(_("Đối chiếu với ngày sinh ở câu"))),
        ("sex", inputs.question(_("Đối chiếu với giới tính ở câu"))),
    ]
    return [
        ("name", kind(_("Họ tên"), "user", settings=lengths(), group=KNOWN)),
        ("personal_number", kind(_("Số định danh cá nhân"), "key", [], near, group=KNOWN)),
        ("phone", kind(_("Điện thoại"), "mobile-alt", group=KNOWN)),
        ("email", kind(_("Thư điện tử"), "mail", settings=lengths(), group=KNOWN)),
        ("commune", kind(_("Xã, phường trong tỉnh"), "home", group=KNOWN)),
        ("place", kind(_("Địa phương trong cả nước"), "site", group=KNOWN)),
    ]


def _worked() -> Kinds:
    of = [("of", inputs.of(_("Ngày hoặc số tiền ở câu")))]
    paper = [("paper", inputs.line(_("Tên giấy tờ"), LONG, required=True))]
    signs = [("signs", inputs.question(_("Phải giống tên ở câu")))]
    return [
        ("calculated", _calculated()),
        ("words", kind(_("Viết bằng chữ"), "openquote", of, group=WORKED)),
        ("paper", kind(_("Có giấy tờ kèm theo"), "doc-full", paper, group=WORKED)),
        ("signature", kind(_("Ký tên"), "edit", signs, lengths(), group=WORKED)),
        ("other", kind(_("Loại khác"), "code", group=WORKED)),
    ]


def _calculated() -> QuestionBlock:
    how = blocks.ChoiceBlock(
        label=_("Cách tính"),
        choices=[
            ("sum", _("Tổng")),
            ("product", _("Tích")),
            ("difference", _("Hiệu: câu đầu trừ câu sau")),
            ("percent", _("Câu đầu bằng mấy phần trăm câu sau")),
            ("count", _("Số mục của nhóm lặp lại")),
            ("age", _("Tuổi, từ một ngày")),
        ],
        default="sum",
    )
    result = blocks.ChoiceBlock(
        label=_("Kết quả"),
        choices=[("whole", _("Số nguyên")), ("decimal", _("Số có phần lẻ"))],
        default="whole",
    )
    of = blocks.ListBlock(inputs.of(_("Câu")), label=_("Tính từ các câu"), min_num=1, max_num=50)
    on = inputs.question(
        _("Tính đến ngày ở câu"), help_text=_("Chỉ cho tuổi; để trống là hôm nay.")
    )
    return kind(
        _("Tự tính"),
        "cogs",
        [("how", how), ("of", of), ("kind", result)],
        [("on", on), *fraction()],
        group=WORKED,
    )
