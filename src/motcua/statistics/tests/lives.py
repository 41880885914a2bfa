"""Random lives of dossiers, and what a careful clerk would count by looking at each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import strategies as st

from motcua.dossiers import workflow
from motcua.dossiers.workflow import CLOCK_RUNS, CLOSED, DECIDED, State
from motcua.periods.clock import VIETNAM, day_of
from motcua.statistics.figures import Figures
from motcua.statistics.lives import Step

BEGINNING = datetime(2026, 1, 20, 8, tzinfo=VIETNAM)
BY_CHANNEL = {1: "received_direct", 2: "received_online", 3: "received_post"}
MOVES = {
    State.REGISTERED: ("receive", "refuse", "request_supplement", "withdraw"),
    State.RECEIVED: ("take_up", "request_supplement", "withdraw", "stop"),
    State.IN_PROCESS: ("request_supplement", "withdraw", "stop", "finish", "finish"),
    State.SUPPLEMENT_REQUESTED: ("supplement", "withdraw"),
    State.FINISHED: ("return",),
}


@dataclass
class Life:
    """One dossier's whole history, with the status after each step."""

    office: int
    sector: int
    channel: int
    steps: list[Step] = field(default_factory=list)
    states: list[State] = field(default_factory=list)

    @property
    def state(self) -> State:
        return self.states[-1]

    @property
    def was_received(self) -> bool:
        return any(step.verb == "receive" for step in self.steps)

    def moves(self) -> tuple[str, ...]:
        now = MOVES.get(self.state, ())
        if self.state == State.SUPPLEMENT_REQUESTED and self.was_received:
            now += ("stop",)
        return now

    def go(self, verb: str, at: datetime, due: datetime | None = None) -> None:
        self.steps.append(Step(verb, at, due))
        if verb == "supplement":
            back = State.RECEIVED if self.was_received else State.REGISTERED
            self.states.append(back)
        else:
            self.states.append(workflow.BY_VERB[verb].target)

    def before(self, moment: datetime) -> list[tuple[Step, State]]:
        return [
            (step, state)
            for step, state in zip(self.steps, self.states, strict=True)
            if step.at < moment
        ]


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """A life of up to ten steps within half a year; what is promised may already be over."""
    life = Life(draw(st.integers(0, 1)), draw(st.integers(0, 1)), draw(st.integers(1, 3)))
    at = BEGINNING + timedelta(hours=draw(st.integers(0, 24 * 100)))
    life.go("submit", at)
    for _ in range(draw(st.integers(0, 9))):
        if not life.moves():
            break
        verb = draw(st.sampled_from(life.moves()))
        at += timedelta(hours=draw(st.integers(1, 24 * 12)))
        life.go(
            verb,
            at,
            at + timedelta(hours=draw(_ahead(life, verb))) if _promises(life, verb) else None,
        )
    return life


def _promises(life: Life, verb: str) -> bool:
    return verb == "receive" or (verb == "supplement" and life.was_received)


def _ahead(life: Life, verb: str) -> st.SearchStrategy[int]:
    """Hours; a clock that resumes may do so after its end."""
    return st.integers(1 if verb == "receive" else -24 * 5, 24 * 10)


def counted(lives: list[Life], begins: datetime, until: datetime) -> Figures:
    """What a clerk counts who looks at every dossier: the oracle."""
    counts = dict.fromkeys(Figures.__slots__, 0)
    for life in lives:
        _look_at(life, begins, until, counts)
    return Figures(**counts)


def _look_at(life: Life, begins: datetime, until: datetime, counts: dict[str, int]) -> None:
    known, earlier = life.before(until), life.before(begins)
    counts["carried"] += _is_open(earlier)
    counts["unchecked_before"] += _is_unchecked(earlier)
    if known:
        state, received = known[-1][1], _received(known)
        counts["waiting"] += received and state == State.SUPPLEMENT_REQUESTED
        due = next((step.due for step, _ in reversed(known) if step.due), None)
        counts["overdue"] += bool(state in CLOCK_RUNS and due and due < until)
    for number, (step, _state) in enumerate(known):
        if step.at >= begins:
            name = _kind(life, step, _received(known[:number]), known)
            if name:
                counts[name] += 1


def _kind(life, step, was_received, known) -> str:
    if step.verb == "receive":
        return BY_CHANNEL[life.channel]
    if step.verb == "finish":
        due = next(each.due for each, _ in reversed(known) if each.due)
        if step.at > due:
            return "late"
        return "early" if day_of(step.at) < day_of(due) else "on_time"
    if step.verb == "withdraw":
        return "withdrawn" if was_received else "withdrawn_unreceived"
    return {"submit": "submitted", "refuse": "refused", "stop": "stopped"}.get(step.verb, "")


def _received(known) -> bool:
    return any(step.verb == "receive" for step, _ in known)


def _is_open(known) -> bool:
    return bool(known) and _received(known) and known[-1][1] not in CLOSED | DECIDED


def _is_unchecked(known) -> bool:
    return bool(known) and not _received(known) and known[-1][1] not in CLOSED
