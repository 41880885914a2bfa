"""Consultations on the desks of offices: who drafts, who decides, who only reads."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from motcua.consultations import workflow
from motcua.consultations.models import DraftKind
from motcua.consultations.workflow import Move
from motcua.periods.clock import today

from ..answers import DONE, GOES_ON, NOT_NOW, ONE_WAY, SHOWN, Answer, Rule, desks, officers, posts
from ..rows import Row, scan
from ..town import Things

FOR_EVERYBODY: list[Row] = []
ALL_THREE = {"clerk": SHOWN, "handler": SHOWN, "approver": SHOWN}
"""An office's consultations lie before everybody who has a duty there."""
OWN = {**ALL_THREE, "owner_as_officer": SHOWN}
"""And before the officer who wrote a comment; only the comment does not."""


def about(state: str, *more: Any) -> Callable[[Things], tuple[Any, ...]]:
    return lambda things: (getattr(things.consultations, state).code, *more)


def comment(things: Things) -> tuple[Any, ...]:
    return (things.consultations.waiting.code,)


def with_file(things: Things) -> tuple[Any, ...]:
    return (things.consultations.with_file.code,)


def paper_of(state: str) -> Callable[[Things], tuple[Any, ...]]:
    def at(things: Things) -> tuple[Any, ...]:
        found = getattr(things.consultations, state)
        return found.code, found.documents.get().pk

    return at


def answer(things: Things) -> tuple[Any, ...]:
    found = things.consultations.open
    return found.code, found.answers.get().pk


def written_by(answer: Answer, otherwise: Answer, *, here: bool = True) -> Rule:
    """Who drafts and who decides; the clerk of the office only reads."""
    own = {"owner_as_officer": answer} if here else {}
    return desks(clerk=otherwise, handler=answer, approver=answer, **own)


def seen(state: str, **typed: Any) -> Callable[[Things], dict[str, Any]]:
    def form(things: Things) -> dict[str, Any]:
        return {"revision": getattr(things.consultations, state).revision, **typed}

    return form


def head(things: Things) -> dict[str, Any]:
    return {
        "key": uuid.uuid4(),
        "kind": DraftKind.objects.get(slug="van-ban").pk,
        "title": "Quy định về chợ đêm",
        "lead": "Để chợ họp đúng giờ.",
    }


def rewritten(things: Things) -> dict[str, Any]:
    return {**head(things), "revision": things.consultations.preparing.revision}


def comment_seen(things: Things, **typed: Any) -> dict[str, Any]:
    return {"revision": things.consultations.waiting.revision, **typed}


def chosen(things: Things) -> dict[str, Any]:
    keys = [things.consultations.waiting.pk]
    return {"gop-y": keys, "verdict": "taken_up", "gist": "Thêm chữ", "reason": "Đã thêm."}


def press(move: Move, state: str, **typed: Callable[[], Any]) -> Row:
    """A move that only who decides makes."""

    def form(things: Things) -> dict[str, Any]:
        found = getattr(things.consultations, state)
        said = {name: tell() for name, tell in typed.items()}
        return {"revision": found.revision, "reason": "Có lý do.", **said}

    made = desks(clerk=NOT_NOW, handler=NOT_NOW, approver=DONE, owner_as_officer=DONE)
    return Row(f"consultations_desk:{move.verb}", desks(**OWN), made, about(state), form)


def in_days(count: int) -> Callable[[], str]:
    return lambda: (today() + timedelta(days=count)).isoformat()


def text(words: str) -> Callable[[], str]:
    return lambda: words


PREPARES: Rule = {
    **posts(DONE),
    **{who: NOT_NOW for who in posts(DONE) if who.name == "CLERK"},
}

ROWS = [
    Row("consultations_desk:inbox", posts(SHOWN)),
    Row("consultations_desk:comments", posts(SHOWN)),
    Row("consultations_desk:prepare", posts(SHOWN), PREPARES, typed=head),
    Row("consultations_desk:detail", desks(**OWN), at=about("open")),
    Row(
        "consultations_desk:rewrite",
        desks(**OWN),
        written_by(DONE, NOT_NOW),
        about("preparing"),
        rewritten,
    ),
    Row(
        "consultations_desk:split",
        desks(**OWN),
        written_by(DONE, NOT_NOW),
        about("preparing"),
        seen("preparing", text="Điều 1. Tên", giu="1"),
    ),
    Row(
        "consultations_desk:article",
        desks(**OWN),
        written_by(DONE, NOT_NOW),
        about("preparing", 1),
        seen("preparing", number="Điều 1", heading="Tên", text="Nội dung."),
    ),
    Row(
        "consultations_desk:attach",
        officers(ONE_WAY),
        written_by(DONE, GOES_ON),
        about("preparing"),
        lambda things: {"kind": "draft", "file": scan(), **seen("preparing")(things)},
    ),
    Row("consultations_desk:document", desks(**OWN), at=paper_of("preparing")),
    Row(
        "consultations_desk:remove_document",
        officers(ONE_WAY),
        written_by(DONE, GOES_ON),
        paper_of("preparing"),
    ),
    Row(
        "consultations_desk:next_round",
        officers(ONE_WAY),
        written_by(DONE, GOES_ON),
        about("open"),
    ),
    Row("consultations_desk:comment", desks(**ALL_THREE), at=comment),
    Row(
        "consultations_desk:show",
        desks(**dict.fromkeys(ALL_THREE, GOES_ON)),
        written_by(DONE, NOT_NOW, here=False),
        comment,
        lambda things: comment_seen(things, text="Nên thêm.", name=""),
    ),
    Row(
        "consultations_desk:withhold",
        desks(**dict.fromkeys(ALL_THREE, GOES_ON)),
        written_by(DONE, NOT_NOW, here=False),
        comment,
        lambda things: comment_seen(things, why="abuse", note=""),
    ),
    Row("consultations_desk:attachment", desks(**ALL_THREE), at=with_file),
    Row(
        "consultations_desk:workbench",
        desks(**OWN),
        written_by(DONE, NOT_NOW),
        about("open"),
        chosen,
    ),
    Row(
        "consultations_desk:report",
        desks(**OWN),
        written_by(DONE, NOT_NOW),
        about("open"),
        seen("open", summary="Đang viết."),
    ),
    Row(
        "consultations_desk:answer",
        desks(**OWN),
        written_by(DONE, NOT_NOW),
        answer,
        lambda _: {"verdict": "explained", "gist": "Bớt chữ", "reason": "Không hợp."},
    ),
    Row(
        "consultations_desk:take_back",
        officers(ONE_WAY),
        written_by(DONE, GOES_ON),
        answer,
    ),
    Row("consultations_desk:csv", desks(**OWN), at=about("open")),
    Row("consultations_desk:xlsx", desks(**OWN), at=about("open")),
    press(workflow.OPEN, "preparing", closes_on=in_days(40)),
    press(workflow.EXTEND, "open", to=in_days(60)),
    press(workflow.CANCEL, "open"),
    Row(
        "consultations_desk:sum_up",
        desks(**OWN),
        desks(**dict.fromkeys(OWN, NOT_NOW)),
        about("open"),
        seen("open", summary="Sớm quá."),
        when="while open",
    ),
]
