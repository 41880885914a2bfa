"""How are consultations and comments called?

LYK-2026-003 is the third consultation of 2026. The code of a comment is drawn by lot: it is all
that proves that somebody wrote, so nobody shall guess it.
"""

from __future__ import annotations

import secrets

from django.db import connection

from motcua.consultations.models import Consultation

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Nothing that is mistaken for something else when read aloud."""


def next_code(year: int) -> str:
    """The next consultation of a year; the lock is held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('consultations.code'))")
    beginning = f"LYK-{year}-"
    codes = Consultation.objects.filter(code__startswith=beginning).values_list("code", flat=True)
    last = max((int(code.rpartition("-")[2]) for code in codes), default=0)
    return f"{beginning}{last + 1:03d}"


def drawn() -> str:
    """A new code of a comment."""
    return "GY-" + "".join(secrets.choice(LETTERS) for _ in range(8))
