"""Of which blocks does an editor build an article? Few, each with its template."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from motcua.catalog.models import Procedure
from motcua.directives.models import Conclusion
from motcua.organizations.models import Organization

PARAGRAPH = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript", "subscript"]


class HeadingBlock(blocks.StructBlock):
    """A heading inside the article; its title is the only one above."""

    text = blocks.CharBlock(label=_("Tiêu đề"), max_length=150)
    level = blocks.ChoiceBlock(
        label=_("Bậc"),
        choices=[("h2", _("Mục")), ("h3", _("Tiểu mục"))],
        default="h2",
        search_index=False,
    )

    class Meta:
        icon = "title"
        label = _("Tiêu đề mục")
        template = "news/blocks/heading.html"


class PictureBlock(blocks.StructBlock):
    """A picture; caption and credit here go before the picture's own."""

    picture = ImageChooserBlock(label=_("Ảnh"))
    caption = blocks.CharBlock(label=_("Chú thích"), required=False, max_length=300)
    credit = blocks.CharBlock(label=_("Tác giả, nguồn"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Ảnh")
        template = "news/blocks/picture.html"


class GalleryBlock(blocks.StructBlock):
    """Several pictures that belong together."""

    title = blocks.CharBlock(label=_("Tên bộ ảnh"), max_length=150)
    pictures = blocks.ListBlock(
        PictureBlock(),
        label=_("Ảnh"),
        min_num=2,
        max_num=30,
        # else it begins with one, and the editor's screen with an error
        default=[{"picture": None, "caption": "", "credit": ""} for _place in range(2)],
    )

    class Meta:
        icon = "image"
        label = _("Bộ ảnh")
        template = "news/blocks/gallery.html"


class QuotationBlock(blocks.StructBlock):
    """What somebody said, who it was and in which post."""

    text = blocks.TextBlock(label=_("Lời nói"), max_length=1000)
    speaker = blocks.CharBlock(label=_("Người nói"), max_length=120)
    post = blocks.CharBlock(label=_("Chức vụ, cơ quan"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Trích lời")
        template = "news/blocks/quotation.html"


class TableBlock(blocks.StructBlock):
    """A table with caption and header row; cells are text or figures."""

    caption = blocks.CharBlock(label=_("Tên bảng"), max_length=200)
    first_column_is_header = blocks.BooleanBlock(
        label=_("Cột đầu là tên hàng"), required=False, default=True
    )
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Chữ"), required=False)),
            ("number", blocks.DecimalBlock(label=_("Số"), required=False)),
        ],
        label=_("Bảng"),
    )

    class Meta:
        icon = "table"
        label = _("Bảng")
        template = "news/blocks/table.html"


class CodeBlock(blocks.CharBlock):
    """Names something of ours by its code; the code must be known when it is typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field.help_text = self.meta.help_text  # a field's help is not its block's

    def clean(self, value: Any) -> Any:
        code = super().clean(value).strip()
        if code and not self.is_known(code):
            raise ValidationError(self.meta.unknown)
        return code

    def is_known(self, code: str) -> bool:
        raise NotImplementedError


class ProcedureBlock(CodeBlock):
    """A procedure, by its code such as 1.001193."""

    def is_known(self, code: str) -> bool:
        return Procedure.objects.filter(code=code).exists()

    class Meta:
        icon = "form"
        label = _("Thủ tục liên quan")
        help_text = _("Mã thủ tục, ví dụ 1.001193.")
        unknown = _("Không có thủ tục mang mã này. Xem mã ở trang Dịch vụ công.")
        template = "news/blocks/procedure.html"


class OrganizationBlock(CodeBlock):
    """An organization, by its identifier such as H49.12."""

    def is_known(self, code: str) -> bool:
        return Organization.objects.filter(identifier=code).exists()

    class Meta:
        icon = "group"
        label = _("Cơ quan liên quan")
        help_text = _("Mã định danh, ví dụ H49.12.")
        unknown = _("Không có cơ quan mang mã định danh này.")
        template = "news/blocks/organization.html"


class ConclusionBlock(CodeBlock):
    """A public conclusion, by its code or number; the page shows how its tasks stand that day."""

    def clean(self, value: Any) -> Any:
        """A number such as 214/TB-UBND becomes the code, where only one conclusion has it."""
        said = value.strip() if isinstance(value, str) else value
        public = Conclusion.objects.public().filter(number=said).values_list("code", flat=True)
        codes = list(public[:2]) if said else []
        return super().clean(codes[0] if len(codes) == 1 else value)

    def is_known(self, code: str) -> bool:
        return Conclusion.objects.public().filter(code=code).exists()

    class Meta:
        icon = "tasks"
        label = _("Nhiệm vụ của cuộc họp")
        help_text = _("Mã hoặc số của kết luận đã công khai, ví dụ KL-2026-0007 hay 214/TB-UBND.")
        unknown = _(
            "Không có kết luận công khai nào mang mã hay số này, hoặc có nhiều văn bản cùng số. "
            "Xem mã ở trang Chỉ đạo, kết luận."
        )
        template = "news/blocks/conclusion.html"


class Body(blocks.StreamBlock):
    """The body of an article."""

    paragraph = blocks.RichTextBlock(
        label=_("Đoạn văn"), features=PARAGRAPH, template="news/blocks/paragraph.html"
    )
    heading = HeadingBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    quotation = QuotationBlock()
    table = TableBlock()
    media = SnippetChooserBlock(
        "news.Media",
        label=_("Video, âm thanh"),
        icon="media",
        template="news/blocks/media.html",
    )
    document = DocumentChooserBlock(
        label=_("Tài liệu"), icon="doc-full", template="news/blocks/document.html"
    )
    procedure = ProcedureBlock()
    organization = OrganizationBlock()
    conclusion = ConclusionBlock()


BODY = Body()
