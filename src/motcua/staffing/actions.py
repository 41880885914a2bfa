"""What can be done about staff? Each verb is one act: all of it, or nothing."""

from __future__ import annotations

import uuid
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from motcua.organizations import profiles, rights
from motcua.organizations.queries import LEADING_RANKS
from motcua.periods.clock import today
from motcua.staffing import (
    checks,
    door,
    exceptions,
    hands,
    numbers,
    opening,
    remembering,
    workflow,
    writing,
)
from motcua.staffing.importing import entering, planning, rows
from motcua.staffing.importing.known import Known
from motcua.staffing.models import StaffChange, StaffFile
from motcua.staffing.models import file as files

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Appointment, Organization
    from motcua.staffing.importing.plan import Plan
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

    def write(event: StaffEvent) -> None:
        if not opening.awaits_activation(person):
            raise exceptions.TooLate
        remembering.of_person(event, StaffChange.What.INVITED, person)

    return door.make(workflow.INVITE, by=by, at=_mine(person, by), write=write, key=key)


def number(
    person: Person, number: str, *, by: Acting, seen: str = "", key: Key = None
) -> StaffEvent:
    """Enter or correct the personal number of an officer; the history keeps that, not which."""

    def write(event: StaffEvent) -> None:
        hands.refuse_own_number(by, person)
        remembering.of_person(event, StaffChange.What.NUMBERED, numbers.enter(person, number, seen))

    return door.make(workflow.NUMBER, by=by, at=_mine(person, by), write=write, key=key)


def check_file(content: bytes, *, by: Acting) -> Plan:
    """What would come of a file now; nothing is written. Raises WorkbookRefused."""
    return planning.plan(rows.read(BytesIO(content)), by=by)


def import_file(
    content: bytes, *, by: Acting, name: str, seen: str | None = None, key: Key = None
) -> StaffEvent:
    """Write all of a file, or nothing; its rows are held against the register once more.

    ``seen`` is the fingerprint of the outcome that somebody read and confirmed. Raises FileRefused
    with everything that stands against it, WorkbookRefused for what is no workbook.
    """
    said = rows.read(BytesIO(content))
    offices = Known(said.rows).offices.values()

    def write(event: StaffEvent) -> None:
        entering.hold(offices)
        found = planning.plan(said, by=by)
        if found.problems:
            raise exceptions.FileRefused(found)
        if found.changes_nothing:
            raise exceptions.NothingNew(found)
        if seen not in {None, found.fingerprint}:
            raise exceptions.OtherOutcome(found)
        entering.enter(event, found)
        StaffFile.objects.filter(sha256=event.payload["sha256"]).delete()

    told = {"file": name, "sha256": sha256(content).hexdigest()}
    return door.make(workflow.IMPORT, by=by, at=offices, write=write, key=key, **told)


def keep_file(content: bytes, *, by: Acting, name: str) -> StaffFile:
    """Keep a file between its check and its confirmation; a person has one at a time."""
    rows.read(BytesIO(content))
    told: dict[str, Any] = {"name": name[:200], "sha256": sha256(content).hexdigest()}
    told["content"] = files.sealed(content, told["sha256"])
    kept, _new = StaffFile.objects.update_or_create(
        kept_by=by.person, defaults={**told, "kept_at": timezone.now()}
    )
    return kept


def forget_files() -> int:
    """Remove what nobody confirmed for days: it names people. How many there were."""
    old = StaffFile.objects.filter(kept_at__lt=timezone.now() - StaffFile.KEPT_FOR)
    return old.delete()[0]


def _mine(person: Person, by: Acting) -> list[Organization]:
    """Where somebody works that one manages; all where they work, where one manages none."""
    at = [each.post.organization for each in person.appointments.with_posts()]
    return [each for each in at if by.post and rights.is_over(hands.houses(by), each)] or at


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
