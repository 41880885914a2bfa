"""What may anyone see who knows the code and the second fact? Stage, office and dates only.

TT 01/2018/TT-VPCP Art 16.2.d shows the code and how far it is without authentication; who applied,
for what and with which papers is behind the sign-in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.dossiers import clocks, holding, workflow
from motcua.dossiers.workflow import Role, State
from motcua.periods.clock import day_of
from motcua.worktime import deadlines, words
from motcua.worktime.outcomes import Outcome, outcome
from motcua.worktime.queries import working_calendar

from .stages import PASSED, STAGES, Holder, Stage

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier, Event
    from motcua.worktime.deadlines import Due


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the way: passed, where it stands now, or still to come."""

    title: str
    place: str
    at: datetime | None
    kind: str


@dataclass(frozen=True, slots=True)
class Promise:
    """The due date, how it stands, and why it is that day."""

    at: datetime
    light: str
    words: str
    due: Due | None
    limit: str
    began_anew: bool
    """Whether the limit was counted from zero when a supplement came."""
    is_waiting: bool
    """Whether the clock stands until the applicant answers."""

    @property
    def is_explained(self) -> bool:
        """Whether there are days to show for the date that is shown."""
        return self.due is not None and bool(self.due.days) and not self.is_waiting


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole page."""

    code: str
    stage: Stage
    holder: str
    since: datetime
    submitted_at: datetime
    received_at: datetime | None
    counter: str
    promise: Promise | None
    way: tuple[Step, ...]
    today: date
    why_here: str = ""
    """By which decision another office has it now."""


def answer(dossier: Dossier, now: datetime) -> Answer:
    """Where ``dossier`` is at ``now``."""
    stage, today = STAGES[State(dossier.state)], day_of(now)
    events = list(dossier.events.only("dossier", "verb", "role", "at", "payload", "reason"))
    return Answer(
        code=dossier.code,
        stage=stage,
        holder=_place(dossier, stage.holder, today),
        since=dossier.moved_at,
        submitted_at=dossier.submitted_at,
        received_at=dossier.received_at,
        counter=dossier.counter.name_on(today),
        promise=_promise(dossier, events, now),
        way=(*_passed(dossier, events), *_coming(dossier, stage, today)),
        today=today,
        why_here=holding.why_here(events, dossier.organization)
        or next((event.why_here for event in events[:1]), ""),
    )


def _place(dossier: Dossier, holder: Holder, day: date) -> str:
    places = {
        Holder.COUNTER: dossier.counter,
        Holder.OFFICE: dossier.organization,
    }
    if holder in places:
        return places[holder].name_on(day)
    return _("Người nộp hồ sơ") if holder is Holder.APPLICANT else ""


def _promise(dossier: Dossier, events: list[Event], now: datetime) -> Promise | None:
    if dossier.due_current is None:
        return None
    counted = next((event for event in reversed(events) if "due" in event.payload), None)
    light, said = _standing(dossier, dossier.due_current, now)
    return Promise(
        at=dossier.due_current,
        light=light,
        words=said,
        due=clocks.read(counted.payload["due"]) if counted else None,
        limit=words.limit(dossier.limit),
        began_anew=counted is not None and _restarts(dossier, counted),
        is_waiting=dossier.is_waiting,
    )


def _restarts(dossier: Dossier, event: Event) -> bool:
    policy = dossier.version.supplement_policy
    return event.verb == workflow.SUPPLEMENT.verb and policy == workflow.RESTART


def _standing(dossier: Dossier, due_at: datetime, now: datetime) -> tuple[str, str]:
    """The light and its words: running, waiting, or how it ended (domain.md §3.5)."""
    if dossier.is_waiting:
        return "wait", _("Tạm dừng tính thời hạn")
    if dossier.finished_at:
        return _ended(due_at, dossier.finished_at)
    if dossier.is_closed:
        return "wait", _("Đã kết thúc")
    calendar = working_calendar()
    return (
        deadlines.standing(due_at, now, calendar),
        deadlines.standing_words(due_at, now, calendar),
    )


def _ended(due_at: datetime, finished_at: datetime) -> tuple[str, str]:
    return {
        Outcome.EARLY: ("ok", _("Có kết quả trước hạn")),
        Outcome.ON_TIME: ("ok", _("Có kết quả đúng hạn")),
        Outcome.LATE: ("late", _("Có kết quả sau ngày hẹn")),
    }[outcome(finished_at, due_at)]


def _passed(dossier: Dossier, events: list[Event]) -> Iterator[Step]:
    for event in events:
        kind = "now" if event is events[-1] else "done"
        place = _place(dossier, _actor(event), day_of(event.at))
        yield Step(str(PASSED.get(event.verb, event.verb)), place, event.at, kind)


def _actor(event: Event) -> Holder:
    return {Role.APPLICANT: Holder.APPLICANT, Role.CLERK: Holder.COUNTER}.get(
        Role(event.role), Holder.OFFICE
    )


def _coming(dossier: Dossier, stage: Stage, today: date) -> Iterable[Step]:
    for step in stage.coming:
        at = dossier.due_current if step.is_appointment and not dossier.is_waiting else None
        yield Step(str(step.title), _place(dossier, step.holder, today), at, "next")
