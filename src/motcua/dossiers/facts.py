"""What does each verb write besides the status?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict

from motcua.dossiers import clocks, exceptions, receipts, workflow
from motcua.organizations import signatures
from motcua.periods.clock import day_of

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier
    from motcua.dossiers.workflow import State
    from motcua.organizations.acting import Acting


@dataclass(frozen=True, slots=True)
class Facts:
    """What is written with a move: the same UPDATE's columns and the event's payload."""

    columns: Mapping[str, Any] = field(default_factory=dict)
    payload: Mapping[str, Any] = field(default_factory=dict)
    target: State | None = None
    """Where the move leads, if it may lead to several statuses."""


class Item(TypedDict):
    """One paper that is asked for: its id in the procedure, or None for another; why."""

    component: int | None
    name: str
    reason: str


def of_nothing(_at: datetime) -> Facts:
    """A move that only changes the status."""
    return Facts()


def of_receiving(dossier: Dossier, by: Acting, at: datetime, stated: datetime | None) -> Facts:
    """The clock starts and the receipt is fixed as it will be printed."""
    due = clocks.started(dossier, at, stated)
    return Facts(
        columns={"received_at": at, "due_original": due.at, "due_current": due.at},
        payload={
            "due": clocks.written(due),
            "receipt": receipts.snapshot(dossier, by=by, at=at, due=due),
        },
    )


def of_request(dossier: Dossier, items: Sequence[Item], reason: str, _at: datetime) -> Facts:
    """What is asked for, each with its reason; a second request needs one of its own."""
    if not items:
        raise exceptions.ItemsMissing
    is_second = dossier.latest_request() is not None
    if (is_second and not reason.strip()) or not all(item["reason"].strip() for item in items):
        raise exceptions.ReasonMissing
    return Facts(payload={"items": [dict(item) for item in items]})


def of_supplement(dossier: Dossier, at: datetime) -> Facts:
    """Where the dossier goes on, and by which clock."""
    policy = dossier.version.supplement_policy
    target = workflow.after_supplement(was_received=dossier.was_received, policy=policy)
    if not dossier.was_received:
        return Facts(target=target)
    due = clocks.after_supplement(dossier, at, policy)
    return Facts(
        target=target,
        columns={"due_current": due.at},
        payload={
            "due": clocks.written(due),
            "receipt": receipts.reissued(dossier, at=at, due=due),
        },
    )


def of_finishing(by: Acting, at: datetime) -> Facts:
    """The clock ends when the result is ready, not when it is fetched (domain.md §3.5)."""
    signed = signatures.block(by, day_of(at))
    return Facts(columns={"finished_at": at}, payload={"signature": signed} if signed else {})
