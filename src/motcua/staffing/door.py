"""How is anything done about staff? Through one door: checked, written, remembered, announced."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from motcua.periods.closing import closed_means
from motcua.staffing import exceptions, hands
from motcua.staffing.models import StaffEvent
from motcua.staffing.signals import staff_moved, staff_moving

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Organization
    from motcua.staffing.workflow import Move

Writing = Callable[[StaffEvent], None]
"""What a verb writes, with the event that remembers it."""

SAID_BY_THE_DATABASE: dict[str, type[exceptions.Refused]] = {
    "staff_event_once_a_form": exceptions.DoneBefore,
    "appointment_seat_has_one_holder_a_day": exceptions.TooLate,
    "appointment_of_one_person_to_one_post_once_a_day": exceptions.TooLate,
    "accounts_person_username_key": exceptions.TooLate,
    "accounts_person_personal_number_key_key": exceptions.NumberTaken,
    "accounts_person_citizen_id_key": exceptions.NumberTaken,
    "appointment_within_its_post": exceptions.PostClosed,
    "post_within_its_organization": exceptions.PostClosed,
}
"""What is left to the database: what somebody else did in the same moment."""


def make(
    move: Move,
    *,
    by: Acting,
    at: Iterable[Organization],
    write: Writing,
    key: uuid.UUID | None = None,
    **payload: Any,
) -> StaffEvent:
    """Make one act within the organizations ``at``: all of it, or nothing."""
    with closed_means(exceptions.PostClosed, exceptions.NotYourMove), _in_our_words():
        return _made(move, by, at, write, {"key": key or uuid.uuid4(), "payload": payload})


def was_made(key: str) -> bool:
    """Whether the form of this key came before: a double click."""
    try:
        return StaffEvent.objects.filter(key=uuid.UUID(key)).exists()
    except ValueError:
        return False


@transaction.atomic
def _made(
    move: Move, by: Acting, at: Iterable[Organization], write: Writing, facts: dict[str, Any]
) -> StaffEvent:
    role = hands.role_for(move, by, at)
    if StaffEvent.objects.filter(key=facts["key"]).exists():
        raise exceptions.DoneBefore
    event: StaffEvent = StaffEvent.objects.create(verb=move.verb, role=role, **by.hand, **facts)
    write(event)
    staff_moving.send(StaffEvent, event=event)
    transaction.on_commit(lambda: staff_moved.send_robust(StaffEvent, event=event))
    return event


@contextmanager
def _in_our_words() -> Iterator[None]:
    """Say in the words of this room what the database refused."""
    try:
        yield
    except IntegrityError as refused:
        diagnosis = getattr(refused.__cause__, "diag", None)
        told = SAID_BY_THE_DATABASE.get(getattr(diagnosis, "constraint_name", None) or "")
        if told is None:
            raise
        raise told from refused
