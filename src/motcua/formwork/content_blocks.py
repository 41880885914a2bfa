"""Of which blocks are the lists of a version built? Channels, papers by case, law, results."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from motcua.catalog.models import Channel, Component

WORDS = 20_000


def _line(label: Any, **told: Any) -> blocks.CharBlock:
    return blocks.CharBlock(label=label, max_length=3_000, **{"required": False, **told})


def _text(label: Any) -> blocks.TextBlock:
    return blocks.TextBlock(label=label, rows=2, max_length=WORDS, required=False)


def _count(label: Any, **told: Any) -> blocks.IntegerBlock:
    return blocks.IntegerBlock(label=label, required=False, min_value=0, **told)


KINDS = [
    ("direct", Channel.Kind.DIRECT.label),
    ("online", Channel.Kind.ONLINE.label),
    ("post", Channel.Kind.POST.label),
]


class ChannelBlock(blocks.StructBlock):
    """One way to file, with its time and what it costs there."""

    kind = blocks.ChoiceBlock(label=_("Cách nộp"), choices=KINDS, required=False)
    limit_value = _count(_("Thời hạn"), max_value=3_650)
    limit_unit = blocks.ChoiceBlock(
        label=_("Đơn vị"), choices=Channel.LimitUnit.choices, required=False
    )
    limit_note = _text(_("Ghi chú thời hạn"))
    fee_text = _text(_("Phí, lệ phí (nguyên văn)"))
    fee_amount = _count(_("Số tiền (đồng), nếu chắc chắn"))
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
    originals = _count(_("Bản chính"), max_value=1_000)
    copies = _count(_("Bản sao"), max_value=1_000)
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
    issued_on = blocks.DateBlock(label=_("Ngày ban hành"), required=False)
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
