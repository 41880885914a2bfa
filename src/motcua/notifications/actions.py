"""What takes a letter, its dossier and the mail server?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from motcua.reorganization import workflow

from . import post_office
from .exceptions import LetterRefused, MailServerAway
from .models import (
    ConsultationLetter,
    DirectiveLetter,
    DraftLetter,
    Letter,
    PaperLetter,
    PlanLetter,
    QuestionLetter,
    StaffLetter,
)

if TYPE_CHECKING:
    from .models import Posted

LONGEST_PATIENCE = 80
"""Tries, an hour apart after the first dozen, before a letter is given up: about three days."""


def post(event_id: int) -> None:
    """Send the letters about an event that are still queued; once, however often it is called.

    The row is locked while the mail server is spoken to, so that no two workers send it. A process
    that is killed after the server took the letter and before the row says so sends it once more
    at the next try, with the same Message-ID: SMTP knows no way to do better.

    Raises MailServerAway where it has to be tried again.
    """
    _post(Letter.objects.queued().filter(event=event_id))


def post_about_question(event_id: int) -> None:
    """The same about an event of a question, to everybody whom it answers."""
    _post(QuestionLetter.objects.queued().filter(event=event_id))


def post_about_consultation(event_id: int) -> None:
    """The same about a summary, to everybody who commented and left an address."""
    _post(ConsultationLetter.objects.queued().filter(event=event_id))


def post_about_directive(event_id: int | None = None, reminder_id: int | None = None) -> None:
    """The same about an event of a task or a reminder, to every officer who is told."""
    _post(DirectiveLetter.objects.queued().filter(event=event_id, reminder=reminder_id))


def post_about_staff(event_id: int) -> None:
    """The letters that lead to new accounts, of one act."""
    _post(StaffLetter.objects.queued().filter(change__event=event_id))


def post_about_drafts(letters: list[int]) -> None:
    """Letters about drafts that end or are to be shared; one that has to wait keeps no other."""
    _post_as_many_as_possible(DraftLetter.objects.queued().filter(pk__in=letters))


def post_about_papers(letters: list[int]) -> None:
    """Letters about papers that were blocked."""
    _post_as_many_as_possible(PaperLetter.objects.queued().filter(pk__in=letters))


def post_about_plan(event_id: int, letters: list[int]) -> None:
    """Some of the letters about a plan's move; of one that was undone meanwhile only the later."""
    waiting = PlanLetter.objects.queued().filter(event=event_id, pk__in=letters)
    carried_out = Q(event__verb=workflow.CARRY_OUT.verb, event__plan__state=workflow.State.UNDONE)
    if waiting.filter(carried_out).exists():
        waiting.update(state=Letter.State.FAILED, problem=Letter.Problem.CALLED_OFF)
    else:
        _post_as_many_as_possible(waiting)


def _post(letters: Iterable[Posted]) -> None:
    for waiting in letters:
        try:
            _send_once(waiting)
        except MailServerAway as absence:
            _wait_or_give_up(waiting, absence)


def _post_as_many_as_possible(letters: Iterable[Posted]) -> None:
    """Of many people's letters one that has to wait keeps no other; a dead server keeps all."""
    put_off: MailServerAway | None = None
    for waiting in letters:
        try:
            _post([waiting])
        except MailServerAway as absence:
            put_off = absence
            if absence.reply_code is None:
                break
    if put_off:
        raise put_off


@transaction.atomic
def _send_once(waiting: Posted) -> None:
    """Send a letter, unless another worker sends it now or has sent it meanwhile."""
    letter = type(waiting).objects.to_send_now().filter(pk=waiting.pk).first()
    if letter is not None:
        _send(letter)


def _send(letter: Posted) -> None:
    try:
        post_office.hand_in(letter)
    except LetterRefused as refusal:
        letter.mark_failed(refusal.problem, refusal.reply_code)
    else:
        letter.mark_sent()


def _wait_or_give_up(letter: Posted, absence: MailServerAway) -> None:
    """Remember the try, and ask for another one unless the letter has waited long enough."""
    letter.mark_waiting(absence.reply_code)
    if letter.attempts < LONGEST_PATIENCE:
        raise absence
    letter.mark_failed(Letter.Problem.SERVER_AWAY, absence.reply_code)
