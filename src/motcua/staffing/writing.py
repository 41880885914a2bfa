"""How do appointments begin and end in the register? Under the lock of their post."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from motcua.organizations.models import Appointment, AppointmentKind, Post
from motcua.periods.models import since
from motcua.staffing import checks, exceptions, numbers, remembering
from motcua.staffing.models import StaffChange
from motcua.staffing.terms import day_after

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.queries import AppointmentQuerySet
    from motcua.staffing.models import StaffEvent
    from motcua.staffing.opening import NewOfficer
    from motcua.staffing.terms import Decision, Terms

What = StaffChange.What


def hold(post: Post) -> None:
    """Until this transaction ends nobody else appoints, ends or covers in this post."""
    Post.objects.select_for_update(of=("self",), no_key=True).get(pk=post.pk)


def begin(event: StaffEvent, terms: Terms) -> Appointment:
    """Write an appointment; raises TermsRefused with all that stands against it."""
    there = checks.of_post(terms.post)
    if found := checks.of_terms(terms, there=there):
        raise exceptions.TermsRefused(found)
    seat = checks.free_seat(terms.post, terms.days, there) if terms.is_seated else None
    held = Appointment.objects.create(
        post=terms.post,
        person=terms.person,
        kind=terms.kind,
        seat=seat,
        covers=terms.covers,
        scope=terms.scope,
        decision=terms.decision.words,
        valid_during=terms.days,
    )
    remembering.of_appointment(event, What.BEGUN, held, terms.decision)
    return held


def end(event: StaffEvent, held: Appointment, last: date, decision: Decision) -> None:
    """Let ``last`` be the last day, as somebody's page showed the appointment; covers end too."""
    if found := checks.of_end(held, last, decision):
        raise exceptions.TermsRefused(found)
    days = since(held.valid_during.lower, day_after(last))
    if not _as_seen(held).exists():
        raise exceptions.TooLate
    _end_covers(event, held, last + timedelta(days=1), decision)  # they lie within its days
    _as_seen(held).update(valid_during=days)
    held.valid_during = days
    remembering.of_appointment(event, What.ENDED, held, decision)


def revoke(event: StaffEvent, held: Appointment, decision: Decision) -> None:
    """Take back what has not begun: it leaves the register, and stays in the history."""
    remembering.of_appointment(event, What.REVOKED, held, decision)
    for cover in held.covered_by.select_related("person", "post", "covers__person"):
        remembering.of_appointment(event, What.REVOKED, cover, decision)
        cover.delete()
    gone, _rows = _as_seen(held).delete()
    if not gone:
        raise exceptions.TooLate


def open_account(event: StaffEvent, new: NewOfficer) -> Person:
    """A new account, and the letter that leads to it."""
    if found := list(numbers.problems_of(new)):
        raise exceptions.TermsRefused(found)
    person = numbers.open_account(new)
    remembering.of_person(event, What.ACCOUNT_OPENED, person)
    return person


def for_person(terms: Terms, person: Person) -> Terms:
    return replace(terms, person=person)


def covering(terms: Terms, held: Appointment) -> Terms:
    """The terms of a leave cover for a holder."""
    return replace(terms, post=held.post, kind=AppointmentKind.COVER, covers=held)


def _end_covers(event: StaffEvent, held: Appointment, after: date, decision: Decision) -> None:
    """Nobody stands in for who no longer holds the post."""
    outside = held.covered_by.filter(valid_during__overlap=since(after))
    for cover in outside.select_related("person", "post", "covers__person"):
        if cover.valid_during.lower and cover.valid_during.lower >= after:
            remembering.of_appointment(event, What.REVOKED, cover, decision)
            cover.delete()
        else:
            cover.valid_during = since(cover.valid_during.lower, after)
            cover.save(update_fields=["valid_during"])
            remembering.of_appointment(event, What.ENDED, cover, decision)


def _as_seen(held: Appointment) -> AppointmentQuerySet:
    """The row, if it still says what the page showed; its post is held, so it stays so."""
    same: AppointmentQuerySet = Appointment.objects.filter(pk=held.pk)
    return same.filter(recorded_at=held.recorded_at, valid_during=held.valid_during)


def eve(day: date) -> date:
    return day - timedelta(days=1)
