"""Which procedures go out as a workbook, which file is brought, and is its outcome confirmed?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.catalog.exceptions import Refused
from motcua.catalog.models import ProcedureVersion, Sector, Workbook
from motcua.catalog.tables import bringing, jobs
from motcua.periods import clock
from motcua.ui import fields
from motcua.ui.xlsx.exceptions import WorkbookRefused

if TYPE_CHECKING:
    from motcua.catalog.queries import VersionQuerySet
    from motcua.organizations.acting import Acting


class ShelfField(forms.ModelChoiceField):
    """A shelf of the portal, by its name."""

    def label_from_instance(self, obj: Sector) -> str:
        return gettext(obj.name)


class WhichForm(forms.Form):
    """The procedures of today, all or those of one shelf."""

    shelf = ShelfField(
        Sector.objects.all(),
        to_field_name="slug",
        label=_("Lĩnh vực"),
        required=False,
        empty_label=_("Mọi lĩnh vực"),
    )

    @property
    def versions(self) -> VersionQuerySet:
        shelf = self.cleaned_data.get("shelf") if self.is_valid() else None
        today: VersionQuerySet = ProcedureVersion.objects.published().on(clock.today())
        return today.filter(procedure__sector=shelf) if shelf else today


class BringForm(forms.Form):
    file = fields.WorkbookField(
        label=_("Bảng tính thủ tục"),
        help_text=_("XLSX, tối đa 20 MB. Tải lên để kiểm tra, chưa ghi gì."),
    )

    def keep(self, *, by: Acting) -> Workbook | None:
        """The workbook, to be checked; None, with the sentence beside the field, where not."""
        file = self.cleaned_data["file"]
        try:
            kept = bringing.keep(file.read(), by=by, name=file.name)
        except (WorkbookRefused, Refused) as refused:
            self.add_error("file", str(refused))
            return None
        jobs.check_workbook.defer(key=kept.pk)
        return kept


class EnterForm(forms.Form):
    """The file whose outcome the page showed."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, kept: Workbook, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept = kept
        self.initial["seen"] = kept.sha256

    def confirm(self, *, by: Acting) -> None:
        bringing.confirm(self.kept, by=by, seen=self.cleaned_data["seen"])
        jobs.enter_workbook.defer(key=self.kept.pk)
