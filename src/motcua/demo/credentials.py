"""How do demo officers sign in? Known to everyone who reads this; only ever in a demo province.

Password and second factor are derived, so that the demo's own page can show the code that an
authenticator app would show.
"""

import base64
import hashlib
import time
from collections.abc import Sequence

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from motcua.accounts import actions
from motcua.accounts.models import Person
from motcua.demo.welcome import PASSWORD

__all__ = ["PASSWORD", "current_code", "give_to", "seconds_left", "totp_secret"]

SECONDS_A_CODE = 30
"""Each code holds this long (RFC 6238)."""


def totp_secret(username: str) -> str:
    """The base32 secret of a demo officer's second factor."""
    digest = hashlib.sha256(f"motcua demo: {username}".encode()).digest()
    return base64.b32encode(digest[:20]).decode()


def current_code(username: str) -> str:
    """The six digits that the officer's authenticator app would show now."""
    step = int(time.time()) // SECONDS_A_CODE
    return str(format_hotp_value(hotp_value(totp_secret(username), step)))


def seconds_left() -> int:
    """How long the current code still holds."""
    return SECONDS_A_CODE - int(time.time()) % SECONDS_A_CODE


def give_to(officers: Sequence[Person]) -> None:
    """Open the officers' door to demo officers, a thousand as fast as one."""
    actions.give_credentials_to_all(
        officers, PASSWORD, totp_secret=lambda person: totp_secret(person.username)
    )
