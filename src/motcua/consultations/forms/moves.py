"""What may an officer type in, for each move?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.consultations import exceptions, terms, workflow
from motcua.consultations.models import Consultation
from motcua.consultations.models.term import Step
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.consultations.models import ConsultationEvent
    from motcua.consultations.workflow import Move
    from motcua.organizations.acting import Acting

LONGEST_REASON, LONGEST_SUMMARY = 2_000, 60_000
WRONG_DAY = _("Hãy chọn một ngày, ví dụ 22/11/2026.")


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date", "class": "field--short"}, format="%Y-%m-%d"),
        error_messages={"required": WRONG_DAY, "invalid": WRONG_DAY},
    )


def _text(rows: int, longest: int, **told: Any) -> forms.CharField:
    return forms.CharField(max_length=longest, widget=forms.Textarea(attrs={"rows": rows}), **told)


class MoveForm(forms.Form):
    """A move; ``revision`` is the consultation as the page showed it."""

    move: ClassVar[Move]
    hint: ClassVar[Any] = ""
    leads_on = False
    """Whether the move brings it nearer to its summary: the filled button."""
    tell: Callable[[Consultation, Acting, dict[str, Any]], ConsultationEvent]
    """Calls the verb with what was typed; each form has its own."""
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultation = consultation
        self.initial["revision"] = consultation.revision

    def make(self, *, by: Acting) -> ConsultationEvent:
        """Make the move on the consultation as it was seen."""
        said = {**self.cleaned_data}
        seen = self.consultation.as_seen(said.pop("revision"))
        return self.tell(seen, by, said)


class OpenForm(MoveForm):
    """Until when; the earliest day of the law in force stands in the box."""

    move = workflow.OPEN
    leads_on = True
    hint = _("Từ lúc mở, dự thảo không sửa được nữa và ai cũng đọc, góp ý được.")
    closes_on = _day(_("Nhận góp ý đến hết ngày"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        try:
            term = terms.term_on(today(), self.consultation.kind_id, Step.OPEN)
        except exceptions.TermMissing as missing:
            self.fields["closes_on"].help_text = str(missing)
            return
        earliest = term.earliest(today())
        self.initial["closes_on"] = earliest
        self.fields["closes_on"].help_text = _(
            "%(law)s: ít nhất %(days)s ngày, nên sớm nhất là %(day)s nếu mở hôm nay."
        ) % {"law": term.law, "days": term.days, "day": f"{earliest:%d/%m/%Y}"}

    def tell(self, consultation: Consultation, by: Acting, said: dict[str, Any]) -> Any:
        return consultation.open(by=by, closes_on=said["closes_on"])


class ExtendForm(MoveForm):
    """A later day with its public reason."""

    move = workflow.EXTEND
    hint = _("Cả hạn cũ lẫn hạn mới đều được công khai. Không rút ngắn được thời gian.")
    to = _day(_("Nhận góp ý đến hết ngày"))
    reason = _text(3, LONGEST_REASON, label=_("Lý do gia hạn"), help_text=_("Mọi người đọc được."))

    def tell(self, consultation: Consultation, by: Acting, said: dict[str, Any]) -> Any:
        return consultation.extend(by=by, to=said["to"], reason=said["reason"])


class SumUpForm(MoveForm):
    """The general part of the report; the answers stand already."""

    move = workflow.SUM_UP
    leads_on = True
    hint = _(
        "Công bố rồi thì phần chung và các trả lời không sửa được nữa. "
        "Người để lại thư điện tử được báo."
    )
    summary = _text(
        12,
        LONGEST_SUMMARY,
        label=_("Báo cáo tiếp thu, giải trình: phần chung"),
        help_text=_("Đã lấy ý kiến thế nào, điều gì được sửa nhiều nhất, bước tiếp theo là gì."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["summary"] = self.consultation.summary

    def tell(self, consultation: Consultation, by: Acting, said: dict[str, Any]) -> Any:
        return consultation.sum_up(by=by, summary=said["summary"])


class CancelForm(MoveForm):
    """Why it ends before its time."""

    move = workflow.CANCEL
    hint = _("Nếu đã mở, trang vẫn còn với lý do này; góp ý đã nhận được giữ lại.")
    reason = _text(3, LONGEST_REASON, label=_("Lý do hủy"), help_text=_("Mọi người đọc được."))

    def tell(self, consultation: Consultation, by: Acting, said: dict[str, Any]) -> Any:
        return consultation.cancel(by=by, reason=said["reason"])


FORMS: dict[str, type[MoveForm]] = {
    form.move.verb: form for form in (OpenForm, SumUpForm, ExtendForm, CancelForm)
}
"""The form of each move, in the order of the buttons."""
