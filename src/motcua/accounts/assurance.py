"""How sure are we who this is, in this session?

Levels of an electronic identity (NĐ 69/2024/NĐ-CP): 1 basic, 2 with biometrics at enrolment. An
officer's session is one that passed both locks of the officers' door.
"""

from typing import Any, Protocol

from allauth.account.authentication import get_authentication_records
from django.contrib.sessions.backends.base import SessionBase

LEVEL_KEY = "accounts.assurance_level"
"""Session key of the level that the identity provider asserted."""

SIGNED_IN_AT_KEY = "accounts.signed_in_at"
"""Session key of the moment of the sign-in, in seconds since 1970."""


class Counter(Protocol):
    """Any request with a session and whoever stands there."""

    session: SessionBase
    user: Any


def level(request: Counter) -> int:
    """0 nobody asserted a level, 1 basic, 2 biometric."""
    return int(request.session.get(LEVEL_KEY, 0))


def second_factor_passed(request: Counter) -> bool:
    """Whether a code, a passkey or a recovery code was verified in this very session."""
    return any(record.get("method") == "mfa" for record in _records(request))


def first_lock_passed(request: Counter) -> bool:
    """Whether this session came by the officers' door at all."""
    records = _records(request)
    return any(record.get("method") == "password" or _alone(record) for record in records)


def is_officer_session(request: Counter) -> bool:
    """Whether this session came through the officers' door with both locks open."""
    return first_lock_passed(request) and second_factor_passed(request)


def waits_for_second_factor(request: Counter) -> bool:
    """A password was given and nothing more: the person still has to set up a second factor."""
    return first_lock_passed(request) and not second_factor_passed(request)


def _alone(record: dict[str, Any]) -> bool:
    """A passkey that verified its user is both locks in one."""
    return bool(record.get("passwordless"))


def _records(request: Counter) -> list[dict[str, Any]]:
    """What allauth recorded of this session for this very person; never of an earlier one."""
    return get_authentication_records(request, request.user)  # type: ignore[no-any-return]
