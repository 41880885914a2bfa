"""Which file is brought in, and is its outcome confirmed?"""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.organizations.acting import Acting
from motcua.staffing import actions
from motcua.staffing.importing.plan import Plan
from motcua.staffing.models import StaffEvent, StaffFile
from motcua.ui import fields
from motcua.ui.xlsx.exceptions import WorkbookRefused

from .fields import AsShown


class FileForm(forms.Form):
    file = fields.WorkbookField(
        label=_("Tệp nhân sự"),
        help_text=_("Bảng tính XLSX, tối đa 20 MB. Tải lên để kiểm tra, chưa ghi gì vào sổ."),
    )

    def keep(self, *, by: Acting) -> StaffFile | None:
        """The file, kept to be confirmed; None, with the sentence beside the field, where not."""
        file = self.cleaned_data["file"]
        try:
            return actions.keep_file(file.read(), by=by, name=file.name)
        except WorkbookRefused as refused:
            self.add_error("file", str(refused))
            return None


class ConfirmForm(AsShown):
    """The outcome that the page showed, of the file that it showed."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    seen_warnings = forms.BooleanField(label=_("Tôi đã đọc các lưu ý và vẫn nhập"), required=False)

    def __init__(self, *args: Any, kept: StaffFile, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept, self.plan = kept, plan
        told = {"key": uuid.uuid4(), "sha256": kept.sha256, "seen": plan.fingerprint}
        self.initial = {**self.initial, **told}
        if not plan.warnings:
            del self.fields["seen_warnings"]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("sha256", self.kept.sha256) != self.kept.sha256:
            raise forms.ValidationError(
                _("Bạn vừa tải lên một tệp khác. Hãy xem kết quả của tệp ấy rồi xác nhận.")
            )
        if self.plan.warnings and not said.get("seen_warnings"):
            self.add_error("seen_warnings", _("Hãy đọc các lưu ý, rồi đánh dấu nếu vẫn nhập."))
        return said

    def make(self, *, by: Acting) -> StaffEvent:
        said = self.cleaned_data
        content, name = self.kept.opened, self.kept.name
        return actions.import_file(content, by=by, name=name, seen=said["seen"], key=said["key"])
