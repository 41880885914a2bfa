"""What does every form about staff have? A decision, and words as others read them."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.search.folding import nfc
from motcua.staffing.terms import Decision, Problem
from motcua.ui import fields

if TYPE_CHECKING:
    from collections.abc import Iterable


class WordsField(forms.CharField):
    """Composed, with single blanks between words."""

    def to_python(self, value: Any) -> str:
        return " ".join(nfc(super().to_python(value) or "").split())


class StaffForm(forms.Form):
    """An act with its decision; ``key`` names this form, so that sent twice it is one act."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    number = WordsField(
        label=_("Số, ký hiệu quyết định"), max_length=60, help_text=_("Ví dụ 214/QĐ-UBND.")
    )
    decided_on = fields.day(label=_("Ngày ký quyết định"))
    issuer = WordsField(
        label=_("Cơ quan, người ký"),
        max_length=100,
        help_text=_("Ví dụ: Chủ tịch Ủy ban nhân dân thành phố."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())

    @property
    def decision(self) -> Decision:
        """The decision of a valid form."""
        said = self.cleaned_data
        return Decision(said["number"], said["decided_on"], said["issuer"])

    def show(self, problems: Iterable[Problem]) -> None:
        """Put each sentence beside its field; what has no field here stands above all."""
        for problem in problems:
            shown = problem.field in self.fields
            self.add_error(problem.field if shown else None, problem.sentence)
