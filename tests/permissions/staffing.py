"""Staff: whoever manages it sees it, and in this town nobody's post does.

``staffing/tests/test_views.py`` opens the doors to who manages.
"""

from ..answers import ABSENT, ONE_WAY, officers, posts
from ..rows import Row

FOR_EVERYBODY: list[Row] = []


def one(_things):
    return (1,)


ROWS = [
    Row("staff_desk:posts", posts(ABSENT)),
    *(Row(f"staff_desk:{page}", posts(ABSENT)) for page in ("present", "template")),
    *(Row(f"staff_desk:{page}", posts(ABSENT), posts(ABSENT)) for page in ("import", "check")),
    Row("staff_desk:person", posts(ABSENT), at=one),
    Row("staff_desk:invite", officers(ONE_WAY), posts(ABSENT), one),
    Row("staff_desk:number", officers(ONE_WAY), posts(ABSENT), one),
    *(
        Row(f"staff_desk:{verb}", posts(ABSENT), posts(ABSENT), one)
        for verb in ("appoint", "cover", "replace", "end", "revoke")
    ),
]
