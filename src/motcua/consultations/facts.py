"""What does each verb write besides the state?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from motcua.consultations import exceptions, terms
from motcua.organizations.models import Organization
from motcua.periods.clock import day_of

if TYPE_CHECKING:
    from motcua.consultations.models import Consultation


@dataclass(frozen=True, slots=True)
class Facts:
    """What is written with a move: the same UPDATE's columns and the event's payload."""

    columns: Mapping[str, Any] = field(default_factory=dict)
    payload: Mapping[str, Any] = field(default_factory=dict)


def of_nothing(_at: datetime) -> Facts:
    """A move that only changes the state."""
    return Facts()


def of_opening(consultation: Consultation, closes_on: date, at: datetime) -> Facts:
    """From when to when, by which law; raises what is still missing."""
    first = day_of(at)
    if not consultation.receiver.strip():
        raise exceptions.ReceiverMissing
    if not consultation.articles.exists():
        raise exceptions.NothingToRead
    term = terms.opening(consultation.kind_id, first, closes_on)
    _refuse_closed_office(consultation, first, closes_on)
    columns = {
        "opens_on": first,
        "opened_at": at,
        "closes_on": closes_on,
        "first_closes_on": closes_on,
        "days_required": term.days,
        "law": term.law,
        "summary_due_on": terms.summary_due(consultation.kind_id, closes_on),
    }
    return Facts(columns, {"to": closes_on.isoformat(), "days": term.days, "law": term.law})


def of_extending(consultation: Consultation, to: date, _at: datetime) -> Facts:
    """The later day; the earlier one stays on record. Shortening is refused."""
    before = consultation.closes_on
    assert before is not None  # noqa: S101  the table lets only open ones come here
    if to <= before:
        raise exceptions.Shortened(before)
    _refuse_closed_office(consultation, before, to)
    columns = {
        "closes_on": to,
        "summary_due_on": terms.summary_due(consultation.kind_id, to),
    }
    return Facts(columns, {"from": before.isoformat(), "to": to.isoformat()})


def of_summing_up(consultation: Consultation, summary: str, at: datetime) -> Facts:
    """The report becomes public; raises Unanswered while a comment has no answer."""
    if not summary.strip():
        raise exceptions.SummaryMissing
    waiting = consultation.comments.filter(showing="new").count()
    unanswered = consultation.comments.unanswered().count()
    if waiting or unanswered:
        raise exceptions.Unanswered(waiting, unanswered)
    due = consultation.summary_due_on
    payload = {"late": due is not None and day_of(at) > due}
    return Facts({"summary": summary.strip(), "summed_up_at": at}, payload)


def _refuse_closed_office(consultation: Consultation, first: date, last: date) -> None:
    """Closed means closed: the office exists on the first and the last day."""
    office = Organization.objects.filter(pk=consultation.organization_id)
    if not office.on(first).filter(valid_during__contains=last).exists():
        raise exceptions.OfficeClosed
