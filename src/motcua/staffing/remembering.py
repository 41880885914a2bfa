"""What does the history keep of each change? Everything that was said, in its own columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from motcua.staffing.models import StaffChange

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.models import Appointment, Post
    from motcua.staffing.models import StaffEvent
    from motcua.staffing.terms import Decision

What = StaffChange.What


def of_appointment(
    event: StaffEvent, what: str, held: Appointment, decision: Decision
) -> StaffChange:
    """An appointment as it is after the change."""
    return _kept(line_of_appointment(event, what, held, decision))


def of_person(event: StaffEvent, what: str, person: Person) -> StaffChange:
    """An account that was opened, or a letter that leads to it."""
    return _kept(line_of_person(event, what, person))


def line_of_appointment(
    event: StaffEvent, what: str, held: Appointment, decision: Decision
) -> StaffChange:
    """The line as it will be kept: an import keeps thousands at once."""
    return StaffChange(
        event=event,
        what=what,
        appointment_id=held.pk,
        holder=held.person,
        post=held.post,
        kind=held.kind,
        in_place_of=held.covers.person if held.covers else None,
        valid_during=held.valid_during,
        **_decided(decision),
    )


def line_of_person(event: StaffEvent, what: str, person: Person) -> StaffChange:
    return StaffChange(event=event, what=what, holder=person)


def line_of_post(event: StaffEvent, post: Post) -> StaffChange:
    return StaffChange(event=event, what=What.POST_MADE, post=post, valid_during=post.valid_during)


def _kept(line: StaffChange) -> StaffChange:
    line.save()
    return line


def _decided(decision: Decision) -> dict[str, Any]:
    return {
        "number": decision.number,
        "decided_on": decision.signed_on,
        "issuer": decision.issuer,
    }
