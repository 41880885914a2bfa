"""What may somebody ask of the register of staff?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.organizations import asked_day, rights
from motcua.organizations.asked_day import AskedDay
from motcua.organizations.models import Organization
from motcua.staffing import register
from motcua.staffing.register import Asked

if TYPE_CHECKING:
    from datetime import date


class AskForm(forms.Form):
    """Words, an organization, a standing, a day; a wrong question is no question."""

    q = forms.CharField(required=False, max_length=100, label=_("Tên người, chức danh"))
    co_quan = forms.CharField(required=False, max_length=35, label=_("Cơ quan"))
    xem = forms.ChoiceField(
        required=False,
        label=_("Chỉ xem"),
        choices=[
            (register.ALL, _("Mọi chức danh")),
            (register.EMPTY, _("Còn chỗ trống")),
            (register.STOOD_IN, _("Có người quyền, phụ trách, thay")),
            (register.CONCURRENT, _("Người giữ nhiều chức vụ")),
            (register.UNNUMBERED, _("Người chưa có số định danh")),
        ],
    )
    ngay = forms.CharField(required=False, max_length=20, label=_("Tính đến ngày"))

    def __init__(self, *args: Any, houses: Sequence[Organization], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_valid()
        self.houses = houses
        self.day: AskedDay = asked_day.read(self.cleaned_data.get("ngay", ""))
        self.offices = self._offices(self.day.day)

    @property
    def asked(self) -> Asked:
        said = self.cleaned_data
        office = next((o for o in self.offices if o.identifier == said.get("co_quan")), None)
        words, standing = said.get("q", ""), said.get("xem", "")
        return Asked(self.day.day, self.houses, office, words, standing)

    def _offices(self, day: date) -> list[Organization]:
        """Those of the day that one may choose, by identifier."""
        there = Organization.objects.on(day).filter(rights.within(self.houses)).with_names(day)
        return list(there.order_by("identifier"))
