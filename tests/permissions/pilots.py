"""Pilots: the register that everybody reads, and the desk of who keeps them.

The town's office sets them up and keeps them through whoever decides there; the office elsewhere
takes part, reads and presses nothing.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from motcua.periods.clock import today
from motcua.reorganization import pilot_workflow
from motcua.reorganization.pilot_workflow import Move

from ..answers import ABSENT, DONE, GOES_ON, ONE_WAY, SHOWN, Answer, Rule, desks, everybody, posts
from ..answers import officers as by_officers
from ..rows import Row
from ..town import Things

KEEPERS = ("approver", "owner_as_officer")
"""Who decides in the office that set it up."""
MEMBER = "officer_elsewhere"


def keepers(answer: Answer, **others: Answer) -> Rule:
    return desks(**dict.fromkeys(KEEPERS, answer), **others)


PAGES = ("review", "paper", "sheet", "file")
READERS = keepers(SHOWN, **{MEMBER: SHOWN})


def pilot(which: str) -> Callable[[Things], tuple[Any, ...]]:
    return lambda things: (getattr(things.pilots, which).code,)


def held(things: Things) -> tuple[Any, ...]:
    return things.pilots.reviewed.code, things.pilots.held.pk


def waiting(things: Things) -> tuple[Any, ...]:
    return things.pilots.running.code, things.pilots.waiting.pk


def entered(things: Things) -> dict[str, Any]:
    return {
        "organization": things.office.pk,
        "name": "Hai xã một trung tâm",
        "kind": "shared",
        "about": "Dùng chung một cửa.",
        "started_on": "01/03/2026",
        "offices": [things.office.pk],
        "basis": "Đề án 25",
        "final_on": "01/03/2027",
    }


def amended(things: Things) -> dict[str, Any]:
    told = {"revision": things.pilots.running.revision, "reason": "Sửa tên."}
    return entered(things) | told


def press(move: Move, which: str, **typed: Any) -> Row:
    """A move of who keeps it, with what is typed."""

    def form(things: Things) -> dict[str, Any]:
        return {"revision": getattr(things.pilots, which).revision, "reason": "Có lý do.", **typed}

    return Row(f"pilots_desk:{move.verb}", keepers(SHOWN), keepers(DONE), pilot(which), form)


def decision() -> dict[str, str]:
    return {"number": "12/QĐ-UBND", "decided_on": f"{today():%d/%m/%Y}"}


def closing(things: Things) -> dict[str, Any]:
    return {
        "revision": things.pilots.running.revision,
        "held_on": f"{today():%d/%m/%Y}",
        "words": "Đạt yêu cầu.",
    }


FOR_EVERYBODY = [
    Row("pilots:register", everybody(SHOWN)),
    Row("pilots:pilot", everybody(SHOWN), at=pilot("reviewed")),
    Row("pilots:pilot", everybody(ABSENT), at=pilot("draft"), when="prepared"),
    Row("pilots:review", everybody(SHOWN), at=held),
    Row("pilots:review", everybody(ABSENT), at=waiting, when="not held"),
    Row("pilots:paper", everybody(SHOWN), at=held),
    Row("pilots:sheet", everybody(SHOWN), at=held),
    Row("pilots:file", everybody(SHOWN), at=held),
]

ROWS = [
    *FOR_EVERYBODY,
    Row("pilots_desk:list", posts(SHOWN)),
    Row(
        "pilots_desk:enter",
        posts(SHOWN),
        posts(SHOWN) | {who: says for who, says in keepers(DONE).items() if says is DONE},
        typed=entered,
    ),
    Row("pilots_desk:detail", READERS, at=pilot("running")),
    Row("pilots_desk:detail", keepers(SHOWN), at=pilot("draft"), when="prepared"),
    Row("pilots_desk:amend", keepers(SHOWN), keepers(DONE), pilot("running"), amended),
    press(pilot_workflow.BEGIN, "draft"),
    press(pilot_workflow.DISCARD, "draft"),
    press(pilot_workflow.CHOOSE_POSTS, "running"),
    press(pilot_workflow.COMPARE, "running"),
    press(
        pilot_workflow.CONTINUE,
        "running",
        **decision(),
        final_on=f"{today() + timedelta(days=365):%d/%m/%Y}",
    ),
    press(pilot_workflow.SPREAD, "running", **decision(), seen_warning="on"),
    press(pilot_workflow.STOP, "running", **decision()),
    *(Row(f"pilots_desk:{each}", READERS, at=held) for each in PAGES),
    Row("pilots_desk:hold_review", keepers(SHOWN), keepers(DONE), waiting, closing),
    Row("pilots_desk:show_review", by_officers(ONE_WAY), keepers(GOES_ON), held),
]
