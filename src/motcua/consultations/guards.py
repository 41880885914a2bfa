"""Is it not too often? How many comments one network and one writer may send."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from motcua.accounts.attempts import Attempted
from motcua.accounts.sealing import keyed_hash


def comments_of(network: str, writer: str) -> timedelta:
    """How long until another comment is taken from there; nothing if now.

    ``writer`` is an account or an address, or nobody known.
    """
    whose = {"network": network}
    if writer:
        whose["writer"] = keyed_hash("consultation writer", writer.strip().casefold())
    return Attempted("comment", settings.COMMENT_ALLOWANCES, **whose).count()
