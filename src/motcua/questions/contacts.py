"""Is an e-mail address really the asker's? A code of six digits goes there and comes back.

Nothing of the code is kept: it is a keyed hash of the inquiry, the address and the moment at which
it was asked for, so the job that sends it needs no secret among its arguments. Telephones are not
confirmed, because no gateway for text messages is connected.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from motcua.accounts.sealing import keyed_hash

if TYPE_CHECKING:
    from motcua.questions.models import Inquiry

DIGITS = 6


def key_of(email: str) -> str:
    """What is kept of a confirmed address; equal for equal addresses, however they are typed."""
    return keyed_hash("question contact", email.strip().casefold())


def code_of(inquiry: Inquiry) -> str:
    """The code that the letter says; empty where none was asked for."""
    if inquiry.code_sent_at is None:
        return ""
    moment = inquiry.code_sent_at.isoformat()
    hashed = keyed_hash("question code", str(inquiry.key), key_of(inquiry.email), moment)
    return str(int(hashed, 16) % 10**DIGITS).zfill(DIGITS)


def is_right(inquiry: Inquiry, code: str) -> bool:
    """Whether ``code`` is the one that was sent, and not too long ago."""
    if not is_waiting(inquiry, timezone.now()):
        return False
    return hmac.compare_digest(code_of(inquiry).encode(), code.strip().encode())


def is_waiting(inquiry: Inquiry, now: datetime) -> bool:
    """Whether a code is on its way that still counts."""
    lasts = timedelta(seconds=settings.QUESTION_CODE_SECONDS)
    return inquiry.code_sent_at is not None and now - inquiry.code_sent_at <= lasts


def is_confirmed(inquiry: Inquiry) -> bool:
    """Whether the address that stands in the form now has proved to be the asker's."""
    return bool(inquiry.email) and hmac.compare_digest(inquiry.confirmed_key, key_of(inquiry.email))
