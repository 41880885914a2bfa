"""To whom does a question go whose asker does not know? Where routing points, else to the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.organizations.models import Organization, OrganizationKind
from motcua.periods.clock import today
from motcua.questions import routing

if TYPE_CHECKING:
    from motcua.questions.models import Question


@dataclass(frozen=True, slots=True)
class Addressee:
    """An office, and why it is this one."""

    organization: Organization
    reason: str


def chosen(identifier: str) -> Addressee | None:
    """The office that the asker named, if it is open today."""
    day = today()
    known = Organization.objects.on(day).with_names(day).filter(identifier=identifier).first()
    return Addressee(known, _("theo lựa chọn của bạn")) if known else None


def likeliest(question: Question) -> Addressee | None:
    """Whom routing suggests for a question that is not sent yet, else the province's committee."""
    found = routing.suggestions(question, today())
    if found:
        return Addressee(found[0].organization, "; ".join(found[0].reasons))
    day = today()
    offices = Organization.objects.on(day).with_names(day)
    top = offices.filter(kind=OrganizationKind.PEOPLES_COMMITTEE).order_by("identifier").first()
    return Addressee(top, _("chưa rõ nơi phụ trách, sẽ được chuyển đúng nơi")) if top else None
