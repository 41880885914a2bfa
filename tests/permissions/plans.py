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
    *(
        Row(f"plans_desk:{page}", posts(ABSENT), at=plan())
        for page in ("detail", "file", "rehearse")
    ),
    *(Row(f"plans_desk:{page}", posts(ABSENT), at=LINE) for page in ("line", "csv", "xlsx")),
    *(
        Row(f"plans_desk:{verb}", officers(ONE_WAY), posts(ABSENT), LINE)
        for verb in ("assign", "tick", "untick")
    ),
    *(
        Row(f"plans_desk:{verb}", posts(ABSENT), posts(ABSENT), plan())
        for verb in ("schedule", "reopen", "cancel")
    ),
]
