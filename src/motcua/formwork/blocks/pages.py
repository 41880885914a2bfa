"""How do questions stand together? In groups, sections and pages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from . import inputs
from .inputs import LONG
from .kinds import WORKED, every_kind


class GroupBlock(blocks.StructBlock):
    """Questions asked once for every entry: members, floors, children."""

    title = inputs.line(_("Tên nhóm"), LONG, required=True)
    entry = inputs.line(
        _("Gọi mỗi mục là"), 60, help_text=_("Ví dụ Thành viên: “Thành viên thứ 2”.")
    )
    hint = inputs.line(_("Gợi ý"), LONG)
    least = inputs.whole(_("Ít nhất bao nhiêu mục"), min_value=0, max_value=100)
    most = blocks.IntegerBlock(
        label=_("Nhiều nhất bao nhiêu mục"), min_value=1, max_value=100, default=20
    )
    required = inputs.tick(_("Bắt buộc có"))
    questions = blocks.StreamBlock(every_kind(), label=_("Câu hỏi của mỗi mục"), collapsed=True)
    name = inputs.line(_("Tên dữ liệu"), help_text=_("Để trống thì cổng tự đặt theo tên nhóm."))
    rest = inputs.rest()

    class Meta:
        icon = "copy"
        label = _("Nhóm lặp lại")
        label_format = "{title}"
        group = WORKED
        collapsed = True
        form_layout = BlockGroup(
            ["title", "entry", "hint", "least", "most", "required", "questions"], ["name", "rest"]
        )


class ConditionBlock(blocks.StructBlock):
    """One thing that must be so before a section counts."""

    question = inputs.of(_("Khi câu"))
    how = blocks.ChoiceBlock(
        label=_("Được trả lời"),
        choices=[
            ("is", _("là")),
            ("one_of", _("là một trong (cách nhau bằng ;)")),
            ("least", _("từ số này trở lên")),
            ("most", _("đến hết số này")),
            ("entries", _("có ít nhất chừng này mục")),
            ("no_more_entries", _("có nhiều nhất chừng này mục")),
        ],
        default="is",
    )
    answer = inputs.line(_("Câu trả lời"), 300, required=True)

    class Meta:
        label = _("Điều kiện")
        label_format = "{question}: {answer}"


class SectionBlock(blocks.StructBlock):
    """Questions under one heading, which may count only under a condition."""

    title = inputs.line(_("Tên mục"), LONG)
    intro = inputs.text(_("Lời dẫn"))
    conditions = blocks.ListBlock(ConditionBlock(), label=_("Chỉ hiện khi"), default=[], max_num=10)
    questions = blocks.StreamBlock(
        [*every_kind(), ("group", GroupBlock())], label=_("Câu hỏi"), collapsed=True
    )
    rest = inputs.rest()

    class Meta:
        icon = "list-ul"
        label = _("Mục")
        label_format = "{title}"
        form_layout = BlockGroup(["title", "intro", "conditions", "questions"], ["rest"])


class PageBlock(blocks.StructBlock):
    """One page of the form, as the citizen leafs through it."""

    title = inputs.line(_("Tên trang"), LONG, required=True)
    intro = inputs.text(_("Lời dẫn"))
    sections = blocks.ListBlock(SectionBlock(), label=_("Các mục"), min_num=1, max_num=50)
    key = inputs.line(
        _("Địa chỉ trang"), 60, help_text=_("Để trống thì cổng tự đặt theo tên trang.")
    )
    rest = inputs.rest()

    class Meta:
        icon = "doc-full"
        label = _("Trang")
        label_format = "{title}"
        form_layout = BlockGroup(["title", "intro", "sections"], ["key", "rest"])


class PagesBlock(blocks.StreamBlock):
    """All pages of a form: a stream of one kind, as the root of Wagtail's screen has to be."""

    page = PageBlock()

    class Meta:
        label = _("Các trang")
        min_num = 1
        max_num = 30
        required = True


PAGES = PagesBlock()
