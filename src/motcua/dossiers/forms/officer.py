"""What may an officer type in, for each move?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from motcua.catalog.models import Component
from motcua.dossiers import workflow
from motcua.dossiers.exceptions import DueDateInThePast
from motcua.dossiers.facts import Item
from motcua.periods.clock import VIETNAM, today
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier, Event
    from motcua.dossiers.workflow import Move
    from motcua.organizations.acting import Acting

LONGEST_REASON = 4000
OTHERS = 3
"""How many papers that the procedure does not name one request may ask for."""


def _reason(**facts: Any) -> forms.CharField:
    return forms.CharField(
        max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 4}), **facts
    )


class MoveForm(forms.Form):
    """A move with its reason; ``revision`` is the dossier as the page showed it."""

    move: ClassVar[Move]
    template: ClassVar[str] = "dossiers/officer/move_fields.html"
    hint: ClassVar[Any] = ""
    leads_on: ClassVar[bool] = False
    """Whether the move brings the dossier nearer to its result: the one filled button."""
    tell: Callable[[Dossier, Acting, dict[str, Any]], Event]
    """Calls the verb with what was typed; each form has its own."""
    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = _reason(required=False, label=gettext_lazy("Ghi chú"))

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dossier = dossier
        if self.move.needs_reason:
            self.fields["reason"].required = True
            self.fields["reason"].label = _("Lý do")
        self.fields["reason"].help_text = self.hint

    @property
    def needs_nothing(self) -> bool:
        """Whether one button is enough."""
        return False

    def make(self, *, by: Acting) -> Event:
        """Make the move on the dossier as it was seen."""
        said = {**self.cleaned_data}
        seen = self.dossier.as_seen(said.pop("revision"))
        return self.tell(seen, by, said)


class ReceiveForm(MoveForm):
    """Receive: one button, or a stated date where the procedure has no readable limit."""

    move = workflow.RECEIVE
    leads_on = True
    due_day = forms.DateField(
        label=gettext_lazy("Hẹn trả kết quả"),
        help_text=gettext_lazy("Ngày/tháng/năm, ví dụ 27/11/2026. Hẹn đến hết giờ làm việc."),
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(format="%d/%m/%Y", attrs={"inputmode": "numeric"}),
    )
    field_order = ("due_day", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.needs_nothing:
            del self.fields["due_day"]
            return
        self.fields["reason"].required = True
        self.fields["reason"].label = _("Căn cứ của ngày hẹn")

    @cached_property
    def needs_nothing(self) -> bool:
        return self.dossier.limit.is_machine_readable

    def clean_due_day(self) -> date:
        """Not a day that has passed: the office hours of long ago are not on record."""
        day: date = self.cleaned_data["due_day"]
        if day < today():
            raise forms.ValidationError(DueDateInThePast.message)
        return day

    def tell(self, dossier: Dossier, by: Acting, said: dict[str, Any]) -> Event:
        day = said.get("due_day")
        due_at: datetime | None = None
        if day:
            due_at = working_calendar().closes_at(day).astimezone(VIETNAM)
        return dossier.receive(by=by, due_at=due_at, reason=said["reason"])


class RefuseForm(MoveForm):
    """Refuse at the counter."""

    move = workflow.REFUSE
    hint = gettext_lazy(
        "Người nộp đọc được lý do này. Nêu căn cứ pháp lý và nơi cần nộp, nếu là cơ quan khác."
    )

    def tell(self, dossier: Dossier, by: Acting, said: dict[str, Any]) -> Event:
        return dossier.refuse(by=by, reason=said["reason"])


class TakeUpForm(MoveForm):
    """Take up: one button."""

    move = workflow.TAKE_UP
    leads_on = True
    needs_nothing = True

    def tell(self, dossier: Dossier, by: Acting, said: dict[str, Any]) -> Event:
        return dossier.take_up(by=by)


class StopForm(MoveForm):
    """Stop after appraisal."""

    move = workflow.STOP
    hint = gettext_lazy(
        "Người nộp đọc được lý do này. Nêu căn cứ pháp lý và việc hoàn trả giấy tờ, lệ phí."
    )

    def tell(self, dossier: Dossier, by: Acting, said: dict[str, Any]) -> Event:
        return dossier.stop(by=by, reason=said["reason"])


class FinishForm(MoveForm):
    """Decide, with the file of the result."""

    move = workflow.FINISH
    leads_on = True
    result = forms.FileField(
        label=gettext_lazy("Tệp kết quả"),
        help_text=gettext_lazy(
            "PDF, JPG hoặc PNG. Người nộp tải được sau khi bộ phận một cửa trả."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        allow_empty_file=True,  # the domain says what to do about it
        max_length=255,
    )
    field_order = ("result", "reason")

    def tell(self, dossier: Dossier, by: Acting, said: dict[str, Any]) -> Event:
        file = said["result"]
        return dossier.finish(by=by, result=file, name=file.name, reason=said["reason"])


class ReturnForm(MoveForm):
    """Hand the result over."""

    move = workflow.RETURN
    leads_on = True
    needs_nothing = True

    def tell(self, dossier: Dossier, by: Acting, said: dict[str, Any]) -> Event:
        return dossier.hand_over(by=by, reason=said["reason"])


class RequestSupplementForm(MoveForm):
    """One line for each paper of the procedure and some for others: a line with words is asked."""

    move = workflow.REQUEST_SUPPLEMENT
    template = "dossiers/officer/request_fields.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        came = Counter(self.dossier.papers().values_list("component", flat=True))
        for component in self.components:
            line = _what_is_wrong(component.name)
            line.help_text = _how_many(came[component.pk])
            self.fields[f"paper-{component.pk}"] = line
        for number in range(1, OTHERS + 1):
            self.fields[f"other-{number}"] = forms.CharField(
                required=False, max_length=300, label=_("Giấy tờ khác")
            )
            self.fields[f"why-{number}"] = _what_is_wrong(_("Cần sửa hoặc nộp gì"))
        is_second = self.dossier.latest_request() is not None
        self.fields["reason"].required = is_second
        self.fields["reason"].label = (
            _("Lý do yêu cầu lần nữa") if is_second else _("Lời dặn chung")
        )
        self.order_fields([*[name for name in self.fields if name != "reason"], "reason"])

    @cached_property
    def components(self) -> list[Component]:
        """The papers that the procedure names."""
        return list(Component.objects.filter(case__version=self.dossier.version_id))

    def paper_fields(self) -> list[forms.BoundField]:
        """The lines of the procedure's own papers."""
        return [self[f"paper-{component.pk}"] for component in self.components]

    def other_fields(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The lines of other papers: which, and why."""
        numbers = range(1, OTHERS + 1)
        return [(self[f"other-{number}"], self[f"why-{number}"]) for number in numbers]

    @property
    def other_is_open(self) -> bool:
        """Whether the lines of other papers show: something is typed there, or only they exist."""
        typed = any(bound.value() for pair in self.other_fields() for bound in pair)
        return typed or not self.components

    def clean(self) -> dict[str, Any]:
        """Another paper is named and explained, or neither."""
        said = super().clean() or {}
        for number in range(1, OTHERS + 1):
            if bool(said.get(f"other-{number}")) != bool(said.get(f"why-{number}")):
                self.add_error(
                    f"why-{number}", _("Hãy ghi cả tên giấy tờ và điều cần sửa hoặc nộp.")
                )
        return said

    def items(self) -> list[Item]:
        """What is asked for, each with its reason."""
        said = self.cleaned_data
        named = [
            Item(component=component.pk, name=component.name, reason=said[f"paper-{component.pk}"])
            for component in self.components
        ]
        others = [
            Item(component=None, name=said[f"other-{number}"], reason=said[f"why-{number}"])
            for number in range(1, OTHERS + 1)
        ]
        return [item for item in [*named, *others] if item["reason"]]

    def tell(self, dossier: Dossier, by: Acting, said: dict[str, Any]) -> Event:
        return dossier.request_supplement(by=by, items=self.items(), reason=said["reason"])


def _what_is_wrong(label: str) -> forms.CharField:
    return forms.CharField(
        required=False,
        max_length=1000,
        label=label,
        widget=forms.Textarea(attrs={"rows": 2, "class": "field"}),
    )


def _how_many(files: int) -> str:
    if not files:
        return _("Chưa có tệp")
    return ngettext("Đã nộp %(n)s tệp", "Đã nộp %(n)s tệp", files) % {"n": files}


FORMS: dict[str, type[MoveForm]] = {
    form.move.verb: form
    for form in (
        ReceiveForm,
        RefuseForm,
        TakeUpForm,
        RequestSupplementForm,
        StopForm,
        FinishForm,
        ReturnForm,
    )
}
"""The form of each move that officers make."""
