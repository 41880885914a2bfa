"""What does each verb write besides the state?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from motcua.questions.workflow import State


@dataclass(frozen=True, slots=True)
class Facts:
    """What is written with a move: the same UPDATE's columns and the event's payload."""

    columns: Mapping[str, Any] = field(default_factory=dict)
    payload: Mapping[str, Any] = field(default_factory=dict)
    target: State | None = None
    """Where the move leads, if it may lead to several states."""


def of_nothing(_at: datetime) -> Facts:
    """A move that only changes the state."""
    return Facts()
