"""What is typed in by who begins versions, or lets a procedure end? Which procedure first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.catalog import drafting, endings, every_one
from motcua.catalog.models import Ending, Procedure, ProcedureVersion
from motcua.catalog.models.procedures import CODE
from motcua.catalog.recording.shelves import SHELVES
from motcua.periods import clock
from motcua.ui import fields

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting


LONGEST_DECISION = 100
LONGEST_NAME = 3_000
MOST_CHOICES = 10
BETWEEN = re.compile(r"[\s,;]+")


class FindForm(forms.Form):
    """Which procedure; its newest published version is shown before anything is done."""

    code = forms.CharField(
        label=_("Mã hoặc tên thủ tục"),
        max_length=200,
        help_text=_("Ví dụ 1.001193, hoặc khai sinh."),
    )
    procedure: Procedure
    version: ProcedureVersion | None = None
    choices: Sequence[Procedure] = ()
    """Those in force that are called by what was typed, where that is no code."""

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"]).strip()
        published = ProcedureVersion.objects.published().select_related("procedure")
        newest = published.filter(procedure__code=code).order_by("-number").first()
        if newest is None:
            called = every_one.of(code, clock.today()).filter(is_offered=True)
            self.choices = list(called[:MOST_CHOICES])
            if self.choices:
                said = _("Nhiều thủ tục mang tên gần như vậy. Hãy chọn một thủ tục dưới đây.")
                raise forms.ValidationError(said)
            said = _(
                "Không có thủ tục nào mã này đã công bố trên cổng. Hãy xem lại mã; thủ tục mới thì "
                "chọn “Lập thủ tục mới”."
            )
            raise forms.ValidationError(said)
        self.version, self.procedure = newest, newest.procedure
        return code


class BeginForm(FindForm):
    """A draft of which procedure, with the version that the page showed."""

    in_force = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=1, max_value=2**15 - 1
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        self.seen = told.get("in_force") or 0
        return told

    @property
    def has_seen(self) -> bool:
        """Whether the page that was sent showed the version that would be copied."""
        return self.version is not None and self.seen == self.version.number


class NewForm(forms.Form):
    """A procedure that the portal does not have: as little as a draft needs to begin with."""

    code = forms.RegexField(
        label=_("Mã thủ tục"),
        regex=rf"^{CODE}$",
        help_text=_("Như trong quyết định công bố hoặc ở Cơ sở dữ liệu quốc gia, ví dụ 1.001193."),
        error_messages={"invalid": _("Mã gồm một chữ số, dấu chấm, sáu chữ số, ví dụ 1.001193.")},
    )
    name = fields.text(2, LONGEST_NAME, label=_("Tên thủ tục"))
    topic = forms.ChoiceField(
        label=_("Nhóm trên cổng"),
        choices=[
            ("", _("Chọn nhóm")),
            *((topic, name) for topic, (_slug, name) in SHELVES.items()),
        ],
        help_text=_("Người dân tìm thủ tục theo nhóm này."),
    )
    sector = forms.CharField(
        label=_("Lĩnh vực"),
        max_length=2_000,
        help_text=_("Như trong quyết định công bố, ví dụ Hộ tịch."),
    )
    levels = forms.MultipleChoiceField(
        label=_("Cấp thực hiện"),
        choices=ProcedureVersion.Level.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    authority = forms.CharField(
        label=_("Cơ quan thực hiện"),
        max_length=2_000,
        help_text=_("Ví dụ Ủy ban nhân dân cấp xã, Sở Tư pháp."),
    )
    decision_number = forms.CharField(
        label=_("Số quyết định công bố"), max_length=LONGEST_DECISION, required=False
    )

    def begin(self, *, by: Acting) -> ProcedureVersion:
        told = self.cleaned_data.items()
        return drafting.begin_new({key: value for key, value in told if value}, by=by)


class EndForm(forms.Form):
    """From which day on, by which decision, and what replaces it."""

    in_force = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**15 - 1)
    ends_on = fields.day(label=_("Hết áp dụng từ ngày"))
    decision = forms.CharField(
        label=_("Số quyết định"),
        max_length=LONGEST_DECISION,
        help_text=_("Quyết định công bố bãi bỏ hoặc thay thế, ví dụ 1234/QĐ-UBND."),
    )
    successors = forms.CharField(
        label=_("Mã thủ tục thay thế"),
        max_length=400,
        required=False,
        help_text=_("Nhiều mã cách nhau bằng dấu phẩy; để trống nếu không có."),
    )

    def __init__(self, *args: Any, version: ProcedureVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.initial["in_force"] = version.number

    def clean_successors(self) -> list[Procedure]:
        """The procedures; every code that is not offered is named."""
        codes = [code for code in BETWEEN.split(self.cleaned_data["successors"]) if code]
        offered = Procedure.objects.offered_on(clock.today()).filter(code__in=codes)
        found = {one.code: one for one in offered.distinct()}
        if unknown := [code for code in codes if code not in found]:
            said = _("Không có thủ tục nào đang áp dụng mang mã %(codes)s. Hãy xem lại.")
            raise forms.ValidationError(said % {"codes": ", ".join(unknown)[:100]})
        return list(found.values())

    def end(self, *, by: Acting) -> Ending:
        told = self.cleaned_data
        said = endings.Said(told["ends_on"], told["decision"], told["successors"])
        return endings.end(self.version.procedure, said, by=by, in_force=told["in_force"])
