"""What takes several nouns? Entering and changing a pilot, holding its reviews, deciding."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, TYPE_CHECKING, Any

from django.db import transaction

from motcua.filekeeping.models import StoredFile
from motcua.periods.clock import day_of
from motcua.periods.closing import closed_means
from motcua.periods.models import since
from motcua.periods.serials import next_serial
from motcua.reorganization import (
    pilot_bar,
    pilot_counting,
    pilot_desks,
    pilot_participation,
    pilot_workflow,
)
from motcua.reorganization import pilot_exceptions as exceptions
from motcua.reorganization.models import (
    Pilot,
    PilotDecision,
    PilotOrganization,
    PilotPost,
    PilotReview,
    PilotSerial,
    Side,
)
from motcua.reorganization.models.pilot_door import Facts
from motcua.search.folding import fold, nfc

if TYPE_CHECKING:
    from motcua.legal.models import LegalDocument
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Organization
    from motcua.reorganization.models import PilotEvent
    from motcua.reorganization.pilot_workflow import Move

Due = tuple[str, date]
"""A kind of review and its day."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What was typed of a pilot, checked."""

    name: str
    kind: str
    about: str
    started_on: date
    offices: Collection[int]
    """Keys of the organizations that take part."""
    laws: Collection[LegalDocument] = ()
    basis: str = ""
    reviews: Collection[Due] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """What was typed of a review, checked."""

    held_on: date
    words: str = ""
    file: tuple[IO[bytes], str] | None = None
    """The signed report with the name under which it came."""
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """What was typed of a decision, checked."""

    number: str
    decided_on: date
    since: date
    next_reviews: Collection[Due] = ()
    """Of a pilot that goes on."""


# --- The pilot -----------------------------------------------------------------------------------


@closed_means(exceptions.NotThere, exceptions.NotYourPilot)
@transaction.atomic
def enter(entered: Entered, organization: Organization, *, by: Acting) -> Pilot:
    """Take a pilot in; nobody but the offices sees it yet."""
    if organization.pk not in pilot_desks.keeps(by):
        raise exceptions.NotYourPilot
    year = entered.started_on.year
    code = f"TD-{year}-{next_serial(PilotSerial, year=year):03d}"
    pilot = Pilot(code=code, organization=organization)
    _fill(pilot, _columns(entered, code))
    pilot.save(force_insert=True)
    _write(pilot, entered, entered.started_on)
    pilot.remember(pilot_workflow.ENTER, by=by, at=pilot.moved_at)
    return pilot


def amend(pilot: Pilot, entered: Entered, *, by: Acting, reason: str = "") -> PilotEvent:
    """Write it anew; of one that runs, who takes part changes from today and the past stays.

    Neither the first day nor the reviews of a running pilot lose what was held.
    """

    def tell(at: datetime) -> Facts:
        columns = _columns(entered, pilot.code)
        if pilot.is_running:
            columns.pop("started_on")
        before = {name: getattr(pilot, name) for name in columns}
        _fill(pilot, columns)
        _write(pilot, entered, pilot_participation.first_day(pilot, day_of(at)))
        changed = {
            name: str(old)
            for name, old in before.items()
            if old != columns[name] and name != "search_text"
        }
        return Facts(columns, {"before": changed} if changed else {})

    return pilot.make(pilot_workflow.AMEND, by=by, reason=reason, tell=tell)


def choose_posts(pilot: Pilot, posts: Collection[int], *, by: Acting) -> PilotEvent:
    """Which posts the pilot is about, from today or from its first day."""

    def tell(at: datetime) -> Facts:
        day = pilot_participation.first_day(pilot, day_of(at))
        rows = PilotPost.objects.filter(pilot=pilot)
        pilot_participation.rewrite(rows, "post", posts, day, pilot=pilot)
        return Facts(payload={"posts": sorted(posts)})

    return pilot.make(pilot_workflow.CHOOSE_POSTS, by=by, tell=tell)


def compare(pilot: Pilot, offices: Collection[int], *, by: Acting) -> PilotEvent:
    """With whom it is compared: since its first day, because windows reach back before it."""

    def tell(_at: datetime) -> Facts:
        chosen = set(offices) - _concerned(pilot)
        _side(pilot, Side.COMPARISON, chosen, pilot.started_on)
        return Facts(payload={"offices": sorted(chosen)})

    return pilot.make(pilot_workflow.COMPARE, by=by, tell=tell)


def begin(pilot: Pilot, *, by: Acting) -> PilotEvent:
    """Let everybody read it; its reviews fall due from now on."""

    def tell(_at: datetime) -> Facts:
        members = PilotOrganization.objects.on(pilot.started_on).filter(pilot=pilot)
        if not members.filter(side=Side.CONCERNED).exists():
            raise exceptions.NothingConcerned
        if not pilot.reviews.filter(kind=PilotReview.Kind.FINAL).exists():
            raise exceptions.NoReviewDue
        return Facts()

    return pilot.make(pilot_workflow.BEGIN, by=by, tell=tell)


def discard(pilot: Pilot, *, by: Acting, reason: str) -> PilotEvent:
    """What was prepared never began."""
    return pilot.make(pilot_workflow.DISCARD, by=by, reason=reason)


def _columns(entered: Entered, code: str) -> dict[str, Any]:
    name = nfc(entered.name).strip()
    return {
        "name": name,
        "kind": entered.kind,
        "about": nfc(entered.about).strip(),
        "started_on": entered.started_on,
        "basis": nfc(entered.basis).strip(),
        "search_text": fold(f"{code} {name}"),
    }


def _fill(pilot: Pilot, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        setattr(pilot, name, value)


def _write(pilot: Pilot, entered: Entered, day: date) -> None:
    """Laws, days of reviews, and who takes part from ``day`` on."""
    pilot.laws.set(entered.laws)
    if not pilot.is_running:
        _begin_on(pilot, entered.started_on)
    _side(pilot, Side.CONCERNED, set(entered.offices), day)
    _fall_due(pilot, entered.reviews)


def _begin_on(pilot: Pilot, day: date) -> None:
    """Its first day may be mended until it runs; everything of it begins then."""
    for model in (PilotOrganization, PilotPost):
        model.objects.filter(pilot=pilot).update(valid_during=since(day))


def _side(pilot: Pilot, side: Side, chosen: set[int], day: date) -> None:
    """An office that takes part is nobody's comparison any more."""
    others = PilotOrganization.objects.filter(pilot=pilot, valid_during__endswith=None)
    if side == Side.CONCERNED:
        others.filter(side=Side.COMPARISON, organization__in=chosen).delete()
    rows = PilotOrganization.objects.filter(pilot=pilot, side=side)
    pilot_participation.rewrite(rows, "organization", chosen, day, pilot=pilot, side=side)


def _fall_due(pilot: Pilot, due: Collection[Due]) -> None:
    """The days on which reviews are due; one that was held stays whatever is typed."""
    waiting = pilot.reviews.filter(held_on=None)
    there = {(row.kind, row.due_on): row.pk for row in pilot.reviews.all()}
    waiting.exclude(pk__in=[pk for key, pk in there.items() if key in {*due}]).delete()
    PilotReview.objects.bulk_create(
        PilotReview(pilot=pilot, kind=kind, due_on=day)
        for kind, day in dict.fromkeys(due)
        if (kind, day) not in there
    )


def _concerned(pilot: Pilot) -> set[int]:
    rows = pilot.participations.filter(side=Side.CONCERNED)
    return set(rows.values_list("organization", flat=True))


# --- Reviews and decisions -----------------------------------------------------------------------


def hold_review(pilot: Pilot, review: PilotReview, held: Held, *, by: Acting) -> PilotEvent:
    """Close a review: its figures are counted as of its day and kept, and nobody changes them."""

    def tell(at: datetime) -> Facts:
        _refuse_day(pilot, held.held_on, at)
        if not pilot.reviews.filter(pk=review.pk, held_on=None).exists():
            raise exceptions.ReviewHeld
        told = pilot_counting.counted(pilot, held.held_on, at)
        kept = _kept(held)
        PilotReview.objects.filter(pk=review.pk, held_on=None).update(
            held_on=held.held_on,
            known_at=at,
            figures=told.kept(),
            words=nfc(held.words).strip(),
            is_public=held.is_public,
            **kept,
        )
        transaction.on_commit(pilot_bar.forget)
        return Facts(payload={"review": review.pk, "held_on": held.held_on.isoformat()})

    return pilot.make(pilot_workflow.HOLD_REVIEW, by=by, tell=tell)


def show_review(pilot: Pilot, review: PilotReview, *, by: Acting) -> PilotEvent:
    """Let everybody read a review that was held; the second of two clicks changes nothing."""

    if review.is_public:
        raise exceptions.ReviewShown

    def tell(_at: datetime) -> Facts:
        held = pilot.reviews.filter(pk=review.pk).exclude(held_on=None)
        if not held.update(is_public=True):
            raise exceptions.ReviewNotHeld
        return Facts(payload={"review": review.pk})

    return pilot.make(pilot_workflow.SHOW_REVIEW, by=by, tell=tell)


def decide(pilot: Pilot, move: Move, decided: Decided, *, by: Acting) -> PilotEvent:
    """What comes of it, on which paper; one that goes on must be looked at again."""

    def tell(at: datetime) -> Facts:
        _refuse_day(pilot, decided.decided_on, at)
        if move is pilot_workflow.CONTINUE:
            _look_again(pilot, decided, day_of(at))
        row = PilotDecision.objects.create(
            pilot=pilot,
            outcome=move.verb,
            number=nfc(decided.number).strip(),
            decided_on=decided.decided_on,
            since=decided.since,
        )
        return Facts(payload={"decision": row.pk})

    return pilot.make(move, by=by, tell=tell)


def _look_again(pilot: Pilot, decided: Decided, today: date) -> None:
    final = PilotReview.Kind.FINAL
    if not any(kind == final and day > today for kind, day in decided.next_reviews):
        raise exceptions.ReviewsOpen
    known = set(pilot.reviews.values_list("kind", "due_on"))
    PilotReview.objects.bulk_create(
        PilotReview(pilot=pilot, kind=kind, due_on=day)
        for kind, day in dict.fromkeys(decided.next_reviews)
        if (kind, day) not in known
    )


def _refuse_day(pilot: Pilot, day: date, at: datetime) -> None:
    if not pilot.started_on <= day <= day_of(at):
        raise exceptions.DayOutOfPlace


def _kept(held: Held) -> dict[str, Any]:
    if held.file is None:
        return {}
    stored = StoredFile.keep(held.file[0])
    return {"file": stored, "file_name": stored.named(held.file[1])}
