"""Of which blocks are the lists of a version built? Channels, papers by case, law, results."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from motcua.catalog.importing.channels import LONGEST_LIMIT
from motcua.catalog.importing.money import HIGHEST
from motcua.catalog.importing.papers import MOST
from motcua.catalog.models import Channel, Component
from motcua.ui import fields

WORDS = 20_000


def _line(label: Any, **told: Any) -> blocks.CharBlock:
    return blocks.CharBlock(label=label, max_length=3_000, **{"required": False, **told})


def _text(label: Any) -> blocks.TextBlock:
    return blocks.TextBlock(label=label, rows=2, max_length=WORDS, required=False)


def _count(label: Any, said: Any, *, least: int = 0, most: int) -> blocks.IntegerBlock:
    """A whole number; ``said`` is what to write, whatever is wrong."""
    block = blocks.IntegerBlock(label=label, required=False, min_value=least, max_value=most)
    block.field.error_messages["invalid"] = said
    for check in block.field.validators:
        check.message = said
    return block


def _day(label: Any) -> blocks.DateBlock:
    block = blocks.DateBlock(label=label, required=False)
    block.field.error_messages["invalid"] = fields.NO_DAY
    return block


LIMIT = _("Thời hạn là số từ 1 đến 3650. Trả ngay trong ngày thì để trống, chọn “trong ngày”.")
MONEY = _("Số tiền viết bằng chữ số, từ 0 đồng trở lên, ví dụ 8000. Không chắc thì để trống.")
COPIES = _("Số bản là số từ 0 đến 1000. Không rõ thì để trống.")
KINDS = [
    ("", Channel.Kind.UNSPECIFIED.label),
    ("direct", Channel.Kind.DIRECT.label),
    ("online", Channel.Kind.ONLINE.label),
    ("post", Channel.Kind.POST.label),
]


class ChannelBlock(blocks.StructBlock):
    """One way to file, with its time and what it costs there."""

    kind = blocks.ChoiceBlock(label=_("Cách nộp"), choices=KINDS, required=False)
    limit_value = _count(_("Thời hạn"), LIMIT, least=1, most=LONGEST_LIMIT)
    limit_unit = blocks.ChoiceBlock(
        label=_("Đơn vị"),
        choices=[("", _("Chưa ghi đơn vị")), *Channel.LimitUnit.choices],
        required=False,
    )
    limit_note = _text(_("Ghi chú thời hạn"))
    fee_text = _text(_("Phí, lệ phí (nguyên văn)"))
    fee_amount = _count(_("Số tiền (đồng), nếu chắc chắn"), MONEY, most=HIGHEST)
    description = _text(_("Mô tả"))

    class Meta:
        icon = "arrow-right"
        label = _("Cách nộp")
        label_format = "{kind}"


class PaperBlock(blocks.StructBlock):
    """One paper of a case."""

    name = blocks.TextBlock(label=_("Tên giấy tờ"), rows=2, max_length=WORDS)
    kind = blocks.ChoiceBlock(
        label=_("Nộp hay xuất trình"), choices=Component.Kind.choices, default="submit"
    )
    originals = _count(_("Bản chính"), COPIES, most=MOST)
    copies = _count(_("Bản sao"), COPIES, most=MOST)
    condition = _text(_("Khi nào cần"))
    form_template = _line(_("Mẫu đơn, tờ khai"))
    note = _text(_("Ghi chú"))

    class Meta:
        icon = "doc-full"
        label = _("Giấy tờ")
        label_format = "{name}"
        collapsed = True


class CaseBlock(blocks.StructBlock):
    """A situation with papers of its own; unnamed where there is one."""

    name = _text(_("Trường hợp"))
    components = blocks.StreamBlock([("item", PaperBlock())], label=_("Giấy tờ"), required=False)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Trường hợp")
        label_format = "{name}"


class LawBlock(blocks.StructBlock):
    """A law on which the procedure stands."""

    number = _line(_("Số, ký hiệu"))
    title = _text(_("Trích yếu"))
    issued_on = _day(_("Ngày ban hành"))
    issuer = _line(_("Cơ quan ban hành"))

    class Meta:
        icon = "openquote"
        label = _("Văn bản")
        label_format = "{number}"


class ResultBlock(blocks.StructBlock):
    """What the citizen receives."""

    name = blocks.TextBlock(label=_("Tên kết quả"), rows=2, max_length=WORDS)
    code = blocks.RegexBlock(
        label=_("Mã kết quả"),
        regex=r"^(KQ\.[A-Z0-9]+\.[0-9]+)?$",
        required=False,
        error_messages={"invalid": _("Mã kết quả có dạng KQ.G15.000031; không có thì để trống.")},
    )

    class Meta:
        icon = "success"
        label = _("Kết quả")
        label_format = "{name}"


def stream(label: Any, block: blocks.StructBlock) -> blocks.StreamBlock:
    """A list of one kind of block, as the root of Wagtail's screen has to be."""
    return blocks.StreamBlock([("item", block)], label=label, required=False)


LISTS = {
    "channels": stream(_("Cách nộp, thời hạn, lệ phí"), ChannelBlock()),
    "cases": stream(_("Thành phần hồ sơ theo trường hợp"), CaseBlock()),
    "legal_basis": stream(_("Căn cứ pháp lý"), LawBlock()),
    "results": stream(_("Kết quả thực hiện"), ResultBlock()),
}
