"""What is typed in where a form is built or brought as a file?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BlockField

from motcua.catalog import drafting
from motcua.catalog import forms as procedure_forms

from . import blocks, files, leftovers, marking, reading, sheets, writing
from .exceptions import FileRefused, FormRefused, NotInBlocks
from .sheets import Head, Json, Sheet

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

    from .models import FormOfDraft

EMPTY = Sheet(Head(), [])
NEWEST = 2**31 - 1


def _line(label: Any, help_text: Any = "", most: int = 300) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=most, required=False)


def _lines(label: Any, rows: int, most: int, help_text: Any = "") -> forms.CharField:
    field = _line(label, help_text, most)
    field.widget = forms.Textarea(attrs={"rows": rows})
    return field


class ComposeForm(forms.Form):
    """A form in blocks, as it was seen at ``revision``."""

    revision = forms.IntegerField(widget=forms.HiddenInput, max_value=NEWEST)
    notice = _lines(_("Lưu ý trên đầu biểu mẫu"), 2, 2_000)
    pages = BlockField(block=blocks.PAGES, label=_("Các trang"))
    paper_title = _line(_("Tên trên bản giấy"), _("Để trống thì dùng tên thủ tục."))
    paper_code = _line(_("Ký hiệu mẫu"), _("Ví dụ Mẫu số 01; chỉ khi có mẫu chính thức."))
    addressed_to = _line(_("Kính gửi"))
    signers = _lines(_("Người ký trên bản giấy"), 3, 1_000, _("Mỗi dòng một người ký."))
    rest = _lines(
        _("Phần ngoài khối (JSON)"),
        4,
        200_000,
        _("Quy tắc mà các khối không diễn đạt được; được giữ nguyên và vẫn có hiệu lực."),
    )

    def __init__(self, *args: Any, version: FormOfDraft, sheet: Sheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version, self.sheet = version, sheet
        head = sheet.head
        self.initial = {
            "revision": version.revision,
            "pages": blocks.of_pages(sheet.pages),
            **{name: getattr(head, name) for name in ("notice", "paper_title", "paper_code")},
            "addressed_to": head.addressed_to,
            "signers": "\n".join(head.signers),
            "rest": sheets.written(head.rest),
        }

    @classmethod
    def of(cls, version: FormOfDraft, typed: Any = None) -> ComposeForm:
        """The form that a draft has; raises NotInBlocks."""
        return cls(typed, version=version, sheet=sheet_of(version))

    @property
    def shows_rest(self) -> bool:
        """Whether there is anything to keep that no block says."""
        return bool(self["rest"].value())

    def clean_rest(self) -> Json:
        try:
            return sheets.read(self.cleaned_data["rest"])
        except ValueError:
            said = _("Phần này phải là một đối tượng JSON. Hãy sửa hoặc xóa hết chữ.")
            raise forms.ValidationError(said) from None

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if "pages" in told and "rest" in told:
            self._build(told)
        return told

    def _build(self, told: dict[str, Any]) -> None:
        pages = blocks.plain(blocks.PAGES.get_prep_value(told["pages"]))
        try:
            self.form, self.layout = writing.form_of(Sheet(_head(told), pages))
        except FormRefused as refused:
            self._refuse(refused)
            return
        for fault in procedure_forms.faults(self.form, self.layout)[:10]:
            self.add_error(None, str(fault))

    def _refuse(self, refused: FormRefused) -> None:
        placed = [each for each in refused.problems if each.place]
        for each in refused.problems:
            self.add_error(None, str(each))
        if placed:
            self.add_error("pages", marking.marked(placed))

    def save(self, commit: bool = False) -> FormOfDraft:
        """For the preview: the version with this form, not written."""
        self.version.form, self.version.form_layout = self.form, self.layout
        return self.version

    def write(self, *, by: Acting) -> bool:
        """Give the draft this form; whether anything changed."""
        there = (self.version.form or {}, self.version.form_layout or {"pages": []})
        if not leftovers.differing(there, (self.form, self.layout)):
            return False
        seen = self.cleaned_data["revision"]
        return drafting.compose(self.version, self.form, self.layout, by=by, revision=seen)


def sheet_of(version: FormOfDraft) -> Sheet:
    """The blocks of a draft's form, none where it has no form; raises NotInBlocks."""
    if version.form is None or version.form_layout is None:
        return EMPTY
    return reading.sheet_of(version.form, version.form_layout)


def _head(told: dict[str, Any]) -> Head:
    signers = tuple(line.strip() for line in told["signers"].splitlines() if line.strip())
    names = ("notice", "paper_title", "paper_code", "addressed_to", "rest")
    return Head(signers=signers, **{name: told[name] for name in names})


class FileForm(forms.Form):
    """A form brought as a file; it is shown in blocks before anything is written."""

    file = forms.FileField(
        label=_("Tệp biểu mẫu"),
        help_text=_("Tệp JSON xuất từ cổng này, tối đa 512 KB."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages={"required": _("Hãy chọn tệp JSON.")},
    )

    def clean_file(self) -> UploadedFile:
        """Reads it, too: the form is ``self.form``, ``self.layout``, its blocks ``self.sheet``."""
        file: UploadedFile = self.cleaned_data["file"]
        try:
            self.form, self.layout = files.read(file.read(files.MOST_BYTES + 1))
            self.sheet = reading.sheet_of(self.form, self.layout)
        except (FileRefused, NotInBlocks) as refused:
            raise forms.ValidationError(str(refused)) from None
        return file
