"""Which procedures are looked for, and which two versions of one are compared?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.catalog.models import ProcedureVersion


class WordsForm(forms.Form):
    """By what procedures are looked for."""

    q = forms.CharField(label=_("Tên hoặc mã thủ tục"), max_length=200, required=False)


class CompareForm(forms.Form):
    """An earlier version and a later one, by number; the last two are proposed."""

    truoc = forms.TypedChoiceField(label=_("Phiên bản trước"), coerce=int)
    sau = forms.TypedChoiceField(label=_("Phiên bản sau"), coerce=int)

    def __init__(self, *args: Any, versions: Sequence[ProcedureVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.versions = versions
        choices = [(one.number, f"{one.number} · {one.state.label}") for one in versions]
        for name, proposed in (("truoc", 1), ("sau", 0)):
            field: Any = self.fields[name]
            field.choices = choices
            self.initial[name] = (
                versions[min(proposed, len(versions) - 1)].number if versions else 0
            )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("truoc") and told.get("truoc") == told.get("sau"):
            self.add_error("sau", _("Hãy chọn hai phiên bản khác nhau."))
        return told

    def chosen(self) -> tuple[ProcedureVersion, ProcedureVersion]:
        """Both with their parts, the earlier first."""
        numbers = sorted((self.cleaned_data["truoc"], self.cleaned_data["sau"]))
        whole = ProcedureVersion.objects.with_parts()
        there = whole.filter(pk__in=[one.pk for one in self.versions if one.number in numbers])
        earlier, later = there.order_by("number")
        return earlier, later
