"""What does an officer say who saw to words that nobody found?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.questions import sought
from motcua.questions.codes import parsed
from motcua.questions.models import Outcome, Question


class FinishForm(forms.Form):
    """What was done, with what proves it."""

    outcome = forms.ChoiceField(label=_("Kết quả"), choices=Outcome)
    answer = forms.CharField(label=_("Mã câu trả lời công khai"), required=False, max_length=30)
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=300)

    def __init__(self, *args: Any, words: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        outcome = said.get("outcome")
        if outcome == Outcome.ANSWER:
            said["answer"] = self._answer(said.get("answer", ""))
        elif outcome == Outcome.NOT_OURS and not said.get("note", "").strip():
            self.add_error("note", _("Hãy ghi vì sao và người dân nên hỏi ở đâu."))
        elif outcome == Outcome.SYNONYM and not sought.is_found(self.words):
            self.add_error(
                "outcome", _("Tìm thử vẫn không ra. Hãy thêm từ đồng nghĩa rồi tìm lại.")
            )
        if outcome != Outcome.ANSWER:
            said["answer"] = None
        return said

    def _answer(self, typed: str) -> Question | None:
        found = Question.objects.published().filter(code=parsed(typed) or "").first()
        if found is None:
            self.add_error("answer", _("Không có câu trả lời công khai nào mang mã này."))
        return found
