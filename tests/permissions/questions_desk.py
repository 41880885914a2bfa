"""Questions on the desks of offices."""

from collections.abc import Callable
from typing import Any

from motcua.organizations.models import Organization
from motcua.questions import workflow
from motcua.questions.workflow import Move

from ..answers import ABSENT, DONE, NOT_NOW, ONE_WAY, SHOWN, Answer, Rule, desks, officers, posts
from ..rows import Row
from ..town import Things

FOR_EVERYBODY: list[Row] = []
ALL_THREE = {"clerk": SHOWN, "handler": SHOWN, "approver": SHOWN}
"""An office's question lies before everybody who has a duty there."""


def question(state: str) -> Callable[[Things], tuple[Any, ...]]:
    return lambda things: (getattr(things.questions, state).code,)


def file_of(state: str) -> Callable[[Things], tuple[Any, ...]]:
    def at(things: Things) -> tuple[Any, ...]:
        found = getattr(things.questions, state)
        return found.code, found.attachments.get().pk

    return at


def made_by(*who: str) -> Rule:
    """These have done it; the others of the office cannot."""
    answers: dict[str, Answer] = dict.fromkeys(ALL_THREE, NOT_NOW)
    return desks(**answers | dict.fromkeys(who, DONE))


def press(move: Move, state: str, *who: str, **typed: Callable[[Things], Any]) -> Row:
    """A move on a question in a state, by whom, with what is typed."""

    def form(things: Things) -> dict[str, Any]:
        found = getattr(things.questions, state)
        said = {name: tell(things) for name, tell in typed.items()}
        return {"revision": found.revision, "reason": "Có lý do.", **said}

    return Row(
        f"answers_desk:{move.verb}", desks(**ALL_THREE), made_by(*who), question(state), form
    )


def drafter(things: Things) -> int:
    assigned = things.questions.assigned.drafter
    return assigned.pk if assigned else 0


def somewhere_else(_things: Things) -> int:
    return Organization.objects.get(identifier="H49.62").pk


def procedure(things: Things) -> tuple[Any, ...]:
    return (things.draft.version.procedure.code,)


def choose(verb: str) -> Row:
    """Only pressed; here on an answer that is not about the procedure, so it is refused."""
    led: dict[str, Answer] = dict.fromkeys(
        (*ALL_THREE, "officer_elsewhere", "owner_as_officer"), DONE
    )
    return Row(
        f"answers_desk:{verb}",
        officers(Answer.ONE_WAY),
        desks(**led),
        procedure,
        lambda things: {"revision": 1, "cau": things.questions.answered.code},
    )


def says(text: str) -> Callable[[Things], str]:
    return lambda _: text


ROWS = [
    Row("answers_desk:inbox", posts(SHOWN)),
    Row("answers_desk:approvals", posts(SHOWN), posts(Answer.GOES_ON)),
    # in this town nobody's post sees to what is sought in vain (test_sought.py opens it)
    Row("answers_desk:sought", posts(ABSENT)),
    Row("answers_desk:sought_take_up", officers(ONE_WAY), posts(ABSENT), lambda _: (1,)),
    Row("answers_desk:sought_finish", officers(ONE_WAY), posts(ABSENT), lambda _: (1,)),
    Row("answers_desk:frequent", posts(SHOWN)),
    Row("answers_desk:frequent_of", posts(SHOWN), at=procedure),
    *(choose(verb) for verb in ("feature", "unfeature", "order_up", "order_down")),
    Row("answers_desk:detail", desks(**ALL_THREE), at=question("new")),
    Row("answers_desk:attachment", desks(**ALL_THREE), at=file_of("new")),
    press(workflow.ASSIGN, "new", "clerk", "approver", drafter=drafter),
    press(workflow.FORWARD, "new", "clerk", "approver", to=somewhere_else),
    press(workflow.ASK_FOR_MORE, "new", "clerk"),
    press(workflow.MERGE, "new", "clerk", into=lambda things: things.questions.answered.code),
    press(workflow.RETURN, "new", "clerk", "approver"),
    press(workflow.DRAFT, "assigned", "handler", answer=says("Không bị phạt.")),
    press(workflow.SEND_BACK, "drafted", "approver"),
    press(workflow.APPROVE, "drafted", "approver"),
    press(
        workflow.PUBLISH,
        "approved",
        "clerk",
        title=says("Khai sinh"),
        text=says("Có phạt không?"),
        answer=says("Không."),
    ),
    press(workflow.ANSWER_PRIVATELY, "approved", "clerk"),
    press(workflow.UNPUBLISH, "answered", "clerk", "approver"),
    press(workflow.REVISE, "answered", "clerk", "approver", drafter=drafter),
    press(workflow.CONFIRM, "answered", "clerk", "approver"),
]
