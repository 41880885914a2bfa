"""Who holds a dossier now, where its office ended or passed it on, and why? In one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.dossiers import workflow
from motcua.periods.clock import day_of

if TYPE_CHECKING:
    from motcua.dossiers.models import Event
    from motcua.organizations.models import Organization

FORTH, BACK = workflow.TRANSFER.verb, workflow.TRANSFER_BACK.verb
"""Verbs of ``transfers``: with its office to another one, and back."""


def why_here(events: Iterable[Event], holder: Organization) -> str:
    """Since when ``holder`` has it and by which decision; empty where it never moved.

    ``events`` in their order; what was moved back says so no more.
    """
    moved = [event for event in events if event.verb in {FORTH, BACK}]
    if not moved or moved[-1].verb == BACK:
        return ""
    told = {
        "day": f"{day_of(moved[-1].at):%d/%m/%Y}",
        "basis": moved[-1].reason,
        "holder": holder.name,
    }
    return (
        _(
            "Từ ngày %(day)s, theo %(basis)s, hồ sơ do %(holder)s tiếp tục giải quyết; "
            "mã hồ sơ và ngày hẹn trả không đổi."
        )
        % told
    )
