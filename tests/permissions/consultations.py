"""Drafts open for comment, on this side of the desk: everybody reads and writes."""

import uuid

from ..answers import ABSENT, DONE, NOT_NOW, SHOWN, everybody
from ..rows import Row
from ..town import Things


def about(state: str):
    return lambda things: (getattr(things.consultations, state).code,)


def paper(things: Things):
    found = things.consultations.open
    return found.code, found.documents.get().pk


def thanks(things: Things):
    comment = things.consultations.waiting
    return comment.consultation.code, comment.form_key


def typed(_things: Things):
    return {"key": uuid.uuid4(), "stance": "agree", "text": "Đồng ý với dự thảo."}


FOR_EVERYBODY = [
    Row("consultations:list", everybody(SHOWN)),
    Row("consultations:feed", everybody(SHOWN)),
    Row("consultations:consultation", everybody(SHOWN), at=about("open")),
    Row("consultations:consultation", everybody(ABSENT), at=about("preparing"), when="preparing"),
    Row("consultations:document", everybody(SHOWN), at=paper),
    Row("consultations:comments", everybody(SHOWN), at=about("open")),
    Row("consultations:comment", everybody(SHOWN), everybody(DONE), about("open"), typed),
    Row(
        "consultations:comment",
        everybody(NOT_NOW),
        everybody(NOT_NOW),
        about("canceled"),
        typed,
        when="canceled",
    ),
    Row("consultations:sent", everybody(SHOWN), at=thanks),
]
ROWS = FOR_EVERYBODY
