"""What does a row of hostile inputs say: how is it sent, what is answered, what is kept?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.test import Client

from motcua.news.models import Section

from ..town import Town

Send = Callable[["World"], Any]
"""Sends it; gives back the answer of the house."""


@dataclass(frozen=True)
class World:
    """The town, its newsroom, and who comes with bad intentions."""

    town: Town
    corner: Section
    stranger: Client
    citizen: Client
    """The town's owner, who has asked and applied."""
    reporter: Client
    """Of the ward's newsroom."""
    administrator: Client
    folder: Any
    """An empty folder of the test's own."""


@dataclass(frozen=True)
class Row:
    """One hostile input and the decided answer."""

    name: str
    send: Send
    status: int
    says: str = ""
    """A sentence that stands in the answer."""
    hides: str = ""
    """What must not stand there."""
    kept: Callable[[World], Any] = lambda _: True
    """What must hold of the house afterwards."""

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


def read(path: str, **query: str) -> Send:
    """A stranger opens an address."""
    return lambda world: world.stranger.get(path, query)


def read_with(path: str, **headers: str) -> Send:
    """A stranger opens an address with headers of their own making."""
    return lambda world: Client(headers=headers).get(path)


def press(path: str, **typed: Any) -> Send:
    """A stranger sends a form."""
    return lambda world: world.stranger.post(path, typed)
