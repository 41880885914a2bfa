"""How many came?"""

from ..rows import Row

FOR_EVERYBODY: list[Row] = []

ROWS = [*FOR_EVERYBODY]
