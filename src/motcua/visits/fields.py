"""A bitmap as a column of PostgreSQL, which joins two of them itself."""

from typing import Any

from django.db import models

from motcua.visits.bitmaps import BITS


class BitmapField(models.Field):
    """``bit(16384)``: written and joined by the statements of ``tallies.py``, never by the ORM."""

    def db_type(self, connection: Any) -> str:
        return f"bit({BITS})"
