"""What may an officer type in who sorts questions: assign, forward, return, merge?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from motcua.accounts.models import Person
from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.questions import facts, routing, workflow
from motcua.questions.forms.asking import ANSWERING
from motcua.questions.forms.move import MoveForm
from motcua.questions.models import AnsweringPost, Question
from motcua.questions.routing import Suggestion

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.questions.models import QuestionEvent


class _DrafterForm(MoveForm):
    """Chooses an officer of the office who may draft today."""

    drafter = forms.ModelChoiceField(
        Person.objects.none(), label=gettext_lazy("Người soạn trả lời"), empty_label=None
    )
    field_order = ("drafter", "reason")

    def __init__(self, *args: Any, office: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fit = facts.may_draft(self.question, timezone.now(), office)
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
        named_for_it = AnsweringPost.objects.on(day).values("organization")
        can_answer = Q(kind__in=ANSWERING) | Q(pk__in=named_for_it)
        answering = Organization.objects.on(day).filter(can_answer)
        others = answering.exclude(pk=self.question.organization_id)
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
