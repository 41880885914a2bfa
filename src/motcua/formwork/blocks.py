"""Of which blocks is a form built? Pages, sections, and a block for each kind of question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from .sheets import Json

LONG, LINE = 500, 200
REST_HELP = _("Từ khóa của biểu mẫu chưa có ô riêng; được giữ nguyên. Để trống nếu không rõ.")


def _line(label: Any, most: int = LINE, **told: Any) -> blocks.CharBlock:
    return blocks.CharBlock(label=label, max_length=most, **{"required": False, **told})


def _text(label: Any, rows: int = 2, most: int = 2_000, **told: Any) -> blocks.TextBlock:
    return blocks.TextBlock(label=label, rows=rows, max_length=most, required=False, **told)


def _rest() -> blocks.TextBlock:
    return _text(_("Phần ngoài khối (JSON)"), 2, 20_000, help_text=REST_HELP)


def _whole(label: Any, **told: Any) -> blocks.IntegerBlock:
    return blocks.IntegerBlock(label=label, required=False, **told)


def _decimal(label: Any) -> blocks.FloatBlock:
    return blocks.FloatBlock(label=label, required=False)


def _tick(label: Any, **told: Any) -> blocks.BooleanBlock:
    return blocks.BooleanBlock(label=label, required=False, **told)


def _question(label: Any, *names: Any, **told: Any) -> blocks.CharBlock:
    help_text = _("Nhãn hoặc tên dữ liệu của câu ấy, ví dụ “Giới tính”.")
    return _line(label, 300, **{"help_text": help_text, **told})


Fields = Sequence[tuple[str, blocks.Block]]


def _lengths() -> Fields:
    return [
        ("min_length", _whole(_("Ít nhất bao nhiêu ký tự"), min_value=1)),
        ("max_length", _whole(_("Nhiều nhất bao nhiêu ký tự"), min_value=1)),
    ]


def _shape() -> Fields:
    return [
        ("pattern", _line(_("Mẫu chữ (biểu thức chính quy)"), 500)),
    ]


def _bounds() -> Fields:
    return [("least", _whole(_("Nhỏ nhất"))), ("most", _whole(_("Lớn nhất")))]


def _unit() -> Fields:
    return [("unit", _line(_("Đơn vị"), 40, help_text=_("Ví dụ m², người.")))]


def _fraction() -> Fields:
    return [
        ("least", _decimal(_("Nhỏ nhất"))),
        ("most", _decimal(_("Lớn nhất"))),
        *_unit(),
        ("decimals", _whole(_("Nhiều nhất bao nhiêu chữ số lẻ"), min_value=0, max_value=6)),
    ]


class QuestionBlock(blocks.StructBlock):
    """One question: label, hint and what its kind needs; the rest behind *settings*."""

    def __init__(self, own: Fields, settings: Fields = (), **told: Any) -> None:
        first: Fields = [
            ("title", _line(_("Câu hỏi (nhãn)"), LONG, required=True)),
            ("hint", _line(_("Gợi ý"), LONG)),
        ]
        asked: Fields = [("required", _tick(_("Bắt buộc trả lời")))]
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
            _line(
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
                    ("personal_number", _("Số định danh cá nhân")),
                    ("phone", _("Điện thoại")),
                    ("email", _("Thư điện tử")),
                ],
            ),
        ),
        (
            "autocomplete",
            _line(
                _("Trình duyệt gợi ý"),
                60,
                help_text=_("Tên theo chuẩn HTML, ví dụ name, tel, email, bday."),
            ),
        ),
        ("error", _line(_("Lời nhắc khi trả lời không đúng"), LONG)),
        ("rest", _rest()),
    ]


def _kind(
    label: Any, icon: str, own: Fields = (), settings: Fields = (), **told: Any
) -> QuestionBlock:
    return QuestionBlock(own, settings, label=label, icon=icon, **told)


class ChoicesBlock(blocks.ListBlock):
    """What one may choose."""

    def __init__(self, **told: Any) -> None:
        choice = blocks.StructBlock(
            [
                ("label", _line(_("Lời trên màn hình"), LONG, required=True)),
                ("value", _line(_("Giá trị lưu"), 100, help_text=_("Để trống thì cổng tự đặt."))),
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


def _plain() -> list[tuple[str, blocks.Block]]:
    """Every kind that may stand in a group as well."""
    return [
        ("line", _kind(_("Một dòng chữ"), "minus", _lengths(), _shape(), group=WRITTEN)),
        (
            "text",
            _kind(
                _("Đoạn nhiều dòng"),
                "pilcrow",
                [("lines", _whole(_("Số dòng của ô"), default=4, min_value=1, max_value=20))],
                _lengths(),
                group=WRITTEN,
            ),
        ),
        (
            "choice",
            _kind(
                _("Chọn một"),
                "list-ul",
                [("choices", ChoicesBlock()), ("as_buttons", _tick(_("Hiện mọi lựa chọn")))],
                group=CHOSEN,
            ),
        ),
        (
            "tick",
            _kind(
                _("Ô đánh dấu"),
                "check",
                [("must", _tick(_("Phải đánh dấu mới nộp được")))],
                group=CHOSEN,
            ),
        ),
        ("day", _kind(_("Ngày"), "date", group=COUNTED)),
        ("past_day", _kind(_("Ngày đã qua"), "history", group=COUNTED)),
        ("number", _kind(_("Số nguyên"), "order", [*_bounds(), *_unit()], group=COUNTED)),
        ("decimal", _kind(_("Số có phần lẻ"), "decimal", _fraction(), group=COUNTED)),
        ("money", _kind(_("Số tiền (đồng)"), "bars", _bounds(), group=COUNTED)),
        ("name", _kind(_("Họ tên"), "user", settings=_lengths(), group=KNOWN)),
        (
            "personal_number",
            _kind(
                _("Số định danh cá nhân"),
                "key",
                [],
                [
                    ("birth_date", _question(_("Đối chiếu với ngày sinh ở câu"))),
                    ("sex", _question(_("Đối chiếu với giới tính ở câu"))),
                ],
                group=KNOWN,
            ),
        ),
        ("phone", _kind(_("Điện thoại"), "mobile-alt", group=KNOWN)),
        ("email", _kind(_("Thư điện tử"), "mail", settings=_lengths(), group=KNOWN)),
        ("commune", _kind(_("Xã, phường trong tỉnh"), "home", group=KNOWN)),
        ("place", _kind(_("Địa phương trong cả nước"), "site", group=KNOWN)),
        ("calculated", _calculated()),
        (
            "words",
            _kind(
                _("Viết bằng chữ"),
                "openquote",
                [("of", _of(_("Ngày hoặc số tiền ở câu")))],
                group=WORKED,
            ),
        ),
        (
            "paper",
            _kind(
                _("Có giấy tờ kèm theo"),
                "doc-full",
                [("paper", _line(_("Tên giấy tờ"), LONG, required=True))],
                group=WORKED,
            ),
        ),
        (
            "signature",
            _kind(
                _("Ký tên"),
                "edit",
                [("signs", _question(_("Phải giống tên ở câu")))],
                _lengths(),
                group=WORKED,
            ),
        ),
        ("other", _kind(_("Loại khác"), "code", group=WORKED)),
    ]


def _of(label: Any) -> blocks.CharBlock:
    return _question(label, required=True)


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
    kind = blocks.ChoiceBlock(
        label=_("Kết quả"),
        choices=[("whole", _("Số nguyên")), ("decimal", _("Số có phần lẻ"))],
        default="whole",
    )
    of = blocks.ListBlock(_of(_("Câu")), label=_("Tính từ các câu"), min_num=1, max_num=50)
    on = _question(_("Tính đến ngày ở câu"), help_text=_("Chỉ cho tuổi; để trống là hôm nay."))
    return _kind(
        _("Tự tính"),
        "cogs",
        [("how", how), ("of", of), ("kind", kind)],
        [("on", on), *_fraction()],
        group=WORKED,
    )


class GroupBlock(blocks.StructBlock):
    """Questions asked once for every entry: members, floors, children."""

    title = _line(_("Tên nhóm"), LONG, required=True)
    entry = _line(_("Gọi mỗi mục là"), 60, help_text=_("Ví dụ Thành viên: “Thành viên thứ 2”."))
    hint = _line(_("Gợi ý"), LONG)
    least = _whole(_("Ít nhất bao nhiêu mục"), min_value=0, max_value=100)
    most = blocks.IntegerBlock(
        label=_("Nhiều nhất bao nhiêu mục"), min_value=1, max_value=100, default=20
    )
    required = _tick(_("Bắt buộc có"))
    questions = blocks.StreamBlock(_plain(), label=_("Câu hỏi của mỗi mục"), collapsed=True)
    name = _line(_("Tên dữ liệu"), help_text=_("Để trống thì cổng tự đặt theo tên nhóm."))
    rest = _rest()

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

    question = _of(_("Khi câu"))
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
    answer = _line(_("Câu trả lời"), 300, required=True)

    class Meta:
        label = _("Điều kiện")
        label_format = "{question}: {answer}"


class SectionBlock(blocks.StructBlock):
    """Questions under one heading, which may count only under a condition."""

    title = _line(_("Tên mục"), LONG)
    intro = _text(_("Lời dẫn"))
    conditions = blocks.ListBlock(ConditionBlock(), label=_("Chỉ hiện khi"), default=[], max_num=10)
    questions = blocks.StreamBlock(
        [*_plain(), ("group", GroupBlock())], label=_("Câu hỏi"), collapsed=True
    )
    rest = _rest()

    class Meta:
        icon = "list-ul"
        label = _("Mục")
        label_format = "{title}"
        form_layout = BlockGroup(["title", "intro", "conditions", "questions"], ["rest"])


class PageBlock(blocks.StructBlock):
    """One page of the form, as the citizen leafs through it."""

    title = _line(_("Tên trang"), LONG, required=True)
    intro = _text(_("Lời dẫn"))
    sections = blocks.ListBlock(SectionBlock(), label=_("Các mục"), min_num=1, max_num=50)
    key = _line(_("Địa chỉ trang"), 60, help_text=_("Để trống thì cổng tự đặt theo tên trang."))
    rest = _rest()

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


def of_pages(pages: Sequence[Json]) -> Any:
    """The value that the editor's screen shows; with no page, one to begin with."""
    if not pages:
        return PAGES.to_python([("page", PAGES.child_blocks["page"].get_default())])
    return PAGES.to_python([named("page", _with_names(page)) for page in pages])


def _with_names(value: Any) -> Any:
    """Wagtail's script tells blocks of a stream apart by their ids."""
    if isinstance(value, dict) and set(value) == {"type", "value"}:
        return named(value["type"], _with_names(value["value"]))
    if isinstance(value, dict):
        return {key: _with_names(each) for key, each in value.items()}
    return [_with_names(each) for each in value] if isinstance(value, list) else value


def named(kind: str, value: Any) -> Json:
    """A block of a stream with an id of its own."""
    return {"type": kind, "value": value, "id": str(uuid4())}


WRAPPINGS = frozenset({"item", "page"})
"""Types of blocks that say nothing: their stream or list has one kind."""


def plain(value: Any) -> Any:
    """A block's value without ids and wrappings, as :mod:`sheets` tells it."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_unwrapped(each) for each in value]
    return value


def _unwrapped(each: Any) -> Any:
    if isinstance(each, dict) and set(each) == {"type", "value", "id"}:
        value = plain(each["value"])
        return value if each["type"] in WRAPPINGS else {"type": each["type"], "value": value}
    return plain(each)
