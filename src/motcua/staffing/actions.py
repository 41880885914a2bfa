"""What can be done about staff? Each verb is one act: all of it, or nothing."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from motcua.organizations import profiles, rights
from motcua.organizations.queries import LEADING_RANKS
from motcua.periods.clock import today
from motcua.staffing import checks, door, exceptions, hands, opening, remembering, workflow, writing
from motcua.staffing.models import StaffChange

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Appointment
    from motcua.staffing.models import StaffEvent
    from motcua.staffing.opening import NewOfficer
    from motcua.staffing.terms import Decision, Terms
    from motcua.staffing.workflow import Move

Key = uuid.UUID | None


def appoint(
    terms: Terms, *, by: Acting, new: NewOfficer | None = None, key: Key = None
) -> StaffEvent:
    """Give a post to somebody; to ``new`` with an account of their own and a letter to it."""

    def write(event: StaffEvent) -> None:
        writing.hold(terms.post)
        _begin(event, terms, by, new)

    return door.make(workflow.APPOINT, by=by, at=[terms.post.organization], write=write, key=key)


def end(
    held: Appointment, *, by: Acting, last: date, decision: Decision, key: Key = None
) -> StaffEvent:
    """Let ``last`` be the last day of an appointment, and of who stands in for it."""

    def write(event: StaffEvent) -> None:
        writing.end(event, held, last, decision)

    return _make(workflow.END, held, by=by, write=write, key=key)


def revoke(held: Appointment, *, by: Acting, decision: Decision, key: Key = None) -> StaffEvent:
    """Take back an appointment that has not begun."""

    def write(event: StaffEvent) -> None:
        if found := list(checks.of_decision(decision, today())):
            raise exceptions.TermsRefused(found)
        writing.revoke(event, held, decision)

    return _make(workflow.REVOKE, held, by=by, write=write, key=key)


def replace(
    held: Appointment,
    terms: Terms,
    *,
    by: Acting,
    new: NewOfficer | None = None,
    key: Key = None,
) -> StaffEvent:
    """One leaves and another comes on the same day, by the same decision."""

    def write(event: StaffEvent) -> None:
        if terms.person == held.person:
            raise exceptions.TermsRefused([checks.same_person(held)])
        writing.end(event, held, writing.eve(terms.first), terms.decision)
        _begin(event, terms, by, new)

    return _make(workflow.REPLACE, held, by=by, write=write, key=key)


def cover(
    held: Appointment,
    terms: Terms,
    *,
    by: Acting,
    new: NewOfficer | None = None,
    key: Key = None,
) -> StaffEvent:
    """Let another do what a holder does while they are away."""

    def write(event: StaffEvent) -> None:
        _begin(event, writing.covering(terms, held), by, new)

    return _make(workflow.COVER, held, by=by, write=write, key=key)


def invite(person: Person, *, by: Acting, key: Key = None) -> StaffEvent:
    """Send the letter once more that leads to an account nobody has opened yet."""
    at = [each.post.organization for each in person.appointments.with_posts()]
    mine = [each for each in at if by.post and rights.is_over(hands.houses(by), each)]

    def write(event: StaffEvent) -> None:
        if not opening.awaits_activation(person):
            raise exceptions.TooLate
        remembering.of_person(event, StaffChange.What.INVITED, person)

    return door.make(workflow.INVITE, by=by, at=mine or at, write=write, key=key)


def _make(
    move: Move, held: Appointment, *, by: Acting, write: door.Writing, key: Key
) -> StaffEvent:
    """A move on an appointment that is there: in its state, not on oneself, under its lock."""

    def under_lock(event: StaffEvent) -> None:
        hands.refuse_own(by, held.person, held.covers.person if held.covers else None)
        writing.hold(held.post)
        if workflow.state_on(held, today()) not in move.sources:
            raise exceptions.TooLate
        write(event)

    return door.make(move, by=by, at=[held.post.organization], write=under_lock, key=key)


def _begin(event: StaffEvent, terms: Terms, by: Acting, new: NewOfficer | None) -> None:
    hands.refuse_own(by, terms.person, terms.covers.person if terms.covers else None)
    if new is not None:
        terms = writing.for_person(terms, writing.open_account(event, new))
    writing.begin(event, terms)
    if terms.post.rank in LEADING_RANKS:
        profiles.open_for_leaders()
