"""What may an overseer ask of the register of refusals and exceptions?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.models import Clash
from motcua.organizations.heaps import beyond
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.dossiers.queries import ClashQuerySet


class ClashForm(forms.Form):
    """Period, office, procedure, rule, from the year on; a wrong question is no question."""

    tu = forms.DateField(required=False, label=_("Từ ngày"))
    den = forms.DateField(required=False, label=_("Đến hết ngày"))
    co_quan = forms.CharField(required=False, max_length=35, label=_("Mã cơ quan"))
    thu_tuc = forms.CharField(required=False, max_length=8, label=_("Mã thủ tục"))
    loai = forms.ChoiceField(
        required=False, label=_("Loại"), choices=[("", _("Tất cả")), *Clash.Kind.choices]
    )
    sau = forms.CharField(required=False, max_length=80)

    @property
    def first(self) -> date:
        return self._said.get("tu") or today().replace(month=1, day=1)

    @property
    def last(self) -> date:
        return self._said.get("den") or today()

    def found(self, clashes: ClashQuerySet) -> ClashQuerySet:
        """Those that were asked for, newest first."""
        asked = clashes.during(self.first, self.last)
        if office := self._said.get("co_quan"):
            here = Q(organization__identifier=office)
            asked = asked.filter(here | Q(organization__identifier__startswith=f"{office}."))
        if code := self._said.get("thu_tuc"):
            asked = asked.filter(procedure__code=code)
        return asked

    def listed(self, clashes: ClashQuerySet) -> ClashQuerySet:
        """A kind of them, behind the last row of the page before."""
        asked = self.found(clashes)
        if kind := self._said.get("loai"):
            asked = asked.filter(kind=kind)
        behind = beyond(self._said.get("sau", ""), "at", newest_first=True)
        return asked.filter(behind).order_by("-at", "-pk")

    def counts(self, clashes: ClashQuerySet) -> list[tuple[str, str, int]]:
        """How many of each kind: value, words, number; one query."""
        asked = {kind: Count("pk", filter=Q(kind=kind)) for kind in Clash.Kind.values}
        there = self.found(clashes).aggregate(**asked)
        return [(kind, str(label), there[kind]) for kind, label in Clash.Kind.choices]

    @property
    def _said(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data
