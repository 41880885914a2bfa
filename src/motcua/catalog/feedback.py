"""Did the page help? One word of a reader, kept without anything that says who they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from motcua.accounts.attempts import Attempted
from motcua.catalog.models import PageOpinion, ProcedureVersion
from motcua.catalog.models.opinions import LONGEST
from motcua.periods import clock
from motcua.strangers import guards, redaction

ALLOWED = {"network": (10, 60 * 60), "page": (1, 24 * 60 * 60)}
"""A network says ten words an hour, and one a day of the same page."""


def wait_of(network: str) -> timedelta:
    """How long a network has to wait before it may say another word; nothing if now."""
    return Attempted("page opinion", ALLOWED, network=network).count()


def take(
    version: ProcedureVersion, said: Mapping[str, Any], sent: Mapping[str, str], *, network: str
) -> bool:
    """Keep it; whether it was the first of its network today about this page."""
    page = f"{network} {version.procedure.code}"
    if Attempted("page opinion", ALLOWED, page=page).count():
        return False
    PageOpinion.objects.create(
        procedure=version.procedure,
        version_number=version.number,
        helped=said["helped"],
        words=redaction.redacted(said["words"])[:LONGEST],
        is_doubtful=bool(guards.doubts(sent, said["key"])),
        day=clock.today(),
    )
    return True
