"""What does one write who returns an article?"""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReturnForm(forms.Form):
    """Nobody gets an article back without a word."""

    comment = forms.CharField(
        label=_("Cần sửa gì?"),
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Viết cho phóng viên biết cần sửa gì.")},
    )


class ApprovalForm(forms.Form):
    """A word with the approval, if one likes."""

    comment = forms.CharField(label=_("Ý kiến"), required=False, widget=forms.Textarea({"rows": 3}))
