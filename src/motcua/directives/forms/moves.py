"""What may an officer type in, for each move?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.directives import owners, workflow
from motcua.directives.forms.offers import offer
from motcua.directives.models import Task
from motcua.directives.owners import Owner
from motcua.organizations import charges
from motcua.organizations.models import Post
from motcua.periods.clock import today

from . import fields

if TYPE_CHECKING:
    from motcua.directives.models import TaskEvent
    from motcua.directives.workflow import Move
    from motcua.organizations.acting import Acting

LONGEST_REASON = 8000


class MoveForm(forms.Form):
    """A move with its reason; ``revision`` is the task as the page showed it."""

    move: ClassVar[Move]
    hint: ClassVar[Any] = ""
    said: ClassVar[Any] = gettext_lazy("Ghi chú nội bộ")
    """What the reason is called."""
    leads_on: ClassVar[bool] = False
    """Whether the move brings the task nearer to its end: the filled button."""
    needs_nothing: ClassVar[bool] = False
    """Whether one button is enough."""
    tell: Callable[[Task, Acting, dict[str, Any]], TaskEvent]
    """Calls the verb with what was typed; each form has its own."""
    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = fields.text(5, LONGEST_REASON, required=False)

    def __init__(self, *args: Any, task: Task, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.task = task
        self.label = self.move.label
        if "reason" in self.fields:
            self.fields["reason"].label = self.said
            self.fields["reason"].help_text = self.hint
            self.fields["reason"].required = self.move.needs_reason

    @property
    def has_files(self) -> bool:
        return self.is_multipart()

    def make(self, *, by: Acting) -> TaskEvent:
        """Make the move on the task as it was seen."""
        said = {**self.cleaned_data}
        seen = self.task.as_seen(said.pop("revision"))
        return self.tell(seen, by, said)


class AcknowledgeForm(MoveForm):
    move = workflow.ACKNOWLEDGE
    leads_on = needs_nothing = True

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.acknowledge(by=by)


class ReturnForm(MoveForm):
    move = workflow.RETURN
    said = gettext_lazy("Vì sao không thuộc cơ quan mình")
    hint = gettext_lazy("Nêu quy định về chức năng và nơi nên giao. Bên giao đọc được.")

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.hand_back(by=by, reason=said["reason"])


class TakeUpForm(MoveForm):
    move = workflow.TAKE_UP
    leads_on = True
    said = gettext_lazy("Kế hoạch thực hiện")

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.take_up(by=by, reason=said["reason"])


class _ReportForm(MoveForm):
    """Words with files as evidence."""

    evidence = fields.FilesField(
        label=gettext_lazy("Tệp minh chứng"),
        required=False,
        help_text=gettext_lazy("PDF, JPG, PNG; mỗi tệp tối đa 10 MB, nhiều nhất 5 tệp một lần."),
        widget=fields.ManyFiles(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


class ReportForm(_ReportForm):
    move = workflow.REPORT
    said = gettext_lazy("Đã làm được gì, còn gì, vướng ở đâu")

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.report(by=by, text=said["reason"], papers=fields.kept(said["evidence"]))


class ReportDoneForm(_ReportForm):
    move = workflow.REPORT_DONE
    leads_on = True
    said = gettext_lazy("Kết quả và minh chứng")
    hint = gettext_lazy("Nêu kết quả, số và ngày của văn bản ban hành; kèm tệp nếu có.")

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.report_done(by=by, text=said["reason"], papers=fields.kept(said["evidence"]))


class AcceptForm(MoveForm):
    move = workflow.ACCEPT
    leads_on = True
    result = forms.CharField(
        label=gettext_lazy("Kết quả, viết cho mọi người đọc"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Một hai câu; không nêu thông tin cá nhân hay nội bộ."),
    )
    field_order = ("result", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.task.is_public:
            self.fields["result"].label = _("Kết quả, tóm tắt")

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.accept(by=by, result=said["result"], reason=said["reason"])


class SendBackForm(MoveForm):
    move = workflow.SEND_BACK
    said = gettext_lazy("Còn thiếu gì")
    hint = gettext_lazy("Nơi thực hiện đọc được; hạn không đổi.")

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.send_back(by=by, reason=said["reason"])


class AskExtensionForm(MoveForm):
    move = workflow.ASK_EXTENSION
    said = gettext_lazy("Lý do xin lùi hạn")
    hint = gettext_lazy(
        "Hạn ban đầu vẫn được giữ và hiển thị; nhiệm vụ vẫn tính hạn trong khi chờ."
    )
    until = fields.day(label=gettext_lazy("Xin lùi đến ngày"))
    field_order = ("until", "reason")

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.ask_extension(by=by, until=said["until"], reason=said["reason"])


class GrantExtensionForm(MoveForm):
    move = workflow.GRANT_EXTENSION
    leads_on = True
    until = fields.day(label=gettext_lazy("Hạn mới"))
    field_order = ("until", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["until"] = self.task.asked_until

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.grant_extension(by=by, until=said["until"], reason=said["reason"])


class RefuseExtensionForm(MoveForm):
    move = workflow.REFUSE_EXTENSION
    said = gettext_lazy("Lý do không đồng ý")

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.refuse_extension(by=by, reason=said["reason"])


class ReassignForm(MoveForm):
    move = workflow.REASSIGN
    said = gettext_lazy("Lý do giao lại")
    post = forms.ModelChoiceField(
        Post.objects.none(),
        label=gettext_lazy("Chủ trì mới"),
        empty_label=gettext_lazy("– Chọn chức vụ –"),
    )
    field_order = ("post", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leads_on = self.task.is_returned  # type: ignore[misc]
        offered = [post for post in owners.open_posts(today()) if charges.decides(post)]
        offer(self.fields["post"], offered, empty=True)

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.reassign(by=by, to=Owner.of(said["post"]), reason=said["reason"])


class UrgeForm(MoveForm):
    move = workflow.URGE
    said = gettext_lazy("Lời đôn đốc")
    hint = gettext_lazy("Nơi thực hiện nhận thư báo và đọc được lời này.")

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.urge(by=by, reason=said["reason"])


class CancelForm(MoveForm):
    move = workflow.CANCEL
    said = gettext_lazy("Lý do thôi giao")

    def tell(self, task: Task, by: Acting, said: dict[str, Any]) -> TaskEvent:
        return task.cancel(by=by, reason=said["reason"])


FORMS: dict[str, type[MoveForm]] = {
    form.move.verb: form
    for form in (
        AcknowledgeForm,
        TakeUpForm,
        ReportDoneForm,
        ReportForm,
        AskExtensionForm,
        ReturnForm,
        AcceptForm,
        SendBackForm,
        GrantExtensionForm,
        RefuseExtensionForm,
        UrgeForm,
        ReassignForm,
        CancelForm,
    )
}
"""The form of each move, in the order of the buttons."""
