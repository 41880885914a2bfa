"""What takes several nouns? Entering, correcting and opening a conclusion; giving a task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO, TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from motcua.directives import (
    codes,
    deadlines,
    desks,
    exceptions,
    owners,
    passages,
    publication,
    workflow,
)
from motcua.directives.models import Conclusion, ConclusionEvent, Passage, Support, Task
from motcua.directives.workflow import Priority, Role
from motcua.filekeeping.models import StoredFile
from motcua.periods.clock import day_of
from motcua.periods.closing import closed_means
from motcua.search.folding import fold, nfc
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from motcua.directives.owners import Owner
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Appointment, Organization

Verb = ConclusionEvent.Verb


@dataclass(frozen=True, slots=True)
class Entered:
    """What was typed of a conclusion, checked."""

    number: str
    signed_on: date
    title: str
    meeting: str
    met_on: date
    text: str
    chair: Appointment | None = None
    file: tuple[IO[bytes], str] | None = None
    """The signed paper with the name under which it came; None keeps the one on record."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed of a task, checked."""

    passage: Passage
    title: str
    owner: Owner
    due_on: date
    review_months: int = 0
    priority: Priority = Priority.NORMAL
    is_public: bool = False
    supporters: Sequence[Owner] = ()


# --- Conclusions -----------------------------------------------------------------------------


@transaction.atomic
def enter(
    entered: Entered, organization: Organization, *, by: Acting, is_public: bool = False
) -> Conclusion:
    """Take a conclusion in with its text in passages; raises what is wrong with it."""
    _refuse_strangers(organization.pk, by)
    pieces = _pieces(entered.text)
    columns = _columns(entered)
    year = entered.signed_on.year
    try:
        with closed_means(exceptions.OutsideItsDays), transaction.atomic():
            conclusion = Conclusion.objects.create(
                code=codes.next_code(year),
                organization=organization,
                is_public=is_public,
                **columns,
            )
    except IntegrityError as known:
        raise exceptions.KnownAlready from known
    _write(conclusion, pieces)
    _remember(conclusion, Verb.ENTER, by)
    publication.keep(conclusion)
    return conclusion


@transaction.atomic
def correct(
    conclusion: Conclusion, entered: Entered, *, by: Acting, seen: int, reason: str
) -> None:
    """Write it anew as the next edition; tasks keep the words that they were given with.

    ``seen`` is the edition that the page showed: of two who correct it, the second is told.
    """
    _refuse_strangers(conclusion.organization_id, by)
    if not reason.strip():
        raise exceptions.ReasonMissing
    pieces, columns = _pieces(entered.text), _columns(entered)
    ready = Conclusion.objects.filter(pk=conclusion.pk, edition=seen)
    try:
        with closed_means(exceptions.OutsideItsDays), transaction.atomic():
            changed = ready.update(edition=seen + 1, **columns)
    except IntegrityError as known:
        raise exceptions.KnownAlready from known
    if not changed:
        raise exceptions.ConclusionChanged
    conclusion.refresh_from_db()
    _write(conclusion, pieces)
    _remember(conclusion, Verb.CORRECT, by, reason)
    publication.keep(conclusion)


@transaction.atomic
def publish(conclusion: Conclusion, *, by: Acting) -> None:
    """Let everybody read it; its tasks are public only where they are marked so."""
    _show(conclusion, by=by, is_public=True)


@transaction.atomic
def hide(conclusion: Conclusion, *, by: Acting, reason: str) -> None:
    """Take it and all its tasks away from the public, with the reason."""
    if not reason.strip():
        raise exceptions.ReasonMissing
    _show(conclusion, by=by, is_public=False, reason=reason)


def _show(conclusion: Conclusion, *, by: Acting, is_public: bool, reason: str = "") -> None:
    """A second click finds it done and changes nothing."""
    _refuse_strangers(conclusion.organization_id, by)
    ready = Conclusion.objects.filter(pk=conclusion.pk, is_public=not is_public)
    if not ready.update(is_public=is_public):
        return
    conclusion.is_public = is_public
    _remember(conclusion, Verb.OPEN if is_public else Verb.CLOSE, by, reason)
    publication.keep(conclusion)


def _refuse_strangers(organization: int, by: Acting) -> None:
    if organization not in desks.follows(by):
        raise exceptions.NotYourMove


def _pieces(text: str) -> list[str]:
    pieces = passages.split(text)
    if not pieces:
        raise exceptions.TextEmpty
    if len(pieces) > passages.MOST:
        raise exceptions.TooManyPassages
    return pieces


def _columns(entered: Entered) -> dict[str, object]:
    number, title = nfc(entered.number).strip(), nfc(entered.title).strip()
    columns: dict[str, object] = {
        "number": number,
        "signed_on": entered.signed_on,
        "year": entered.signed_on.year,
        "title": title,
        "meeting": nfc(entered.meeting).strip(),
        "met_on": entered.met_on,
        "chair_id": entered.chair and entered.chair.person_id,
        "chair_post_id": entered.chair and entered.chair.post_id,
        "search_text": fold(f"{number} {title} {entered.meeting}"),
    }
    if entered.file:
        kept = StoredFile.keep(entered.file[0])
        columns |= {"file_id": kept.sha256, "file_name": kept.named(entered.file[1])}
    return columns


def _write(conclusion: Conclusion, pieces: list[str]) -> None:
    Passage.objects.bulk_create(
        Passage(conclusion=conclusion, edition=conclusion.edition, position=number, text=piece)
        for number, piece in enumerate(pieces, 1)
    )


def _remember(conclusion: Conclusion, verb: Verb, by: Acting, reason: str = "") -> None:
    conclusion.events.create(verb=verb, edition=conclusion.edition, reason=reason, **by.hand)


# --- Tasks -----------------------------------------------------------------------------------


@closed_means(exceptions.OwnerClosed, exceptions.NotYourMove)
@transaction.atomic
def give(conclusion: Conclusion, given: Given, *, by: Acting) -> Task:
    """Make a task of a passage: its words are copied, its number counted under a lock."""
    _refuse_strangers(conclusion.organization_id, by)
    held = Conclusion.objects.select_for_update().get(pk=conclusion.pk)
    now = timezone.now()
    _refuse_unfit(held, given, day_of(now))
    number = held.tasks.count() + 1
    code = codes.of_task(held.code, number)
    due_on = deadlines.working(given.due_on, working_calendar())
    title = nfc(given.title).strip()
    task = Task.objects.create(
        code=code,
        conclusion=held,
        passage=given.passage,
        quoted=given.passage.text,
        title=title,
        priority=given.priority,
        is_public=given.is_public,
        issuer_id=held.organization_id,
        organization=given.owner.organization,
        post=given.owner.post,
        assigned_on=day_of(now),
        given_at=now,
        moved_at=now,
        due_on=due_on,
        original_due_on=due_on,
        review_months=given.review_months,
        search_text=fold(f"{code} {title}"),
    )
    _call_along(task, given)
    said = {"said": given.due_on.isoformat()} if given.due_on != due_on else {}
    event = task.remember(workflow.GIVE, Role.GIVER, by=by, at=now, payload=said)
    task.announce(event)
    return task


def _refuse_unfit(conclusion: Conclusion, given: Given, day: date) -> None:
    passage = given.passage
    if passage.conclusion_id != conclusion.pk or passage.edition != conclusion.edition:
        raise exceptions.NoSuchPassage
    if given.is_public and not conclusion.is_public:
        raise exceptions.NotPublic
    if given.due_on < day:
        raise exceptions.DayPassed
    for owner in (given.owner, *given.supporters):
        owners.refuse_closed(owner, day)


def _call_along(task: Task, given: Given) -> None:
    """Those who help; who leads does not help too, and nobody is called twice."""
    along = {each.post.pk: each for each in given.supporters if each.post.pk != task.post_id}
    Support.objects.bulk_create(
        Support(
            task=task,
            organization=each.organization,
            post=each.post,
            assigned_on=task.assigned_on,
        )
        for each in along.values()
    )
