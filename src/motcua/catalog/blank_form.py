"""What does somebody fill in who writes by hand? The empty form of a version, on paper."""

from __future__ import annotations

from datetime import datetime

from motcua.catalog.forms import blank, paper
from motcua.catalog.models import ProcedureVersion
from motcua.paperwork.filled_forms import FilledForm

LONGEST = 160
"""Some procedures are called by a whole page; the head of a form has two lines."""


def of(version: ProcedureVersion, at: datetime) -> FilledForm:
    """The same questions in the same order as on the portal, and what the form says of itself."""
    return FilledForm(
        code=version.procedure.code,
        organization="",
        procedure=named(version),
        parts=blank.parts(version),
        signers=paper.signers(version, ""),
        made_at=at.isoformat(timespec="seconds"),
        is_blank=True,
        is_draft=False,
        is_demo=False,
        **paper.head(version),
    )


def named(version: ProcedureVersion) -> str:
    """Name, code and number, short enough for the head of a form."""
    name = version.name if len(version.name) <= LONGEST else f"{version.name[: LONGEST - 1]}…"
    return f"{name} (mã {version.procedure.code}, phiên bản {version.number})"
