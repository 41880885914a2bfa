"""Which pilots does a reader ask for? What stands in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from motcua.reorganization import pilot_workflow
from motcua.reorganization.pilot_workflow import State

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from motcua.reorganization.pilot_queries import PilotQuerySet

RUNNING, OVERDUE, ENDED, DRAFT = "dang-thi-diem", "qua-han", "da-ket-thuc", "dang-soan"
GROUPS: dict[str, StrOrPromise] = {
    RUNNING: _("Đang thí điểm"),
    OVERDUE: _("Quá hạn đánh giá"),
    ENDED: _("Đã kết thúc"),
}
"""Running ones may be overdue too."""
ON_THE_DESK: dict[str, StrOrPromise] = {DRAFT: _("Đang soạn"), **GROUPS}


@dataclass(frozen=True, slots=True)
class Wish:
    """The words and the group of the address; what is unknown is no wish."""

    words: str = ""
    group: str = ""

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Wish:
        """From ``?q=…&tinh-trang=…``."""
        group = address.get("tinh-trang", "")
        words = address.get("q", "").strip().replace("\x00", "")[:200]
        return cls(words, group if group in ON_THE_DESK else "")

    @property
    def is_any(self) -> bool:
        return bool(self.words or self.group)

    def among(self, pilots: PilotQuerySet, day: date) -> PilotQuerySet:
        """Those of ``pilots`` that are asked for."""
        found = pilots.matching(self.words)
        if self.group == OVERDUE:
            return found.overdue(day)
        states = {
            RUNNING: {State.RUNNING},
            ENDED: pilot_workflow.ENDED,
            DRAFT: {State.DRAFT},
        }.get(self.group)
        return found.filter(state__in=states) if states else found


def counts(pilots: PilotQuerySet, day: date) -> dict[str, int]:
    """How many run, are overdue, have ended: for the sentence on top (one query)."""
    from django.db.models import Count, Q

    late = pilots.overdue(day).order_by().values("pk")
    return pilots.aggregate(
        running=Count("pk", filter=Q(state=State.RUNNING)),
        overdue=Count("pk", filter=Q(pk__in=late)),
        ended=Count("pk", filter=Q(state__in=pilot_workflow.ENDED)),
    )
