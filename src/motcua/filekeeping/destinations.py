"""Whose are the files that arrive in pieces? Rooms above say what becomes of them.

An upload's ``holder`` is a kind and a key, such as ``draft:0b0e…``; the room that knows the kind
registers in ``ready()`` what takes the file in. This room never learns what a draft is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from motcua.filekeeping.models import Upload

Receive = Callable[["Upload", IO[bytes]], None]
"""Takes the whole file in; raises the Refused that says why not."""

_receivers: dict[str, Receive] = {}


def register(kind: str, receive: Receive) -> None:
    """From now on ``receive`` takes in what arrives for holders of this kind."""
    _receivers[kind] = receive


def holder(kind: str, key: object) -> str:
    """How an upload names where it goes."""
    return f"{kind}:{key}"


def deliver(upload: Upload, stream: IO[bytes]) -> None:
    """Hand a whole file over; raises the Refused that says why it is not kept."""
    _receivers[upload.holder.partition(":")[0]](upload, stream)
