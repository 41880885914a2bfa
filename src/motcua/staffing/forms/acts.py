"""What does each move ask for? One form a move; each knows which verb it calls."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import SEATED, Appointment, AppointmentKind, Post
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.staffing import actions, checks, duties, exceptions, hands, workflow, writing
from motcua.staffing.terms import Problem, Terms
from motcua.ui import fields

from .fields import StaffForm
from .persons import PersonForm

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.staffing.models import StaffEvent
    from motcua.staffing.workflow import Move

KINDS = (
    AppointmentKind.SUBSTANTIVE,
    AppointmentKind.CONCURRENT,
    AppointmentKind.ACTING,
    AppointmentKind.IN_CHARGE,
    AppointmentKind.DELEGATED,
)
"""A leave cover has a form of its own."""


class _Holder(forms.ModelChoiceField):
    def label_from_instance(self, held: Appointment) -> str:
        return f"{held.person.full_name} ({checks.period(held)})"


class GivingForm(PersonForm):
    """An act that gives a post; it says first what one should think of."""

    first = fields.day(label=_("Từ ngày"))
    last = fields.day(label=_("Đến hết ngày"), required=False)
    seen_warnings = forms.BooleanField(
        label=_("Tôi đã đọc các lưu ý và vẫn thực hiện"), required=False
    )

    def __init__(self, *args: Any, post: Post, by: Acting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.post, self.by = post, by
        self.warnings: list[str] = []

    @property
    def terms(self) -> Terms:
        """What a form without errors in its fields says."""
        said = self.cleaned_data
        return Terms(
            post=self.post,
            person=self.whom,
            kind=said["kind"],
            first=said["first"],
            last=said.get("last"),
            decision=self.decision,
            covers=said.get("covers"),
            scope=said.get("scope", ""),
        )

    @property
    def leaving(self) -> Appointment | None:
        """Who makes room on the same day."""
        return None

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean()
        if self.errors:
            return said
        self._refuse_own()
        self.show(
            self.problems()
        )  # takes what is wrong out of what was said: nothing reads it later
        if not self.errors:
            self._warn()
        return said

    def problems(self) -> list[Any]:
        return checks.of_terms(self.terms, leaving=self.leaving)

    def _refuse_own(self) -> None:
        terms = self.terms
        try:
            hands.refuse_own(self.by, terms.person, terms.covers.person if terms.covers else None)
        except exceptions.YourOwn as own:
            self.add_error(None, str(own))

    def _warn(self) -> None:
        self.warnings = duties.warnings(self.terms)
        if self.warnings and not self.cleaned_data["seen_warnings"]:
            self.add_error("seen_warnings", _("Hãy đọc các lưu ý, rồi đánh dấu nếu vẫn thực hiện."))


class AppointForm(GivingForm):
    """Give the post to somebody, in one of five ways."""

    move = workflow.APPOINT
    kind = forms.ChoiceField(
        label=_("Hình thức"),
        choices=[(kind.value, kind.label) for kind in KINDS],
        widget=forms.RadioSelect,
        initial=AppointmentKind.SUBSTANTIVE,
    )
    covers = _Holder(
        Appointment.objects.none(),
        label=_("Thay cho, hoặc theo ủy quyền của"),
        required=False,
        empty_label=_("– Không thay ai –"),
        help_text=_("Chỉ với hình thức quyền, phụ trách, ủy quyền."),
    )
    scope = fields.text(
        2, 1000, label=_("Phạm vi"), required=False, help_text=_("Bắt buộc khi ủy quyền.")
    )
    field_order = ("kind", "first", "last", "covers", "scope", "number", "decided_on", "issuer")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = self.post.appointments.filter(kind__in=SEATED).during(since(today()))
        self.fields["covers"].queryset = there.select_related("person")  # type: ignore[attr-defined]
        if self.person is None:
            self.order_fields(
                ["full_name", "username", "email", "personal_number", *self.field_order]
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("kind") in SEATED and said.get("covers"):
            self.add_error(
                "covers",
                _("Người giữ chính thức hoặc kiêm nhiệm không thay ai. Hãy bỏ chọn ở đây."),
            )
        return said

    def make(self, *, by: Acting) -> StaffEvent:
        key = self.cleaned_data["key"]
        return actions.appoint(self.terms, by=by, new=self.new, key=key)


class OnAppointment(forms.Form):
    """An act on an appointment as the page showed it."""

    move: ClassVar[Move]
    seen = forms.CharField(widget=forms.HiddenInput)

    held: Appointment

    def as_seen(self) -> Appointment:
        """The appointment as it was when the form was opened: if it changed, it is too late."""
        self.held.recorded_at = self.cleaned_data["seen"]
        return self.held

    def clean_seen(self) -> datetime:
        try:
            return datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError:
            raise forms.ValidationError(str(exceptions.TooLate.message)) from None


class ReplaceForm(OnAppointment, GivingForm):
    """One leaves, another comes."""

    move = workflow.REPLACE
    kind = forms.ChoiceField(
        label=_("Người mới giữ chức danh này"),
        choices=[(kind.value, kind.label) for kind in KINDS[:4]],
        widget=forms.RadioSelect,
        initial=AppointmentKind.SUBSTANTIVE,
    )
    field_order = ("kind", "first", "last", "number", "decided_on", "issuer")

    def __init__(self, *args: Any, held: Appointment, **kwargs: Any) -> None:
        super().__init__(*args, post=held.post, **kwargs)
        self.held = held
        self.initial.setdefault("seen", held.recorded_at.isoformat())
        self.fields["first"].label = _("Người mới giữ từ ngày")
        self.fields["first"].help_text = _("Người hiện nay thôi giữ vào cuối ngày hôm trước.")
        if self.person is None:
            self.order_fields(
                ["full_name", "username", "email", "personal_number", *self.field_order]
            )

    @property
    def leaving(self) -> Appointment:
        return self.held

    def problems(self) -> list[Any]:
        """Of who comes, and of the last day of who leaves."""
        if self.person == self.held.person:
            return [checks.same_person(self.held)]
        last = writing.eve(self.cleaned_data["first"])
        ends = [
            Problem("first", each.sentence)
            for each in checks.of_end(self.held, last, self.decision)
            if each.field == "last"
        ]
        return [*super().problems(), *ends]

    def make(self, *, by: Acting) -> StaffEvent:
        key = self.cleaned_data["key"]
        return actions.replace(self.as_seen(), self.terms, by=by, new=self.new, key=key)


class CoverForm(OnAppointment, GivingForm):
    """Somebody does the work of a holder who is away."""

    move = workflow.COVER
    scope = fields.text(
        2,
        1000,
        label=_("Phạm vi"),
        required=False,
        help_text=_("Để trống nếu thay trong mọi việc của chức danh."),
    )
    field_order = ("first", "last", "scope", "number", "decided_on", "issuer")

    def __init__(self, *args: Any, held: Appointment, **kwargs: Any) -> None:
        super().__init__(*args, post=held.post, **kwargs)
        self.held = held
        self.initial.setdefault("seen", held.recorded_at.isoformat())
        self.fields["first"].label = _("Vắng từ ngày")
        self.fields["last"].required = True
        if self.person is None:
            self.order_fields(
                ["full_name", "username", "email", "personal_number", *self.field_order]
            )

    @property
    def terms(self) -> Terms:
        self.cleaned_data["kind"] = AppointmentKind.COVER
        self.cleaned_data["covers"] = self.held
        return super().terms

    def make(self, *, by: Acting) -> StaffEvent:
        key = self.cleaned_data["key"]
        return actions.cover(self.as_seen(), self.terms, by=by, new=self.new, key=key)


class EndForm(OnAppointment, StaffForm):
    """The last day, and the decision."""

    move = workflow.END
    last = fields.day(label=_("Giữ đến hết ngày"))
    field_order = ("last", "number", "decided_on", "issuer")

    def __init__(self, *args: Any, held: Appointment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = held
        self.initial.setdefault("seen", held.recorded_at.isoformat())

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not self.errors:
            self.show(checks.of_end(self.held, said["last"], self.decision))
        return said

    def make(self, *, by: Acting) -> StaffEvent:
        said = self.cleaned_data
        return actions.end(
            self.as_seen(), by=by, last=said["last"], decision=self.decision, key=said["key"]
        )


class RevokeForm(OnAppointment, StaffForm):
    """The decision that takes an appointment back before it begins."""

    move = workflow.REVOKE

    def __init__(self, *args: Any, held: Appointment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = held
        self.initial.setdefault("seen", held.recorded_at.isoformat())

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not self.errors:
            self.show(checks.of_decision(self.decision, today()))
        return said

    def make(self, *, by: Acting) -> StaffEvent:
        key = self.cleaned_data["key"]
        return actions.revoke(self.as_seen(), by=by, decision=self.decision, key=key)


FORMS: dict[str, type[Any]] = {
    form.move.verb: form for form in (ReplaceForm, CoverForm, EndForm, RevokeForm)
}
"""The form of each move on an appointment."""
NEEDS_PERSON = frozenset({workflow.REPLACE, workflow.COVER})
"""Moves for which somebody is chosen first."""
