"""How many came?"""

from ..answers import SHOWN, everybody
from ..rows import Row

FOR_EVERYBODY: list[Row] = [
    Row("visits:statistics", everybody(SHOWN)),
    Row("visits:download", everybody(SHOWN), at=lambda _: ("ngay",)),
]

ROWS = [*FOR_EVERYBODY]
