"""What does every move's form have? The reason, and the question as the page showed it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.questions.models import Question

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.questions.models import QuestionEvent
    from motcua.questions.workflow import Move

LONGEST_REASON = 4000
LONGEST_ANSWER = 30_000


def long_text(rows: int, longest: int, **told: Any) -> forms.CharField:
    return forms.CharField(max_length=longest, widget=forms.Textarea(attrs={"rows": rows}), **told)


class MoveForm(forms.Form):
    """A move with its reason; ``revision`` is the question as the page showed it."""

    move: ClassVar[Move]
    template: ClassVar[str] = "questions/officer/move_fields.html"
    hint: ClassVar[Any] = ""
    leads_on = False
    """Whether the move brings the question nearer to its answer: the filled button."""
    needs_nothing: ClassVar[bool] = False
    """Whether one button is enough."""
    tell: Callable[[Question, Acting, dict[str, Any]], QuestionEvent]
    """Calls the verb with what was typed; each form has its own."""
    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = long_text(4, LONGEST_REASON, required=False, label=gettext_lazy("Ghi chú nội bộ"))

    def __init__(
        self, *args: Any, question: Question, office: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.label = self.move.label
        if "reason" in self.fields:
            self.fields["reason"].help_text = self.hint
            if self.move.needs_reason:
                self.fields["reason"].required = True
                self.fields["reason"].label = _("Lý do")

    def make(self, *, by: Acting) -> QuestionEvent:
        """Make the move on the question as it was seen."""
        said = {**self.cleaned_data}
        seen = self.question.as_seen(said.pop("revision"))
        return self.tell(seen, by, said)
