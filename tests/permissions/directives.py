"""Conclusions and tasks: what everybody reads, and the desks of who gives and who does.

The town's office gives, through whoever decides there; the office elsewhere does.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from motcua.directives import workflow
from motcua.directives.models import Evidence
from motcua.directives.workflow import Move

from ..answers import (
    ABSENT,
    DONE,
    NOT_NOW,
    ONE_WAY,
    SHOWN,
    Answer,
    Rule,
    desks,
    everybody,
    officers,
    posts,
)
from ..rows import Row
from ..town import Things

GIVERS = ("approver", "owner_as_officer")
"""Who decides in the office that gives."""
OFFICE = (*GIVERS, "clerk", "handler")
DOER = "officer_elsewhere"
CONCERNED = {**dict.fromkeys(OFFICE, SHOWN), DOER: SHOWN}
"""A task lies before everybody with work in the office that gives and in the one that does."""


def conclusion(which: str, *more: Any) -> Callable[[Things], tuple[Any, ...]]:
    return lambda things: (getattr(things.directives, which).code, *more)


def passage(things: Things) -> tuple[Any, ...]:
    return things.directives.public.code, things.directives.public.passages.first().pk


def task(which: str) -> Callable[[Things], tuple[Any, ...]]:
    return lambda things: (getattr(things.directives, which).code,)


def evidence(things: Things) -> tuple[Any, ...]:
    reported = things.directives.reported
    return reported.code, Evidence.objects.get(event__task=reported).pk


def givers(answer: Answer) -> Rule:
    return desks(**dict.fromkeys(GIVERS, answer))


def press(move: Move, which: str, *who: str, **typed: Callable[[Things], Any]) -> Row:
    """A move on a task in a state, by whom, with what is typed."""

    def form(things: Things) -> dict[str, Any]:
        found = getattr(things.directives, which)
        said = {name: tell(things) for name, tell in typed.items()}
        return {"revision": found.revision, "reason": "Có lý do.", **said}

    answers: dict[str, Answer] = dict.fromkeys(CONCERNED, NOT_NOW) | dict.fromkeys(who, DONE)
    return Row(
        f"directives_desk:{move.verb}", desks(**CONCERNED), desks(**answers), task(which), form
    )


def entered(things: Things) -> dict[str, Any]:
    return {
        "organization": things.office.pk,
        "number": "77/TB-UBND",
        "signed_on": "02/11/2026",
        "title": "Kết luận mới",
        "meeting": "Họp giao ban",
        "met_on": "01/11/2026",
        "text": "1. Giao xã Hải Hòa sửa đường.",
    }


def corrected(things: Things) -> dict[str, Any]:
    return entered(things) | {"edition": 1, "reason": "Đánh máy nhầm."}


def given(things: Things) -> dict[str, Any]:
    return {
        "title": "Sửa cầu",
        "post": things.elsewhere.pk,
        "working_days": 20,
        "priority": 2,
    }


def later(things: Things) -> str:
    day = things.directives.in_work.due_on + timedelta(days=40)
    return f"{day:%d/%m/%Y}"


FOR_EVERYBODY = [
    Row("directives:list", everybody(SHOWN)),
    Row("directives:feed", everybody(SHOWN)),
    Row("directives:tasks", everybody(SHOWN)),
    Row("directives:download", everybody(SHOWN)),
    Row("directives:conclusion", everybody(SHOWN), at=conclusion("public")),
    Row("directives:conclusion", everybody(ABSENT), at=conclusion("internal"), when="internal"),
    Row("directives:file", everybody(SHOWN), at=conclusion("public")),
    Row("directives:file", everybody(ABSENT), at=conclusion("internal"), when="internal"),
    Row("directives:task", everybody(SHOWN), at=task("in_work")),
    Row("directives:task", everybody(ABSENT), at=task("hidden"), when="internal"),
]

ROWS = [
    *FOR_EVERYBODY,
    Row("directives_desk:inbox", posts(SHOWN)),
    Row("directives_desk:red_list", posts(SHOWN)),
    Row("directives_desk:download", posts(SHOWN)),
    Row("directives_desk:conclusions", posts(SHOWN)),
    Row(
        "directives_desk:enter",
        posts(SHOWN),
        {**posts(SHOWN), **{who: answer for who, answer in givers(DONE).items() if answer is DONE}},
        typed=entered,
    ),
    Row("directives_desk:conclusion", desks(**CONCERNED), at=conclusion("internal")),
    Row("directives_desk:file", desks(**CONCERNED), at=conclusion("internal")),
    Row("directives_desk:correct", givers(SHOWN), givers(DONE), conclusion("public"), corrected),
    Row("directives_desk:publish", officers(ONE_WAY), givers(DONE), conclusion("internal")),
    Row(
        "directives_desk:hide",
        givers(SHOWN),
        givers(DONE),
        conclusion("public"),
        lambda _: {"reason": "Cần rà soát."},
    ),
    Row("directives_desk:give", givers(SHOWN), givers(DONE), passage, given),
    Row("directives_desk:detail", desks(**CONCERNED), at=task("hidden")),
    Row("directives_desk:evidence", desks(**CONCERNED), at=evidence),
    press(workflow.ACKNOWLEDGE, "given", DOER),
    press(workflow.RETURN, "given", DOER),
    press(workflow.TAKE_UP, "acknowledged", DOER),
    press(workflow.REPORT, "in_work", DOER),
    press(workflow.REPORT_DONE, "in_work", DOER),
    press(workflow.ASK_EXTENSION, "in_work", DOER, until=later),
    press(workflow.ACCEPT, "reported", *GIVERS),
    press(workflow.SEND_BACK, "reported", *GIVERS),
    press(workflow.GRANT_EXTENSION, "asking", *GIVERS, until=later),
    press(workflow.REFUSE_EXTENSION, "asking", *GIVERS),
    press(workflow.URGE, "in_work", *GIVERS),
    Row(
        "directives_desk:reassign",
        desks(**CONCERNED),
        desks(**{**dict.fromkeys(CONCERNED, NOT_NOW), **dict.fromkeys(GIVERS, DONE)}),
        task("given"),
        lambda things: {
            "revision": things.directives.given.revision,
            "reason": "Đúng nơi hơn.",
            "post": things.office.posts.get(title="Phó Chủ tịch").pk,
        },
    ),
    press(workflow.CANCEL, "in_work", *GIVERS),
]
