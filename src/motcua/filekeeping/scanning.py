"""Is a file clean, as far as the scanner knows? Without an answer nobody opens it."""

from __future__ import annotations

import logging
from typing import IO

from django.conf import settings

from motcua.filekeeping import exceptions
from motcua.filekeeping.clients import clamd

logger = logging.getLogger("motcua.filekeeping")


def is_configured() -> bool:
    """Whether this installation has a scanner (``CLAMAV_SOCKET``)."""
    return bool(settings.CLAMAV_SOCKET)


def is_cleared(stream: IO[bytes]) -> bool:
    """Whether it may be given out; raises Infected.

    Without a scanner everything may; with one that does not answer nothing may, until it does.
    """
    if not is_configured():
        return True
    try:
        threat = clamd.threat_in(stream, settings.CLAMAV_SOCKET)
    except clamd.Away as away:
        logger.warning("the scanner is away", extra={"reason": str(away)})
        return False
    if threat:
        logger.warning("the scanner found something", extra={"threat": threat})
        raise exceptions.Infected(threat)
    return True
