"""How is kept what somebody has begun to write? Under the key of their form, with its doubts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from motcua.questions.models import Inquiry
from motcua.strangers import guards

DOUBLE_CLICK = timedelta(seconds=60)
"""The second of two clicks may come before the browser has the session of the first."""


def keep(
    typed: dict[str, Any], where: Inquiry | UUID, *, sent: Mapping[str, str], ours: Collection[str]
) -> Inquiry:
    """Keep what was typed, unless it was sent already; ``ours`` are keys that the browser began.

    The doubts of the first page stay: who corrects a word is no other person.
    """
    inquiry = where if isinstance(where, Inquiry) else _begin(where, sent, ours)
    if not inquiry.is_sent:
        inquiry.write(typed)
    return inquiry


def _begin(key: UUID, sent: Mapping[str, str], ours: Collection[str]) -> Inquiry:
    """The inquiry of a form; pressed twice, the same one. A stranger's key begins another."""
    known = Inquiry.objects.filter(key=key).first()
    if known and (str(key) in ours or timezone.now() - known.begun_at < DOUBLE_CLICK):
        return known
    own = uuid4() if known else key
    doubts = guards.doubts(sent, own)
    made, _is_new = Inquiry.objects.get_or_create(key=own, defaults={"doubts": doubts})
    return made
