"""Which words of a question say where and not what? Upper rooms know places; they register here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from . import limits, words

CALLED = """
SELECT EXISTS (SELECT 1 FROM search_entry WHERE vector @@ %s::tsquery AND kind = %s)
"""
Reader = Callable[[str], str]
"""Takes a question, gives it without the words that only say where."""

_readers: list[Reader] = []


def register(reader: Reader) -> Reader:
    """Let questions be read so; once however often it is said."""
    if reader not in _readers:
        _readers.append(reader)
    return reader


def without(question: str) -> str:
    """The question as all readers leave it; as it was where nothing would be left."""
    left = question
    for reader in _readers:
        left = reader(left)
    return left if left.strip() else question


def is_called(kind: str, neighbors: Sequence[str]) -> bool:
    """Whether something of this kind is called by two words, without marks, side by side."""
    return bool(limits.rows(CALLED, [f"'{words.pair(*neighbors)}'", kind])[0][0])
