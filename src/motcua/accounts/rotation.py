"""What is sealed again when PERSONAL_DATA_KEY changes? Every room that seals says so here."""

from collections.abc import Callable

Chore = Callable[[], int]
"""Seals again whatever is not sealed with today's key; returns how much that was."""

_chores: list[Chore] = []


def register(chore: Chore) -> Chore:
    """Do ``chore`` whenever the key was changed; said in a room's ``ready()``."""
    if chore not in _chores:
        _chores.append(chore)
    return chore


def seal_everything_again() -> int:
    """Until this returns 0, keep the former key in PERSONAL_DATA_RETIRED_KEYS."""
    return sum(chore() for chore in _chores)
