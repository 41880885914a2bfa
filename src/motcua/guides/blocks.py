"""Of what do editors build a guide? Questions with their answers, steps with their conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from motcua.catalog.models import CODE

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

KEY = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
"""What stands in the address of the page: ``?noi-sinh=benh-vien``."""
KEY_ERROR = {"invalid": _("Chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ noi-sinh.")}


def key(label: StrOrPromise) -> blocks.RegexBlock:
    return blocks.RegexBlock(KEY, label=label, max_length=40, error_messages=KEY_ERROR)


def procedure_code() -> blocks.RegexBlock:
    """The code of a procedure, or nothing."""
    wrong = {"invalid": _("Mã thủ tục có dạng 1.001193.")}
    return blocks.RegexBlock(
        rf"^{CODE}$", label=_("Mã thủ tục"), required=False, error_messages=wrong
    )


class ConditionBlock(blocks.StructBlock):
    """Only where one of these answers was given to an earlier question."""

    question = key(_("Khóa của câu hỏi"))
    answers = blocks.ListBlock(key(_("Khóa của câu trả lời")), label=_("Trả lời là"))

    class Meta:
        label = _("Chỉ khi")


class OptionBlock(blocks.StructBlock):
    """One answer."""

    key = key(_("Khóa"))
    label = blocks.CharBlock(label=_("Câu trả lời"), max_length=200)
    hint = blocks.CharBlock(label=_("Giải thích"), max_length=300, required=False)


class QuestionBlock(blocks.StructBlock):
    """A question with answers to choose from, or after a day from which terms are counted."""

    key = key(_("Khóa"))
    ask = blocks.CharBlock(label=_("Câu hỏi"), max_length=200)
    hint = blocks.CharBlock(label=_("Giải thích"), max_length=400, required=False)
    kind = blocks.ChoiceBlock(
        [("choice", _("Chọn một")), ("day", _("Một ngày, không bắt buộc"))],
        label=_("Loại"),
        default="choice",
    )
    options = blocks.ListBlock(OptionBlock(), label=_("Các câu trả lời"), min_num=0)
    only_if = blocks.ListBlock(ConditionBlock(), label=_("Chỉ hỏi khi"), min_num=0)

    class Meta:
        label = _("Câu hỏi")
        icon = "help"


class StepBlock(blocks.StructBlock):
    """Something to do: with a procedure of this portal, or elsewhere."""

    title = blocks.CharBlock(label=_("Việc"), max_length=200)
    text = blocks.TextBlock(label=_("Nói rõ hơn"), max_length=1500, required=False)
    procedure = procedure_code()
    where = blocks.CharBlock(label=_("Làm ở đâu"), max_length=300, required=False)
    deadline = blocks.CharBlock(label=_("Khi nào"), max_length=200, required=False)
    days = blocks.IntegerBlock(label=_("Số ngày"), min_value=1, required=False)
    counted_from = blocks.RegexBlock(
        KEY, label=_("Kể từ ngày ở câu hỏi"), required=False, error_messages=KEY_ERROR
    )
    basis = blocks.CharBlock(label=_("Căn cứ của thời hạn"), max_length=300, required=False)
    late = blocks.CharBlock(label=_("Nếu đã quá hạn"), max_length=400, required=False)
    only_if = blocks.ListBlock(ConditionBlock(), label=_("Chỉ làm khi"), min_num=0)

    class Meta:
        label = _("Việc cần làm")
        icon = "list-ol"


class OutcomeBlock(OptionBlock):
    """One answer, and what it says of whether one may apply."""

    outcome = blocks.ChoiceBlock(
        [("yes", _("Được")), ("no", _("Không được")), ("ask", _("Hỏi nơi tiếp nhận"))],
        label=_("Nghĩa là"),
        default="yes",
    )
    because = blocks.CharBlock(label=_("Vì sao"), max_length=500, required=False)
    basis = blocks.CharBlock(label=_("Căn cứ"), max_length=300, required=False)
    instead = procedure_code()


class CheckBlock(blocks.StructBlock):
    """A question of whether one may apply."""

    key = key(_("Khóa"))
    ask = blocks.CharBlock(label=_("Câu hỏi"), max_length=200)
    hint = blocks.CharBlock(label=_("Giải thích"), max_length=400, required=False)
    options = blocks.ListBlock(OutcomeBlock(), label=_("Các câu trả lời"), min_num=2)

    class Meta:
        label = _("Câu hỏi điều kiện")
        icon = "help"
