"""What is typed in by who writes drafts? Which procedure first."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.catalog.models import Procedure, ProcedureVersion


class BeginForm(forms.Form):
    """Of which procedure; the newest published version is shown before the draft is made."""

    code = forms.CharField(
        label=_("Mã thủ tục"), max_length=20, help_text=_("Ví dụ 1.001193, như trên trang thủ tục.")
    )
    in_force = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=1, max_value=2**15 - 1
    )
    procedure: Procedure
    version: ProcedureVersion | None = None

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"]).strip()
        published = ProcedureVersion.objects.published().select_related("procedure")
        newest = published.filter(procedure__code=code).order_by("-number").first()
        if newest is None:
            said = _("Không có thủ tục nào mã này đã công bố trên cổng. Hãy xem lại mã.")
            raise forms.ValidationError(said)
        self.version, self.procedure = newest, newest.procedure
        return code

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        self.seen = told.get("in_force") or 0
        return told

    @property
    def has_seen(self) -> bool:
        """Whether the page that was sent showed the version that would be copied."""
        return self.version is not None and self.seen == self.version.number
