"""What may an officer type in while a draft is prepared?"""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.consultations.models import Document, DraftKind

LONGEST_DRAFT = 400_000


class KindField(forms.ModelChoiceField):
    """The kinds by their names in the reader's language."""

    def label_from_instance(self, obj: DraftKind) -> str:
        return gettext(obj.name)


class DraftForm(forms.Form):
    """What it is, what is asked, and who receives what comes on paper."""

    kind = KindField(
        DraftKind.objects.filter(is_open=True),
        label=_("Loại dự thảo"),
        empty_label=None,
        help_text=_("Loại quyết định thời gian lấy ý kiến ít nhất theo luật."),
    )
    title = forms.CharField(
        label=_("Tên dự thảo"),
        min_length=10,
        max_length=300,
        help_text=_("Như sẽ ban hành, ví dụ: Quy định mức hỗ trợ học phí năm học 2026–2027."),
    )
    number = forms.CharField(
        label=_("Số, ký hiệu dự thảo"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"class": "field--short"}),
    )
    lead = forms.CharField(
        label=_("Giới thiệu"),
        max_length=4_000,
        help_text=_("Vì sao có dự thảo, nó thay đổi điều gì với ai. Viết cho người dân đọc."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    asks = forms.CharField(
        label=_("Cần góp ý điều gì"),
        max_length=4_000,
        required=False,
        help_text=_("Những câu hỏi mà cơ quan thật sự chưa rõ."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    receiver = forms.CharField(
        label=_("Nơi nhận góp ý bằng văn bản và trả lời thắc mắc"),
        max_length=400,
        required=False,
        help_text=_("Phòng, địa chỉ, điện thoại, thư điện tử. Bắt buộc trước khi mở."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def told(self) -> dict[str, Any]:
        """What is kept of it."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in {"key", "revision"}
        }


class SplitForm(forms.Form):
    """The whole draft, pasted, to be split into its articles."""

    text = forms.CharField(
        label=_("Toàn văn dự thảo"),
        max_length=LONGEST_DRAFT,
        help_text=_(
            "Chép toàn văn rồi dán vào đây. Mỗi điều bắt đầu bằng một dòng “Điều 1. …”, "
            "mỗi chương bằng “Chương I …”; đề án, phương án thì “I. …”."
        ),
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false"}),
        error_messages={"required": _("Hãy dán toàn văn dự thảo.")},
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)


class ArticleForm(forms.Form):
    """One article, to be mended."""

    chapter = forms.CharField(label=_("Chương, phần"), max_length=300, required=False)
    number = forms.CharField(
        label=_("Số"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"class": "field--short"}),
    )
    heading = forms.CharField(label=_("Tên điều, mục"), max_length=300, required=False)
    text = forms.CharField(
        label=_("Nội dung"),
        max_length=60_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def told(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("chapter", "number", "heading", "text")}


class DocumentForm(forms.Form):
    """A file for everybody to read."""

    kind = forms.ChoiceField(label=_("Loại tài liệu"), choices=Document.Kind.choices)
    file = forms.FileField(
        label=_("Chọn tệp"),
        help_text=_("PDF hoặc DOCX, tối đa 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx"}),
        error_messages={
            "required": _("Hãy chọn một tệp."),
            "empty": _("Tệp trống (0 byte). Hãy chọn lại tệp."),
        },
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)
