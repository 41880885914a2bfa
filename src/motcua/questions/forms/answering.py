"""What may an officer type in who answers: draft, approve, publish?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.periods.clock import today
from motcua.questions import ties, workflow
from motcua.questions.facts import PublicText
from motcua.questions.forms.move import LONGEST_ANSWER, LONGEST_REASON, MoveForm, long_text
from motcua.questions.forms.sources import CodesField, LinesField
from motcua.questions.known import known_of
from motcua.questions.models import Question
from motcua.questions.ties import Ties
from motcua.strangers import redaction
from motcua.strangers.redaction import Piece

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.questions.models import QuestionEvent


class DraftForm(MoveForm):
    """Write the answer."""

    move = workflow.DRAFT
    leads_on = True
    template = "questions/officer/draft_fields.html"
    reason = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    answer = long_text(
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
    text = long_text(8, LONGEST_ANSWER, label=gettext_lazy("Câu hỏi công khai"))
    answer = long_text(12, LONGEST_ANSWER, label=gettext_lazy("Trả lời công khai"))
    reason = long_text(
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
