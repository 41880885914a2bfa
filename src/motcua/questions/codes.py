"""How does a question get its code?

``HD-261122-0004`` is the fourth question of 22/11/2026 and ``PA-261122-0001`` the first petition.
The code stays when another office gets it.
"""

from __future__ import annotations

import re
from datetime import date

from motcua.periods.serials import next_serial
from motcua.questions.models import CodeCounter
from motcua.questions.workflow import Kind

PREFIX = {Kind.QUESTION: "HD", Kind.PETITION: "PA"}
CODE = re.compile(r"(HD|PA)-[0-9]{6}-[0-9]{4,7}")


def next_code(kind: Kind, day: date) -> str:
    """The next code of a kind's day, held until the transaction ends."""
    serial = next_serial(CodeCounter, kind=int(kind), day=day)
    return f"{PREFIX[Kind(kind)]}-{day:%y%m%d}-{serial:04d}"


def parsed(text: str) -> str | None:
    """The code that somebody typed, as it is stored; None where it can be none."""
    code = re.sub(r"\s", "", text[:60]).upper()
    return code if CODE.fullmatch(code) else None
