"""How do a conclusion and its tasks get their codes?

``KL-2026-0007`` is the seventh conclusion that the portal took in that was signed in 2026;
``NV-2026-0007-03`` is its third task. The paper's own number may be mended, the code stays.
"""

from __future__ import annotations

import re

from motcua.directives.models import ConclusionSerial
from motcua.periods.serials import next_serial

CODE = re.compile(r"(KL-[0-9]{4}-[0-9]{4,6}|NV-[0-9]{4}-[0-9]{4,6}-[0-9]{2,3})")


def next_code(year: int) -> str:
    """The next code of a year, held until the transaction ends."""
    return f"KL-{year}-{next_serial(ConclusionSerial, year=year):04d}"


def of_task(conclusion: str, number: int) -> str:
    """The code of a conclusion's task.

    >>> of_task("KL-2026-0007", 3)
    'NV-2026-0007-03'
    """
    return f"NV-{conclusion.partition('-')[2]}-{number:02d}"


def is_task(code: str) -> bool:
    return code.startswith("NV-")


def parsed(text: str) -> str | None:
    """The code that somebody typed, as it is stored; None where it can be none."""
    code = re.sub(r"\s", "", text[:60]).upper()
    return code if CODE.fullmatch(code) else None
