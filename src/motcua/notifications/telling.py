"""Who is told of a plan's move, and how far is that? Batch by batch, each whole or not at all.

A plan may move a million dossiers, so nothing of this happens while it is carried out: its
transaction only notes what is to be walked through. A job then walks by key, a few statements a
batch; a letter that is there already is not written again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.dossiers.models import Dossier
from motcua.organizations.models import Appointment
from motcua.periods.clock import today
from motcua.questions import workflow as questions
from motcua.questions.models import Question
from motcua.reorganization import workflow
from motcua.reorganization.models import Body, Moved, Plan, PlanEvent, PlanningPost

from .models import PlanLetter, PlanTelling
from .models.plan_letter import mailbox_of

AT_ONCE = 500
LETTERS_A_JOB = 100
SENDING = "notifications.send_plan_letters"
LATER = -10
"""Letters about single dossiers go first, however many a plan writes."""
As, Of = PlanLetter.As, PlanTelling.Of
State = PlanLetter.State


class Batch(NamedTuple):
    """Rows that were looked at: up to which key, whom they make us tell, and how many nobody."""

    upto: int | None
    """None where there was no row any more."""
    letters: list[PlanLetter]
    unreachable: int = 0


WALKS = {
    workflow.CARRY_OUT.verb: [Of.DOSSIERS, Of.QUESTIONS, Of.APPOINTMENTS, Of.RENAMED],
    workflow.PUT_OFF.verb: [Of.PLANNERS],
    workflow.UNDO.verb: [Of.TOLD],
}
"""Of which moves people are told, and whom to find for that."""


def begin(event: PlanEvent) -> None:
    """Note what is to be walked through, in the transaction of the move; the job comes later."""
    if event.verb == workflow.UNDO.verb:
        _call_off(event.plan)
    PlanTelling.objects.bulk_create(PlanTelling(event=event, of=of) for of in WALKS[event.verb])


def _call_off(plan: Plan) -> None:
    """Who has not been told by now is not told any more."""
    going = PlanTelling.objects.filter(event__plan=plan, done_at__isnull=True)
    going.update(done_at=timezone.now())


def tell(event_id: int) -> None:
    """Tell everybody who is still to be told; safe to run twice, also at the same time."""
    while tell_some(event_id):
        pass


@transaction.atomic
def tell_some(event_id: int) -> bool:
    """Tell one batch; whether there was one that nobody else is at."""
    open_ones = PlanTelling.objects.filter(event=event_id, done_at__isnull=True)
    locked = open_ones.select_for_update(skip_locked=True, of=("self",))
    telling = locked.select_related("event__plan").first()
    if telling is None:
        return False
    batch = FINDERS[telling.of](telling)
    telling.told += _write(event_id, batch.letters)
    telling.unreachable += batch.unreachable
    telling.after = batch.upto or telling.after
    telling.done_at = None if batch.upto else timezone.now()
    telling.save()
    return True


def _write(event_id: int, letters: list[PlanLetter]) -> int:
    """Queue those letters that are not there yet, and the jobs that send them; how many."""
    PlanLetter.objects.bulk_create(letters, ignore_conflicts=True)
    keys = [letter.key for letter in letters]
    new = list(PlanLetter.objects.filter(key__in=keys).order_by("pk").values_list("pk", flat=True))
    starts = range(0, len(new), LETTERS_A_JOB)
    jobs: list[Any] = [
        {"event_id": event_id, "letters": new[n : n + LETTERS_A_JOB]} for n in starts
    ]
    if jobs:
        app.configure_task(SENDING, priority=LATER).batch_defer(*jobs)
    return len(new)


# --- Who -------------------------------------------------------------------------------------


def _moved(telling: PlanTelling, relation: str) -> list[int]:
    """Keys of the next rows of a table that the plan changed or made."""
    rows = Moved.objects.filter(plan=telling.event.plan_id, relation=relation)
    ahead = rows.filter(row_id__gt=telling.after).order_by("row_id")
    return list(ahead.values_list("row_id", flat=True)[:AT_ONCE])


def _applicants(telling: PlanTelling) -> Batch:
    """Of what is still open; what has ended meanwhile has told its applicant so."""
    keys = _moved(telling, Dossier._meta.db_table)
    rows = Dossier.objects.open().filter(pk__in=keys).order_by("pk")
    told = rows.values_list("pk", "applicant", "email")
    letters = (
        _letter(telling, As.APPLICANT, address, person_id=person, dossier_id=pk)
        for pk, person, address in told
    )
    return _batch(keys, letters)


def _askers(telling: PlanTelling) -> Batch:
    keys = _moved(telling, Question._meta.db_table)
    rows = Question.objects.filter(pk__in=keys, state__in=questions.OPEN).order_by("pk")
    told = rows.only("pk", "asker", "code", "contact")
    letters = (
        _letter(
            telling,
            As.ASKER,
            row.email,
            "" if row.asker_id else row.code,
            person_id=row.asker_id,
            question_id=row.pk,
        )
        for row in told
    )
    return _batch(keys, letters)


def _holders(telling: PlanTelling) -> Batch:
    """Whose appointments ended or began."""
    keys = _moved(telling, Appointment._meta.db_table)
    return _batch(keys, _officers(telling, Q(pk__in=keys)))


def _holders_where_names_change(telling: PlanTelling) -> Batch:
    """Whose posts go on in an organization that is called otherwise now."""
    plan = telling.event.plan
    named = Body.objects.filter(plan=plan, is_founded=False).exclude(full_name="")
    held = Appointment.objects.on(plan.day).filter(
        post__organization__in=named.values("organization"), pk__gt=telling.after
    )
    keys = list(held.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    return _batch(keys, _officers(telling, Q(pk__in=keys)))


def _planners(telling: PlanTelling) -> Batch:
    """Who holds a post that plans, on the day of the letter."""
    planning = PlanningPost.objects.on(today()).values("post")
    held = Appointment.objects.on(today()).filter(post__in=planning, pk__gt=telling.after)
    keys = list(held.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    return _batch(keys, _officers(telling, Q(pk__in=keys)))


def _officers(telling: PlanTelling, which: Q) -> Iterator[PlanLetter | None]:
    held = Appointment.objects.filter(which, person__is_active=True).order_by("pk")
    for person, address in held.values_list("person", "person__email"):
        yield _letter(telling, As.OFFICER, address, person_id=person)


def _told_before(telling: PlanTelling) -> Batch:
    """Those whose letter went out; those who still waited for it need neither."""
    carried_out = telling.event.plan.events.filter(verb=workflow.CARRY_OUT.verb).latest("pk")
    ahead = PlanLetter.objects.filter(event=carried_out, pk__gt=telling.after)
    rows = list(ahead.select_for_update(of=("self",)).order_by("pk")[:AT_ONCE])
    waiting = [row.pk for row in rows if row.state == State.QUEUED]
    PlanLetter.objects.filter(pk__in=waiting).update(
        state=State.FAILED, problem=PlanLetter.Problem.CALLED_OFF
    )
    again = (_again(telling, row) for row in rows if row.state == State.SENT)
    return Batch(rows[-1].pk if rows else None, list(again))


def _again(telling: PlanTelling, told: PlanLetter) -> PlanLetter:
    return PlanLetter(
        event=telling.event,
        told_as=told.told_as,
        person_id=told.person_id,
        dossier_id=told.dossier_id,
        question_id=told.question_id,
        mailbox=told.mailbox,
    )


def _letter(
    telling: PlanTelling, told_as: str, address: str, code: str = "", **about: Any
) -> PlanLetter | None:
    """A letter, or None to whoever gave no address."""
    if not address:
        return None
    mailbox = mailbox_of(address, code)
    return PlanLetter(event=telling.event, told_as=told_as, mailbox=mailbox, **about)


def _batch(keys: list[int], letters: Iterable[PlanLetter | None]) -> Batch:
    written = list(letters)
    there = [letter for letter in written if letter is not None]
    return Batch(keys[-1] if keys else None, there, len(written) - len(there))


FINDERS: dict[str, Callable[[PlanTelling], Batch]] = {
    Of.DOSSIERS: _applicants,
    Of.QUESTIONS: _askers,
    Of.APPOINTMENTS: _holders,
    Of.RENAMED: _holders_where_names_change,
    Of.PLANNERS: _planners,
    Of.TOLD: _told_before,
}
