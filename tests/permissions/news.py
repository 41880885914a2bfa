"""The newsroom's public pages; its inner ones are Wagtail's (test_editors_rooms.py)."""

from ..answers import GOES_ON, SHOWN, everybody
from ..rows import Row
from ..town import Things


def category(_things: Things) -> tuple[str]:
    return (newsroom.category().slug,)


FOR_EVERYBODY: list[Row] = []

ROWS = [*FOR_EVERYBODY]
