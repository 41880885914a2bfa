"""The search of the whole site."""

from ..answers import SHOWN, everybody
from ..rows import Row

FOR_EVERYBODY = [Row("search:find", everybody(SHOWN))]

ROWS = [*FOR_EVERYBODY]
