"""What does somebody ask of the queue, and what do they say of the work that they place?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import Organization

MOST_AT_ONCE = 200


class QueueForm(forms.Form):
    """Which part of the queue; what nobody understands is left out."""

    phuong_an = forms.IntegerField(required=False, min_value=1, max_value=2**31)
    co_quan = forms.IntegerField(label=_("Cơ quan cũ"), required=False, min_value=1)
    thu_tuc = forms.CharField(label=_("Thủ tục"), required=False, max_length=20)

    @property
    def asked(self) -> dict[str, Any]:
        """Conditions of the queue."""
        self.full_clean()
        said = self.cleaned_data
        conditions = {
            "plan": said.get("phuong_an"),
            "old": said.get("co_quan"),
            "dossier__version__procedure__code": said.get("thu_tuc"),
        }
        return {name: value for name, value in conditions.items() if value}


class PlaceForm(forms.Form):
    """Several of one heap, the heir, and why."""

    viec = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": _("Hãy chọn ít nhất một việc trong danh sách.")}
    )
    noi_nhan = forms.ModelChoiceField(
        Organization.objects.all(),
        label=_("Nơi nhận"),
        error_messages={
            "required": _("Hãy chọn nơi nhận."),
            "invalid_choice": _("Nơi nhận này không còn: hãy chọn lại trong danh sách."),
        },
    )
    ly_do = forms.CharField(
        label=_("Căn cứ, lý do"),
        max_length=500,
        error_messages={"required": _("Hãy ghi căn cứ, lý do, ví dụ: theo bản đồ.")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.data.getlist("viec")[:MOST_AT_ONCE] if hasattr(self.data, "getlist") else []
        numbers = [each for each in chosen if each.isascii() and each.isdigit() and len(each) < 19]
        self.fields["viec"].choices = [(each, each) for each in numbers]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> set[int]:
        """What is ticked, also where the rest is wrong."""
        return {int(each) for each, _label in self.fields["viec"].choices}  # type: ignore[attr-defined]
