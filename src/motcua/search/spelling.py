"""Did you mean …? Words of this site, close to those that were typed and used side by side."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise, product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from . import exact, limits, telex
from . import words as texts
from .sounds import sound
from .speech import FILLERS

LAST_COUNT = "SELECT max(counted_at) FROM search_wordcount"
WORDS = """
SELECT folded, spelling, spellings FROM search_word WHERE NOT is_pair
ORDER BY documents DESC, folded LIMIT %s
"""
SAYINGS = "SELECT said_folded, said_accented, meant FROM search_synonym"
HELD = """
SELECT folded, documents, spelling FROM search_word WHERE folded = ANY(%s) ORDER BY documents
"""
MOST_WORDS = 10
"""Longer questions are sentences, not misspelled names."""
MOST_KNOWN = 40_000
"""So many words a process keeps, the most frequent ones."""
MOST_GUESSES = 8
"""So many words may have been meant by one."""
LONG = 5
"""Words of so many letters may have two mistakes."""
A_MISTAKE, A_STRANGE_PAIR = 3.0, 4.0
"""What makes a guess less likely."""


@dataclass(frozen=True)
class Vocabulary:
    """The words of the index, as they were when they were last counted."""

    counted_at: datetime
    spellings: Mapping[str, str]
    """Without marks, and mostly spelled with these."""
    known: Sequence[str]
    alike: Mapping[str, Sequence[str]]
    """Words by their sound."""
    right: frozenset[str]
    """Words as somebody wrote them here, with their marks, those of synonyms and of questions."""
    sayings: frozenset[str]
    """What people say, without marks, where the law has another name."""


@dataclass(frozen=True)
class Guess:
    """What may have been meant by a word, and how many mistakes that takes."""

    bare: str
    mistakes: int


_kept: list[Vocabulary] = []
"""At most one: what this process knows."""


def suggestion(question: str) -> str:
    """The question in words of this site that give results; nothing where none is close."""
    said = texts.both(question)
    vocabulary = _vocabulary()
    if not 0 < len(said) <= MOST_WORDS or vocabulary is None:
        return ""
    typed = tuple(bare for _marked, bare in said)
    sure = _sure(said, vocabulary)
    guesses = _alike if _is_right(said, vocabulary) else _guesses
    meant = _likeliest(
        [
            [Guess(bare, 0)] if at in sure else list(guesses(bare, vocabulary))
            for at, bare in enumerate(typed)
        ]
    )
    if not meant or meant == typed:
        return ""
    spelled = _spelled(meant, vocabulary)
    found = exact.exactly(spelled)
    return spelled if found and not found[0].is_loose else ""


def _vocabulary() -> Vocabulary | None:
    """The words as last counted; read again only after another count."""
    last = limits.rows(LAST_COUNT, [])[0][0]
    if last is None:
        return None
    if not _kept or _kept[0].counted_at != last:
        _kept[:] = [_read(last)]
    return _kept[0]


def _read(counted_at: datetime) -> Vocabulary:
    rows, sayings = limits.rows(WORDS, [MOST_KNOWN]), limits.rows(SAYINGS, [])
    spellings = {row[0]: row[1] for row in rows}
    known = [word for word in spellings if word.isalpha()]
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for word in known:
        alike[sound(word)].append(word)
    right = {*FILLERS, *(spelling for row in rows for spelling in row[2])}
    for _bare, marked, meant in sayings:
        right.update(marked.split(), texts.strict(meant))
    said = frozenset(row[0] for row in sayings)
    return Vocabulary(counted_at, spellings, known, alike, frozenset(right), said)


# --- What needs little help, or none ------------------------------------------------------------


def _is_right(said: Sequence[tuple[str, str]], vocabulary: Vocabulary) -> bool:
    """Whether it was typed with marks and every word is one that is written so, as *chồng chết*.

    Then only what sounds alike may have been meant, *tạm trú* by *tạm chú*.
    """
    has_marks = any(marked != bare for marked, bare in said)
    return has_marks and all(marked in vocabulary.right for marked, _bare in said)


def _sure(said: Sequence[tuple[str, str]], vocabulary: Vocabulary) -> set[int]:
    """At which places stands what only asks, or what people say: right however strange together."""
    bare = [each for _marked, each in said]
    runs = [(at, end) for at in range(len(said)) for end in range(at + 1, len(said) + 1)]
    sayings = [run for run in runs if " ".join(bare[slice(*run)]) in vocabulary.sayings]
    asks = {at for at, (marked, _bare) in enumerate(said) if marked in FILLERS}
    return asks | {place for run in sayings for place in range(*run)}


# --- What may have been meant -------------------------------------------------------------------


def _guesses(bare: str, vocabulary: Vocabulary) -> Iterator[Guess]:
    """The word itself where it is known, what Telex left over, then words close to it."""
    if bare in vocabulary.spellings:
        yield Guess(bare, 0)
    elif (decoded := telex.decoded(bare)) in vocabulary.spellings:
        yield Guess(decoded, 0)
        return
    elif not bare.isalpha():
        yield Guess(bare, 0)
        return
    yield from _close(bare, vocabulary)
    yield from _apart(bare, vocabulary)


def _alike(bare: str, vocabulary: Vocabulary) -> Iterator[Guess]:
    """The word itself, and what sounds like it."""
    yield Guess(bare, 0)
    alike = vocabulary.alike.get(sound(bare), [])[:MOST_GUESSES]
    yield from (Guess(word, 1) for word in alike if word != bare)


def _close(bare: str, vocabulary: Vocabulary) -> Iterator[Guess]:
    mistakes = 2 if len(bare) >= LONG else 1
    found = process.extract(
        bare, vocabulary.known, scorer=OSA.distance, score_cutoff=mistakes, limit=MOST_GUESSES
    )
    near = {word: int(distance) for word, distance, _at in found}
    near |= dict.fromkeys(vocabulary.alike.get(sound(bare), [])[:MOST_GUESSES], 1)
    yield from (Guess(word, mistakes) for word, mistakes in near.items() if word != bare)


def _apart(bare: str, vocabulary: Vocabulary) -> Iterator[Guess]:
    """Two words typed as one: *khaisinh*."""
    for at in range(2, len(bare) - 1):
        first, second = bare[:at], bare[at:]
        if first in vocabulary.spellings and second in vocabulary.spellings:
            yield Guess(f"{first} {second}", 1)


def _likeliest(guesses: Sequence[Sequence[Guess]]) -> tuple[str, ...]:
    """The row of guesses whose neighbors this site uses side by side most, mistakes counted."""
    if not all(guesses):
        return ()
    held = _pairs_held(guesses)
    best: dict[Guess, tuple[float, tuple[Guess, ...]]] = {
        guess: (_alone(guess, held), (guess,)) for guess in guesses[0]
    }
    for row in guesses[1:]:
        best = {guess: _continued(best, guess, held) for guess in row}
    way = max(best.values(), key=lambda scored: scored[0])[1]
    return tuple(word for guess in way for word in guess.bare.split())


def _continued(
    best: Mapping[Guess, tuple[float, tuple[Guess, ...]]], guess: Guess, held: Mapping[str, int]
) -> tuple[float, tuple[Guess, ...]]:
    alone = _alone(guess, held)
    ways = (
        (score + _side_by_side(before.bare, guess.bare, held) + alone, (*way, guess))
        for before, (score, way) in best.items()
    )
    return max(ways, key=lambda scored: scored[0])


def _alone(guess: Guess, held: Mapping[str, int]) -> float:
    inside = sum(_worth(texts.pair(*both), held) for both in pairwise(guess.bare.split()))
    return inside - A_MISTAKE * guess.mistakes


def _side_by_side(first: str, second: str, held: Mapping[str, int]) -> float:
    return _worth(texts.pair(first.split()[-1], second.split()[0]), held)


def _worth(pair: str, held: Mapping[str, int]) -> float:
    return math.log1p(held[pair]) if pair in held else -A_STRANGE_PAIR


def _pairs_held(guesses: Sequence[Sequence[Guess]]) -> dict[str, int]:
    """How many entries hold each pair that is possible. One query."""
    sides = [
        texts.pair(first.bare.split()[-1], second.bare.split()[0])
        for before, after in pairwise(guesses)
        for first, second in product(before, after)
    ]
    inside = [guess.bare.replace(" ", "_") for row in guesses for guess in row if " " in guess.bare]
    return {folded: held for folded, held, _as in limits.rows(HELD, [[*{*sides, *inside}]])}


# --- How it is spelled --------------------------------------------------------------------------


def _spelled(bare: Sequence[str], vocabulary: Vocabulary) -> str:
    """With marks, as pairs are mostly spelled: *đăng* in *đăng ký*, *đảng* in *đảng viên*."""
    spelled = [vocabulary.spellings.get(word, word) for word in bare]
    pairs = [texts.pair(*both) for both in pairwise(bare)]
    for folded, _held, spelling in limits.rows(HELD, [pairs]):
        for at, pair in enumerate(pairs):
            if pair == folded:
                spelled[at : at + 2] = spelling.split()
    return " ".join(spelled)
