"""Plans of reorganization: whoever plans sees them, and in this town nobody's post does.

``reorganization/tests/test_plan_views.py`` opens them to a planning post.
"""

from ..answers import ABSENT, ONE_WAY, officers, posts
from ..rows import Row

FOR_EVERYBODY: list[Row] = []


def plan(*more: str):
    return lambda _: (1, *more)


LINE = plan("dossiers")

ROWS = [
    Row("plans_desk:list", posts(ABSENT)),
    Row("plans_desk:queue", posts(ABSENT), posts(ABSENT)),
    Row("plans_desk:begin", posts(ABSENT), posts(ABSENT)),
    Row("plans_desk:upload", officers(ONE_WAY), posts(ABSENT)),
    Row("plans_desk:begin_anew", officers(ONE_WAY), posts(ABSENT), plan()),
    *(
        Row(f"plans_desk:{page}", posts(ABSENT), posts(ABSENT), plan())
        for page in ("decision", "writing_heading", "writing_text", "writing_add_change")
    ),
    *(
        Row(f"plans_desk:{page}", posts(ABSENT), at=plan())
        for page in ("table", "writing", "writing_yaml", "writing_csv")
    ),
    *(
        Row(f"plans_desk:writing_{page}", posts(ABSENT), posts(ABSENT), plan("1"))
        for page in ("change", "body")
    ),
    *(
        Row(f"plans_desk:writing_{verb}", officers(ONE_WAY), posts(ABSENT), plan())
        for verb in ("finish", "discard")
    ),
    *(
        Row(f"plans_desk:writing_{verb}", officers(ONE_WAY), posts(ABSENT), plan("1"))
        for verb in ("remove_change", "remove_body", "up", "down")
    ),
    *(
        Row(f"plans_desk:{page}", posts(ABSENT), at=plan())
        for page in ("detail", "file", "rehearse", "report")
    ),
    *(Row(f"plans_desk:{page}", posts(ABSENT), at=LINE) for page in ("line", "csv", "xlsx")),
    *(
        Row(f"plans_desk:{verb}", officers(ONE_WAY), posts(ABSENT), LINE)
        for verb in ("assign", "tick", "untick")
    ),
    *(
        Row(f"plans_desk:{verb}", posts(ABSENT), posts(ABSENT), plan())
        for verb in ("schedule", "reopen", "carry_out", "undo", "cancel")
    ),
]
