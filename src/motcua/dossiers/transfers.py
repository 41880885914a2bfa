"""How do open dossiers follow their office into another one, and back?

All of an office's at once: who decides and who receives changes, and nothing else of a dossier, so
that its code, its days and its history stay (NĐ 61/2018, Art. 26: one code for life). Where it was
received stands in its history. Whoever reorganizes fills ``moving``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from django.db import connection, transaction
from django.db.models import Q
from psycopg import sql

from motcua.dossiers import workflow
from motcua.dossiers.models import Dossier
from motcua.dossiers.signals import dossiers_transferred
from motcua.dossiers.workflow import Move
from motcua.organizations.models import Organization
from motcua.organizations.transferring import Decided, Work, moved

if TYPE_CHECKING:
    from motcua.dossiers.queries import DossierQuerySet

MOVING = (
    "row_id bigint PRIMARY KEY, old_id bigint NOT NULL, new_id bigint NOT NULL,"
    " old_counter_id bigint NOT NULL, new_counter_id bigint NOT NULL"
)
"""The columns of a table ``moving`` of dossiers: who decides, and who receives and returns."""

OPEN = Work(
    table="dossiers_dossier",
    events="dossiers_event",
    refers="dossier_id",
    open=[int(state) for state in sorted(workflow.OPEN)],
    changes="counter_id = m.new_counter_id",
    condition="w.counter_id = m.old_counter_id",
    kept="jsonb_build_object('counter_from', m.old_counter_id, 'counter_to', m.new_counter_id)",
)
ANY = replace(OPEN, open=())
"""What came goes back, even if its applicant has withdrawn it since."""
DRAFTS = """
    UPDATE dossiers_draft w SET organization_id = m.new_id FROM {moving} m
    WHERE w.id = m.row_id AND w.organization_id = m.old_id
"""


def open_at(organizations: Iterable[Organization | int]) -> DossierQuerySet:
    """What these offices decide, or receive and return, and what has not ended."""
    named = list(organizations)
    owed: DossierQuerySet = Dossier.objects.open().filter(
        Q(organization__in=named) | Q(counter__in=named)
    )
    return owed


def transfer(moving: str, **decided: Unpack[Decided]) -> int:
    """Let open dossiers follow their office; how many went."""
    return _move(OPEN, workflow.TRANSFER, moving, decided)


def give_back(moving: str, **decided: Unpack[Decided]) -> int:
    """Undo it: ``moving`` is the same the other way round."""
    return _move(ANY, workflow.TRANSFER_BACK, moving, decided)


def move_drafts(moving: str) -> int:
    """Let unsubmitted drafts name another office (``moving`` as of all other work); how many."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(DRAFTS).format(moving=sql.Identifier(moving)))
        return int(cursor.rowcount)


@transaction.atomic
def _move(work: Work, move: Move, moving: str, decided: Decided) -> int:
    count = work.move(moving, verb=move.verb, **decided)
    went = moved(Dossier.objects.all(), moving, move.verb, decided["at"])
    dossiers_transferred.send(
        Dossier, moving=moving, dossiers=went, verb=move.verb, at=decided["at"]
    )
    return count
