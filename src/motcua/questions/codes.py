"""How does a question get its code?

``HD-261122-0004`` is the fourth question of 22/11/2026 and ``PA-261122-0001`` the first petition.
The code stays when another office gets it.
"""

from __future__ import annotations

import re
from datetime import date

from django.db import connection

from motcua.questions.workflow import Kind

PREFIX = {Kind.QUESTION: "HD", Kind.PETITION: "PA"}
CODE = re.compile(r"(HD|PA)-[0-9]{6}-[0-9]{4,7}")


def next_code(kind: Kind, day: date) -> str:
    """The next code of a kind's day, held until the transaction ends.

    The counter's row stays locked until then: no duplicate, and no gap after a rollback.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO questions_codecounter (kind, day, last) VALUES (%s, %s, 1)"
            " ON CONFLICT (kind, day)"
            " DO UPDATE SET last = questions_codecounter.last + 1 RETURNING last",
            [kind, day],
        )
        (serial,) = cursor.fetchone()
    return f"{PREFIX[Kind(kind)]}-{day:%y%m%d}-{serial:04d}"


def parsed(text: str) -> str | None:
    """The code that somebody typed, as it is stored; None where it can be none."""
    code = re.sub(r"\s", "", text[:60]).upper()
    return code if CODE.fullmatch(code) else None
