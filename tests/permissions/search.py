"""The search of the whole site."""

from ..rows import Row

FOR_EVERYBODY: list[Row] = []

ROWS = [*FOR_EVERYBODY]
