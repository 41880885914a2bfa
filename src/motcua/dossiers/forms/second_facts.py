"""What does somebody type who has a code and a second fact, of a draft or of a dossier?"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.second_facts import DIGITS

WRITTEN_DOWN = {"class": "num", "autocapitalize": "characters"}
AS_TYPED = {"autocomplete": "off", "spellcheck": "false"}
"""No browser remembers or corrects it."""


def code(longest: int, **told: Any) -> forms.CharField:
    """A code as it stands on a paper."""
    widget = forms.TextInput(attrs=WRITTEN_DOWN | AS_TYPED)
    return forms.CharField(max_length=longest, widget=widget, **told)


class LastDigits(forms.CharField):
    """The last four digits of a number that was given; blanks and wide digits are forgiven."""

    def __init__(self, **told: Any) -> None:
        attrs = {"class": "num field--short", "inputmode": "numeric", **AS_TYPED}
        super().__init__(
            label=_("Bốn số cuối"),
            max_length=20,
            error_messages={"required": _("Hãy nhập bốn số cuối.")},
            widget=forms.TextInput(attrs=attrs),
            **told,
        )

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        digits = re.sub(r"\s", "", unicodedata.normalize("NFKC", typed))
        if re.fullmatch(rf"[0-9]{{{DIGITS}}}", digits):
            return digits
        raise ValidationError(_("Hãy nhập đúng bốn chữ số, ví dụ 5678."))
