"""Questions and answers, on this side of the desk: everybody reads and asks, askers see theirs."""

import uuid

from ..answers import ABSENT, DONE, GOES_ON, ONE_WAY, SHOWN, but, citizens, everybody, owners
from ..rows import Row
from ..town import Things

ASKERS = but(citizens(SHOWN), owner_at_level_one=SHOWN)
"""By the citizens' door, at any level of identification."""
NOBODYS = uuid.UUID(int=7)
"""An inquiry that this browser did not begin."""


def theirs(answer):
    """Whose question it is, at any level; for other citizens it does not exist."""
    return but(owners(answer), owner_at_level_one=answer)


def question(state: str):
    return lambda things: (getattr(things.questions, state).code,)


def begun(*more: int):
    return lambda _: (NOBODYS, *more)


def forged(_: Things):
    return ("HD-261122-0001:x:y",)


def typed(things: Things):
    return {
        "key": uuid.uuid4(),
        "kind": "1",
        "title": "Khai sinh muộn có bị phạt không?",
        "text": "Con tôi ba tháng tuổi, chưa khai sinh.",
        "name": "Trần Thị Mẫu",
        "email": "mau@example.vn",
        "organization": things.office.identifier,
    }


FOR_EVERYBODY = [
    Row("questions:list", everybody(SHOWN)),
    Row("questions:feed", everybody(SHOWN)),
    Row("questions:rss", everybody(SHOWN)),
    Row("questions:complaints", everybody(SHOWN)),
    Row("questions:similar", everybody(SHOWN)),
    Row("questions:question", everybody(SHOWN), at=question("answered")),
    Row("questions:question", everybody(ABSENT), at=question("private"), when="private"),
    Row(
        "questions:opinion",
        everybody(ONE_WAY),
        everybody(DONE),
        question("answered"),
        lambda _: {"huu-ich": "co"},
    ),
    Row("questions:ask", everybody(SHOWN), everybody(DONE), typed=typed),
    Row("questions:follow", everybody(SHOWN), everybody(SHOWN)),
    Row("questions:check", everybody(ABSENT), at=begun()),
    Row("questions:rewrite", everybody(ABSENT), everybody(ABSENT), begun()),
    Row("questions:send_code", everybody(ONE_WAY), everybody(ABSENT), begun()),
    Row("questions:confirm", everybody(ABSENT), everybody(ABSENT), begun()),
    Row("questions:attach", everybody(ONE_WAY), everybody(ABSENT), begun()),
    Row("questions:remove_file", everybody(ONE_WAY), everybody(ABSENT), begun(1)),
    Row("questions:send", everybody(ABSENT), everybody(ABSENT), begun()),
    Row("questions:sent", everybody(ABSENT), at=begun()),
    Row("questions:followed", everybody(GOES_ON), at=forged),
    Row("questions:supplement", everybody(GOES_ON), everybody(GOES_ON), forged),
    Row("questions:withdraw", everybody(GOES_ON), everybody(GOES_ON), forged),
    Row("questions:reopen", everybody(GOES_ON), everybody(GOES_ON), forged),
]

OF_ASKERS = [
    Row("my_questions:list", ASKERS),
    Row("my_questions:detail", theirs(SHOWN), at=question("private")),
    Row(
        "my_questions:attachment",
        theirs(SHOWN),
        at=lambda things: (things.questions.new.code, things.questions.new.attachments.get().pk),
    ),
    Row(
        "my_questions:supplement",
        theirs(SHOWN),
        theirs(DONE),
        question("waiting"),
        lambda _: {"words": "Ở Bệnh viện Bãi Cháy."},
    ),
    Row(
        "my_questions:withdraw",
        theirs(SHOWN),
        theirs(DONE),
        question("new"),
        lambda _: {"words": ""},
    ),
    Row(
        "my_questions:reopen",
        theirs(SHOWN),
        theirs(DONE),
        question("private"),
        lambda _: {"words": "Chưa nói về lệ phí."},
    ),
]

ROWS = [*FOR_EVERYBODY, *OF_ASKERS]
