"""What may an officer type in, for each move?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.models import Person
from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.questions import facts, routing, ties, workflow
from motcua.questions.facts import PublicText
from motcua.questions.forms.sources import CodesField, LinesField
from motcua.questions.known import known_of
from motcua.questions.models import Question
from motcua.questions.routing import Suggestion
from motcua.questions.ties import Ties
from motcua.strangers import redaction
from motcua.strangers.redaction import Piece

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.questions.models import QuestionEvent
    from motcua.questions.workflow import Move

LONGEST_REASON = 4000
LONGEST_ANSWER = 30_000


def _text(rows: int, longest: int, **told: Any) -> forms.CharField:
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
    reason = _text(4, LONGEST_REASON, required=False, label=gettext_lazy("Ghi chú nội bộ"))

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
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


class _DrafterForm(MoveForm):
    """Chooses an officer of the office who may draft today."""

    drafter = forms.ModelChoiceField(
        Person.objects.none(), label=gettext_lazy("Người soạn trả lời"), empty_label=None
    )
    field_order = ("drafter", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fit = facts.may_draft(self.question, timezone.now())
        field: Any = self.fields["drafter"]
        field.queryset = Person.objects.filter(pk__in=[each.person_id for each in fit])
        field.choices = [
            (each.person_id, f"{each.person.full_name}, {each.post.title}") for each in fit
        ]


class AssignForm(_DrafterForm):
    """Give it to somebody who writes the answer."""

    move = workflow.ASSIGN

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leads_on = self.question.is_unsorted

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        return question.assign(by=by, drafter=said["drafter"], reason=said["reason"])


class ReviseForm(_DrafterForm):
    """Have a stale answer written anew."""

    move = workflow.REVISE
    hint = gettext_lazy("Điều gì đã thay đổi: văn bản, thủ tục, cơ quan. Câu trả lời cũ vẫn hiện.")

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        return question.revise(by=by, drafter=said["drafter"], reason=said["reason"])


class ConfirmForm(MoveForm):
    """Say that the answer still holds."""

    move = workflow.CONFIRM
    hint = gettext_lazy(
        "Đã so với bản thủ tục hay văn bản nào, và vì sao câu trả lời vẫn đúng. Ghi vào lịch sử."
    )

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        return question.confirm(by=by, reason=said["reason"])


class ForwardForm(MoveForm):
    """Give it to the right office, with suggestions and their reasons."""

    move = workflow.FORWARD
    template = "questions/officer/forward_fields.html"
    hint = gettext_lazy("Người hỏi và cơ quan nhận đọc được lý do này.")
    to = forms.ModelChoiceField(
        Organization.objects.none(),
        label=gettext_lazy("Chuyển đến"),
        empty_label=gettext_lazy("– Chọn cơ quan –"),
    )
    field_order = ("to", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = today()
        others = Organization.objects.on(day).exclude(pk=self.question.organization_id)
        named: Any = others.with_names(day)
        field: Any = self.fields["to"]
        field.queryset = others
        field.choices = [
            ("", field.empty_label),
            *((each.pk, each.name_then) for each in named.order_by("name_then")),
        ]
        if self.suggestions and not self.is_bound:
            self.initial["to"] = self.suggestions[0].organization.pk

    @cached_property
    def suggestions(self) -> list[Suggestion]:
        return routing.suggestions(self.question, today())

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        return question.forward(by=by, to=said["to"], reason=said["reason"])


class ReturnForm(MoveForm):
    """Return it unanswered."""

    move = workflow.RETURN
    hint = gettext_lazy(
        "Người hỏi đọc được lý do này. Nêu căn cứ và chỉ cách làm tiếp; khiếu nại, tố cáo có "
        "luật riêng và nơi nhận riêng."
    )

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        return question.give_back(by=by, reason=said["reason"])


class AskForMoreForm(MoveForm):
    """Ask the asker for what is missing."""

    move = workflow.ASK_FOR_MORE
    hint = gettext_lazy("Người hỏi đọc được điều này. Hỏi một lần, đầy đủ; thời hạn tạm dừng.")

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        return question.ask_for_more(by=by, reason=said["reason"])


class MergeForm(MoveForm):
    """Name the question that asks the same, by its code."""

    move = workflow.MERGE
    template = "questions/officer/merge_fields.html"
    into = forms.CharField(
        max_length=24,
        label=gettext_lazy("Mã câu hỏi cùng nội dung"),
        help_text=gettext_lazy(
            "Câu trả lời công khai của câu ấy cũng là trả lời cho người hỏi này."
        ),
    )
    field_order = ("into", "reason")

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        main = Question.objects.handled_by(by).filter(code=said["into"].strip().upper()).first()
        return question.merge(by=by, into=main or question, reason=said["reason"])


class DraftForm(MoveForm):
    """Write the answer."""

    move = workflow.DRAFT
    leads_on = True
    template = "questions/officer/draft_fields.html"
    reason = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    answer = _text(
        14,
        LONGEST_ANSWER,
        label=gettext_lazy("Trả lời"),
        help_text=gettext_lazy(
            "Trả lời thẳng vào câu hỏi trước, rồi căn cứ pháp lý và việc người hỏi cần làm."
        ),
    )

    procedures = CodesField(
        required=False,
        label=gettext_lazy("Thủ tục khác mà câu trả lời dựa vào"),
        help_text=gettext_lazy("Mã thủ tục, cách nhau bằng dấu phẩy, ví dụ 1.001193."),
    )
    laws = LinesField(
        required=False,
        label=gettext_lazy("Văn bản mà câu trả lời dựa vào"),
        help_text=gettext_lazy(
            "Mỗi dòng một số, ký hiệu, ví dụ 60/2014/QH13. Khi thủ tục hoặc văn bản thay đổi, "
            "người đọc được báo và đầu mối nhận việc xem lại."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = ties.of(self.question)
        self.initial["answer"] = self.question.answer
        self.initial["procedures"] = ", ".join(known.procedures)
        self.initial["laws"] = "\n".join(known.laws)

    @cached_property
    def laws_of_procedure(self) -> list[str]:
        """The numbers that the question's procedure stands on, to be copied from."""
        procedure = self.question.procedure
        version = procedure.version_on(today()) if procedure else None
        return [one.number for one in version.legal_basis.all() if one.number] if version else []

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        stands_on = Ties(tuple(said["procedures"]), tuple(said["laws"]))
        return question.draft(by=by, answer=said["answer"], stands_on=stands_on)


class SendBackForm(MoveForm):
    """Have it written better."""

    move = workflow.SEND_BACK
    hint = gettext_lazy("Người soạn đọc được: cần sửa gì, bổ sung căn cứ nào.")

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        return question.send_back(by=by, reason=said["reason"])


class ApproveForm(MoveForm):
    """Agree to the answer: one button."""

    move = workflow.APPROVE
    leads_on = True
    needs_nothing = True

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        return question.approve(by=by, reason=said["reason"])


class PublishForm(MoveForm):
    """The public texts, prefilled with everything personal taken out."""

    move = workflow.PUBLISH
    leads_on = True
    template = "questions/officer/publish_fields.html"
    title = forms.CharField(max_length=200, label=gettext_lazy("Tiêu đề công khai"))
    text = _text(8, LONGEST_ANSWER, label=gettext_lazy("Câu hỏi công khai"))
    answer = _text(12, LONGEST_ANSWER, label=gettext_lazy("Trả lời công khai"))
    reason = _text(
        2,
        LONGEST_REASON,
        required=False,
        label=gettext_lazy("Lý do giữ lại thông tin trông như của người hỏi"),
        help_text=gettext_lazy("Để trống nếu không giữ lại gì."),
    )
    field_order = ("title", "text", "answer", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        question = self.question
        self.leads_on = not question.is_answered
        if question.is_public:
            self.label = _("Sửa bản công khai")
        self.fields["reason"].help_text = _("Để trống nếu không giữ lại gì.")
        for name in ("title", "text", "answer"):
            self.initial[name] = getattr(question, f"public_{name}")

    @cached_property
    def marked(self) -> dict[str, list[Piece]]:
        """The originals in pieces, with what looks personal marked."""
        known, question = known_of(self.question), self.question
        return {
            "title": _pieces(question.title, known),
            "text": _pieces(question.text, known),
            "answer": _pieces(question.answer, known, by_office=True),
        }

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        public = PublicText(said["title"], said["text"], said["answer"], said["reason"])
        return question.publish(by=by, public=public)


def _pieces(text: str, known: redaction.Known, *, by_office: bool = False) -> list[Piece]:
    return redaction.pieces(text, redaction.spans(text, known, by_office=by_office))


class AnswerPrivatelyForm(MoveForm):
    """Answer the asker alone: one button."""

    move = workflow.ANSWER_PRIVATELY
    needs_nothing = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leads_on = not self.question.may_be_public

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        return question.answer_privately(by=by)


class UnpublishForm(MoveForm):
    """Take it away from the public."""

    move = workflow.UNPUBLISH

    def tell(self, question: Question, by: Acting, said: dict[str, Any]) -> QuestionEvent:
        return question.unpublish(by=by, reason=said["reason"])


FORMS: dict[str, type[MoveForm]] = {
    form.move.verb: form
    for form in (
        AssignForm,
        DraftForm,
        ApproveForm,
        PublishForm,
        AnswerPrivatelyForm,
        SendBackForm,
        ForwardForm,
        AskForMoreForm,
        MergeForm,
        ReturnForm,
        ConfirmForm,
        ReviseForm,
        UnpublishForm,
    )
}
"""The form of each move that officers make, in the order of the buttons."""
