"""Drafts of procedures: whoever has a right over the catalog, and in this town nobody's post does.

``catalog/tests/test_desk.py`` opens them to posts that have one.
"""

import uuid

from ..answers import ABSENT, DONE, SHOWN, everybody, posts
from ..rows import Row, procedure


def version(*more: int):
    return lambda things: (things.draft.version.procedure.code, 1, *more)


FOR_EVERYBODY = [
    Row("catalog:one_sheet", everybody(SHOWN), at=procedure),
    Row("catalog:blank_form", everybody(SHOWN), at=procedure),
    Row(
        "catalog:say",
        everybody(SHOWN),
        everybody(DONE),
        procedure,
        lambda _: {"key": uuid.uuid4(), "helped": "co"},
    ),
]

ROWS = [
    *FOR_EVERYBODY,
    Row("catalog:difference", everybody(ABSENT), at=version(1), when="with itself"),
    Row("catalog_desk:list", posts(ABSENT)),
    Row("catalog_desk:opinions", posts(ABSENT)),
    Row("catalog_desk:every", posts(ABSENT)),
    Row("catalog_desk:laws", posts(ABSENT)),
    Row(
        "catalog_desk:versions",
        posts(ABSENT),
        at=lambda things: (things.draft.version.procedure.code,),
    ),
    Row("catalog_desk:begin", posts(ABSENT), posts(ABSENT)),
    Row("catalog_desk:begin_new", posts(ABSENT), posts(ABSENT)),
    Row("catalog_desk:end", posts(ABSENT), posts(ABSENT)),
    Row("catalog_desk:workbook", posts(ABSENT), posts(ABSENT)),
    Row("catalog_desk:workbook_out", posts(ABSENT)),
    Row("catalog_desk:workbook_check", posts(ABSENT), posts(ABSENT)),
    *(Row(f"catalog_desk:{page}", posts(ABSENT), at=version()) for page in ("draft", "preview")),
    *(
        Row(f"catalog_desk:{verb}", posts(ABSENT), posts(ABSENT), version())
        for verb in ("review", "publish", "return", "discard")
    ),
]
