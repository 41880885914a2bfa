"""To whom does a question go whose asker does not know? Where routing points, else to the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.organizations.models import Organization, OrganizationKind
from motcua.periods.clock import today
from motcua.questions import arriving, routing

if TYPE_CHECKING:
    from motcua.questions.models import Question


@dataclass(frozen=True, slots=True)
class Addressee:
    """An office, and why it is this one."""

    organization: Organization
    reason: str
    sent_to: Organization | None = None
    """The one that was named, where it has ended and this one answers for it."""


def chosen(identifier: str, question: Question) -> Addressee | None:
    """The office that the asker named, or who answers for it today."""
    day = today()
    known = Organization.objects.with_names(day).filter(identifier=identifier).first()
    arrival = arriving.at(known, question, day) if known else None
    if arrival is None:
        return None
    if arrival.sent_to is None:
        return Addressee(arrival.organization, _("theo lựa chọn của bạn"))
    told = _("nay giải quyết việc của %(old)s") % {"old": arrival.sent_to.name}
    return Addressee(arrival.organization, told, arrival.sent_to)


def likeliest(question: Question) -> Addressee | None:
    """Whom routing suggests for a question that is not sent yet, else the province's committee."""
    found = routing.suggestions(question, today())
    if found:
        return Addressee(found[0].organization, "; ".join(found[0].reasons))
    day = today()
    offices = Organization.objects.on(day).with_names(day)
    top = offices.filter(kind=OrganizationKind.PEOPLES_COMMITTEE).order_by("identifier").first()
    return Addressee(top, _("chưa rõ nơi phụ trách, sẽ được chuyển đúng nơi")) if top else None
