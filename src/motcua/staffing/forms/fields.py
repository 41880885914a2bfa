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


NOT_AS_SHOWN = _(
    "Phần mà trang tự ghi đã bị mất hoặc bị đổi trên đường gửi, nên chưa ghi gì. Hãy xem lại các ô "
    "dưới đây rồi gửi lại."
)


class WordsField(forms.CharField):
    """Composed, with single blanks between words."""

    def to_python(self, value: Any) -> str:
        return " ".join(nfc(super().to_python(value) or "").split())


class AsShown(forms.Form):
    """A form with fields that only the page writes. What came of them in another shape is said in
    one sentence, and the page writes them anew: it is shown again with what was typed.
    """

    def add_error(self, field: str | None, error: Any) -> None:
        if field is None or not self._is_of_the_page(field):
            super().add_error(field, error)
            return
        said: Any = self.data.copy()  # type: ignore[attr-defined]  # as sent it cannot be changed
        said[self.add_prefix(field)] = str(self.get_initial_for_field(self.fields[field], field))
        self.data = said
        if NOT_AS_SHOWN not in self.non_field_errors():
            super().add_error(None, str(NOT_AS_SHOWN))

    def _is_of_the_page(self, field: str) -> bool:
        return field in self.fields and self.fields[field].widget.is_hidden


class StaffForm(AsShown):
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
