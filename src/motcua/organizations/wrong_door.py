"""What is sent to an office that has ended arrives at whoever answers for it now, at once.

It came in time where it was sent: the first moment counts. Where the record cannot tell which of
several heirs it is for, the default one gets it, and the act says so (``is_unsure``), for whoever
puts such work where it belongs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext as _

from motcua.territory.models import Unit

from . import successors
from .models import Organization, Succession

if TYPE_CHECKING:
    from motcua.organizations.models import Function

KEY = "wrong_door"
"""Under which an event's payload keeps it."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where something arrives; ``sent_to`` has ended, if it is told."""

    organization: Organization
    sent_to: Organization | None = None
    since: date | None = None
    """From when on the other one answers."""
    legal_basis: str = ""
    is_unsure: bool = False

    @property
    def payload(self) -> dict[str, Any]:
        """What the event keeps, names as they were that day; nothing where nothing was wrong."""
        if self.sent_to is None:
            return {}
        told = {
            "sent_to": self.sent_to.pk,
            "to": self.organization.pk,
            "old": self.sent_to.name,
            "new": self.organization.name,
            "since": self.since.isoformat() if self.since else "",
            "legal_basis": self.legal_basis,
            "unsure": self.is_unsure,
        }
        return {KEY: told}


def arrive(
    sent_to: Organization,
    day: date,
    *,
    function: Function | str = "",
    procedure_code: str = "",
    unit: Unit | None = None,
) -> Arrival | None:
    """Where what is sent to ``sent_to`` on ``day`` arrives; None where nobody answers for it."""
    if sent_to.holds_on(day):
        return Arrival(sent_to)
    ended = sent_to.valid_during.upper
    if ended is None or ended > day:  # it has not begun
        return None
    matter = {"function": function, "procedure_code": procedure_code, "unit": unit}
    heir = successors.successor_for(sent_to, day, **matter)  # type: ignore[arg-type]
    if heir is None:
        return None
    named = Organization.objects.with_names(day).get(pk=sent_to.pk)
    return Arrival(heir, named, ended, _basis(sent_to, day), _is_unsure(sent_to, day, matter))


def sentence(payload: Mapping[str, Any]) -> str:
    """What an event's payload tells of it, for whoever sent it and for the heir's desk."""
    told = payload.get(KEY)
    if not told:
        return ""
    words = {"old": told["old"], "new": told["new"], "basis": told["legal_basis"]}
    if told["since"]:
        words["day"] = f"{date.fromisoformat(told['since']):%d/%m/%Y}"
    if told["legal_basis"]:
        return (
            _(
                "Gửi đến %(old)s. Từ ngày %(day)s, theo %(basis)s, việc này do %(new)s giải quyết "
                "nên đã được chuyển ngay; thời điểm tiếp nhận vẫn là lúc gửi."
            )
            % words
        )
    return (
        _(
            "Gửi đến %(old)s, nơi đã kết thúc hoạt động từ ngày %(day)s. Việc này nay do %(new)s "
            "giải quyết nên đã được chuyển ngay; thời điểm tiếp nhận vẫn là lúc gửi."
        )
        % words
    )


def _basis(old: Organization, day: date) -> str:
    last = Succession.objects.filter(old=old, day__lte=day).order_by("-day", "-is_default").first()
    return last.legal_basis if last else ""


def _is_unsure(old: Organization, day: date, matter: Mapping[str, Any]) -> bool:
    """Whether the record names heirs by something that is not known of the matter."""
    rows = Succession.objects.filter(old=old, day__lte=day)
    unknown = Q(pk__in=())
    if not _is_one_place(matter["unit"], day):
        unknown |= Q(unit__isnull=False)
    if not matter["procedure_code"] and not matter["function"]:
        unknown |= Q(function__isnull=False) | ~Q(procedure_code="")
    return rows.filter(unknown).exists()


def _is_one_place(unit: Unit | None, day: date) -> bool:
    """Whether a place is known that has not been divided since."""
    if unit is None or unit.holds_on(day):
        return unit is not None
    return len(Unit.objects.heirs([unit.pk], day).get(unit.pk, ())) <= 1
