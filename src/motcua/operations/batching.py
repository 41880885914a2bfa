"""Take many things a few at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of ``size``, the last one shorter; nothing is read ahead of the list that is given.

    >>> list(batches("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    ahead = iter(things)
    while batch := list(islice(ahead, size)):
        yield batch
