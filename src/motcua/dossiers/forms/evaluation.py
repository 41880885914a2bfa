"""How satisfied is the applicant, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import evaluations
from motcua.dossiers.models import Evaluation
from motcua.dossiers.models.evaluation import LONGEST_COMMENT

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier
    from motcua.organizations.acting import Acting


class EvaluationForm(forms.Form):
    """Five levels, and room for a few words."""

    level = forms.TypedChoiceField(
        label=_("Ông/bà hài lòng với việc giải quyết hồ sơ này không?"),
        choices=Evaluation.Level.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Hãy chọn một trong năm mức.")},
    )
    comment = forms.CharField(
        label=_("Góp ý thêm"),
        required=False,
        max_length=LONGEST_COMMENT,
        help_text=_("Nhiều nhất 1.000 ký tự. Đừng ghi số định danh hay chuyện của người khác."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "max_length": _(
                "Góp ý dài %(show_value)s ký tự; nhiều nhất %(limit_value)s. Hãy viết ngắn lại."
            )
        },
    )

    def evaluate(self, dossier: Dossier, *, by: Acting) -> Evaluation:
        """What was typed, once it is valid."""
        told = self.cleaned_data
        return evaluations.evaluate(dossier, told["level"], told["comment"], by=by)
