"""The newsroom's public pages; its inner ones are Wagtail's (test_editors_rooms.py)."""

from ..rows import Row

FOR_EVERYBODY: list[Row] = []

ROWS = [*FOR_EVERYBODY]
