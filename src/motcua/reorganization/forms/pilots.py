"""What does an officer type of a pilot: what it is, who takes part, when it is looked at?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.legal.models import LegalDocument
from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.reorganization import pilot_actions, pilot_desks
from motcua.reorganization.models import Pilot, PilotReview, Side
from motcua.reorganization.pilot_actions import Due, Entered
from motcua.ui import fields
from motcua.ui.dates import DaysField

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.reorganization.models import PilotEvent

INTERIM, FINAL = PilotReview.Kind.INTERIM, PilotReview.Kind.FINAL
EARLIEST = date(2000, 1, 1)
AHEAD = timedelta(days=365 * 3)
LONGEST = 4000


class _PilotForm(forms.Form):
    """A pilot, entered or amended."""

    name = forms.CharField(label=gettext_lazy("Tên mô hình"), max_length=200)
    kind = forms.ChoiceField(
        label=gettext_lazy("Loại mô hình"), choices=Pilot.Kind.choices, widget=forms.RadioSelect
    )
    about = fields.text(
        4,
        LONGEST,
        label=gettext_lazy("Nội dung thí điểm"),
        help_text=gettext_lazy("Làm khác ở điểm nào, mong đạt điều gì."),
    )
    started_on = fields.day(label=gettext_lazy("Ngày bắt đầu"))
    offices = forms.ModelMultipleChoiceField(
        Organization.objects.none(),
        label=gettext_lazy("Cơ quan tham gia"),
        help_text=gettext_lazy("Giữ Ctrl (hoặc ⌘) để chọn nhiều nơi."),
        widget=forms.SelectMultiple(attrs={"size": 9}),
    )
    laws = forms.ModelMultipleChoiceField(
        LegalDocument.objects.none(),
        label=gettext_lazy("Căn cứ là văn bản pháp luật"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 4}),
    )
    basis = fields.text(
        2,
        LONGEST,
        label=gettext_lazy("Căn cứ khác"),
        required=False,
        help_text=gettext_lazy("Kết luận, đề án, quyết định; mỗi văn bản một dòng."),
    )
    interim_on = DaysField(
        label=gettext_lazy("Các ngày sơ kết"),
        required=False,
        help_text=gettext_lazy("Ngày/tháng/năm; nhiều ngày thì cách nhau bằng dấu phẩy."),
    )
    final_on = DaysField(
        label=gettext_lazy("Ngày tổng kết"),
        required=False,
        help_text=gettext_lazy("Phải có trước khi đưa vào sổ công khai."),
    )

    def __init__(self, *args: Any, chosen: Iterable[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        laws: Any = self.fields["laws"]
        laws.queryset = LegalDocument.objects.all()
        laws.label_from_instance = lambda law: f"{law.number} {law.title}"[:120]
        self._offer_offices(set(chosen))

    def clean_started_on(self) -> date:
        day: date = self.cleaned_data["started_on"]
        if not EARLIEST <= day <= today() + AHEAD:
            raise forms.ValidationError(
                _("Ngày bắt đầu phải từ năm 2000 và không quá ba năm nữa. Hãy kiểm tra lại năm.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        """Looked at after it began; on some word or other."""
        said: dict[str, Any] = super().clean() or {}
        started = said.get("started_on")
        for name in ("interim_on", "final_on"):
            for day in said.get(name) or ():
                if started and day <= started:
                    told = {"day": f"{day:%d/%m/%Y}"}
                    self.add_error(name, _("Ngày %(day)s không sau ngày bắt đầu.") % told)
        if not said.get("laws") and not said.get("basis"):
            self.add_error(
                "basis", _("Thí điểm phải có căn cứ: chọn văn bản ở trên hoặc ghi ở đây.")
            )
        self._refuse_closed(said)
        return said

    @property
    def entered(self) -> Entered:
        said = self.cleaned_data
        return Entered(
            name=said["name"],
            kind=said["kind"],
            about=said["about"],
            started_on=said["started_on"],
            offices=[each.pk for each in said["offices"]],
            laws=list(said["laws"]),
            basis=said["basis"],
            reviews=due(said),
        )

    def _refuse_closed(self, said: dict[str, Any]) -> None:
        """Closed means closed: who takes part works on the first day, or on the day they join."""
        day = max(said.get("started_on") or today(), self.first_day)
        for each in said.get("offices") or ():
            if not each.holds_on(day):
                told = {"name": each.name, "day": f"{day:%d/%m/%Y}"}
                closed = _("%(name)s không hoạt động vào ngày %(day)s. Hãy bỏ chọn nơi này.")
                self.add_error("offices", closed % told)

    @property
    def first_day(self) -> date:
        """Since when what is typed holds at the earliest."""
        return EARLIEST

    def _offer_offices(self, chosen: set[int]) -> None:
        """Everybody who works today or soon, with those who are chosen already."""
        field: Any = self.fields["offices"]
        day = today()
        offered: Any = Organization.objects.during(since(day))
        field.queryset = Organization.objects.all()
        named = (offered | Organization.objects.filter(pk__in=chosen)).with_names(day)
        field.choices = [
            (each.pk, f"{each.name_on(day)} ({each.identifier})")
            for each in named.order_by("tier", "identifier")
        ]


class EnterPilotForm(_PilotForm):
    """A new pilot of an organization for which one keeps."""

    organization = forms.ModelChoiceField(
        Organization.objects.none(),
        label=gettext_lazy("Cơ quan quyết định thí điểm"),
        empty_label=None,
    )
    field_order = ("organization",)

    def __init__(self, *args: Any, by: Acting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organization"]
        field.queryset = Organization.objects.on(today()).filter(pk__in=pilot_desks.keeps(by))
        named = field.queryset.with_names(today()).order_by("identifier")
        field.choices = [(each.pk, each.name_on(today())) for each in named]

    def enter(self, *, by: Acting) -> Pilot:
        return pilot_actions.enter(self.entered, self.cleaned_data["organization"], by=by)


class AmendPilotForm(_PilotForm):
    """What is changed; ``revision`` is the one that the page showed."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = fields.text(
        2,
        LONGEST,
        label=gettext_lazy("Lý do thay đổi"),
        required=False,
        help_text=gettext_lazy("Bắt buộc khi thí điểm đã công khai; giữ trong lịch sử."),
    )

    def __init__(self, *args: Any, pilot: Pilot, **kwargs: Any) -> None:
        self.pilot = pilot
        known = as_entered(pilot)
        super().__init__(*args, chosen=known["offices"], **{"initial": known, **kwargs})
        if pilot.is_running:
            self.fields["started_on"].disabled = True
            self.fields["reason"].required = True
            self.fields["offices"].help_text = _(
                "Thay đổi có hiệu lực từ hôm nay; thời gian đã tham gia được giữ."
            )

    @property
    def first_day(self) -> date:
        return today() if self.pilot.is_running else EARLIEST

    def amend(self, *, by: Acting) -> PilotEvent:
        said = self.cleaned_data
        seen = self.pilot.as_seen(said["revision"])
        return pilot_actions.amend(seen, self.entered, by=by, reason=said["reason"])


def due(said: dict[str, Any]) -> list[Due]:
    """The reviews that were typed."""
    return [
        *((INTERIM, day) for day in said["interim_on"]),
        *((FINAL, day) for day in said["final_on"]),
    ]


def as_entered(pilot: Pilot) -> dict[str, Any]:
    """What stands in the form of a pilot."""
    names = ("name", "kind", "about", "started_on", "basis", "revision")
    waiting = [row for row in pilot.reviews.all() if not row.is_held]
    rows = pilot.participations.filter(side=Side.CONCERNED, valid_during__endswith=None)
    return {name: getattr(pilot, name) for name in names} | {
        "offices": list(rows.values_list("organization", flat=True)),
        "laws": list(pilot.laws.values_list("pk", flat=True)),
        "interim_on": [row.due_on for row in waiting if row.kind == INTERIM],
        "final_on": [row.due_on for row in waiting if row.kind == FINAL],
    }
