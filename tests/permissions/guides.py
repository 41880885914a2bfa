"""Guides and *your case*: everybody reads them, nothing is kept."""

from ..answers import ABSENT, SHOWN, everybody
from ..rows import Row, procedure

FOR_EVERYBODY = [
    Row("guides:list", everybody(SHOWN)),
    Row("guides:guide", everybody(ABSENT), at=lambda _: ("trung-so",), when="of nothing"),
    Row("your_case:procedure", everybody(SHOWN), at=procedure),
]

ROWS = [*FOR_EVERYBODY]
