"""What does a question ask for? Its words, said in a few ways, and the codes that it may be."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from . import telex, words
from .folding import WORD
from .speech import FILLER_PHRASES, FILLERS, WEAK

LONGEST_QUESTION = 200
MOST_WORDS = 24
"""What is typed beyond is not read: nobody types it, and a machine may."""
LONGEST_KEY = 100
VOWEL = re.compile("[aeiouy]")
LONGEST_PHRASE = 6
"""So many words a synonym has at most."""
MOST_PHRASINGS = 6
BY_LENGTH = 0.8
"""How strongly many words that stand for few are held back."""
A_WEAK_WORD = 0.2
"""How much of itself a word says that only tells of people, times and ways."""

Part = tuple[str, str, float]
"""A word with its marks and without, and how much of itself it says."""


@dataclass(frozen=True)
class Phrasing:
    """One way to say what was asked: its words with marks and without, as many of each."""

    strict: tuple[str, ...]
    loose: tuple[str, ...]
    distance: int = 0
    """0 as it was typed, 1 in other words."""
    shares: tuple[float, ...] = ()
    """How much of itself each word says; less where many stand for few."""

    @property
    def is_marked(self) -> bool:
        """Whether marks were typed; without them any marks are meant."""
        return self.strict != self.loose

    @property
    def pairs(self) -> tuple[str, ...]:
        return tuple(words.pair(*both) for both in pairwise(self.loose))

    @property
    def tokens(self) -> tuple[str, ...]:
        """Everything of it that the index may hold."""
        return self.loose + self.pairs


@dataclass(frozen=True)
class Meaning:
    """A synonym as the index knows it."""

    said_strict: tuple[str, ...]
    said_loose: tuple[str, ...]
    meant: tuple[str, ...]
    meant_strict: tuple[str, ...]

    @property
    def share(self) -> float:
        """How much of itself each meant word says: six that stand for one are not six."""
        return min(1.0, math.pow(len(self.said_loose) / len(self.meant), BY_LENGTH))


def phrasings(question: str) -> list[Phrasing]:
    """What was asked, as said and without what only asks.

    >>> phrasings("Thủ tục đăng ký KHAI SINH thế nào?")[-1].strict
    ('đăng', 'ký', 'khai', 'sinh')
    """
    raw = words.both(question[:LONGEST_QUESTION])
    said = [word for word in raw if max(map(len, word)) <= words.LONGEST_WORD][:MOST_WORDS]
    typed = [(word, word) for word in map(_typed, said)]
    ways = [tuple(said), tuple(_without_fillers(said))]
    if any(both[1] != bare for both, (_marked, bare) in zip(typed, said, strict=True)):
        ways.append(tuple(_without_fillers(typed)))
    return [_phrasing(way) for way in dict.fromkeys(ways) if way]


def keys(question: str) -> list[str]:
    """Which keys the question may be: a code, also with a space or without its dot.

    >>> keys("hd-261123-0001")[-1]
    'HD-261123-0001'
    """
    parts = WORD.findall(question[:LONGEST_KEY].upper())
    digits = "".join(parts)
    codes = [".".join(parts), f"{digits[:1]}.{digits[1:]}", "-".join(parts)] if parts else []
    # No code is a bare number: that would be the number of some row, which nobody types.
    return [code for code in dict.fromkeys(codes) if not code.isdigit()]


def spoken_at(text: Sequence[str], phrases: Iterable[Sequence[str]]) -> set[int]:
    """At which places of ``text`` the words of one of ``phrases`` stand.

    >>> sorted(spoken_at(["xin", "hướng", "dẫn"], [("hướng", "dẫn")]))
    [1, 2]
    """
    found: set[int] = set()
    for phrase in phrases:
        size = len(phrase)
        starts = [at for at in range(len(text)) if tuple(text[at : at + size]) == tuple(phrase)]
        found |= {at + step for at in starts for step in range(size)}
    return found


def phrases(said: Iterable[Phrasing]) -> list[str]:
    """Every run of words that may be a synonym, without marks."""
    runs = (run for way in said for run in _runs(way.loose))
    return list(dict.fromkeys(" ".join(run) for run in runs))


def in_other_words(said: Sequence[Phrasing], meanings: Sequence[Meaning]) -> list[Phrasing]:
    """The phrasings, once more with all their synonyms said by the law, and with one at a time."""
    longest_first = sorted(meanings, key=lambda meaning: -len(meaning.said_loose))
    together = [_by_the_law(way, longest_first) for way in said]
    others = (_replaced(way, meaning) for meaning in longest_first for way in said[::-1])
    ways = [*said, *(way for way in together if way), *(way for way in others if way)]
    return list(dict.fromkeys(ways))[:MOST_PHRASINGS]


def _by_the_law(way: Phrasing, longest_first: Sequence[Meaning]) -> Phrasing | None:
    """With every synonym replaced and without what only asks; nothing where there is none."""
    said: list[Part] = []
    asks, at, has_changed = _asking(way.strict), 0, False
    while at < len(way.loose):
        meaning = next((each for each in longest_first if _says(way, each, at)), None)
        if meaning:
            said += _unsaid(meaning, said)
            has_changed = True
        elif at not in asks:
            said.append((way.strict[at], way.loose[at], way.shares[at]))
        at += len(meaning.said_loose) if meaning else 1
    if not has_changed or not said:
        return None
    strict, loose, shares = zip(*said, strict=True)
    return Phrasing(strict, loose, distance=1, shares=shares)


def _unsaid(meaning: Meaning, said: Sequence[Part]) -> list[Part]:
    """The words that are meant; nothing where they stand already."""
    before = " ".join(loose for _strict, loose, _share in said)
    if f" {' '.join(meaning.meant)} " in f" {before} ":
        return []
    meant = zip(meaning.meant_strict, meaning.meant, strict=True)
    return [(strict, loose, meaning.share) for strict, loose in meant]


def _typed(word: tuple[str, str]) -> str:
    """What a word without marks was meant to be where Telex or VNI was off."""
    marked, bare = word
    return telex.decoded(bare) if marked == bare and not bare.isdigit() else bare


def _phrasing(said: Iterable[tuple[str, str]]) -> Phrasing:
    strict, loose = zip(*said, strict=True)
    return Phrasing(strict, loose, shares=tuple(map(_share, strict)))


def _share(word: str) -> float:
    return A_WEAK_WORD if word in WEAK or word.isdigit() else 1.0


def _without_fillers(said: list[tuple[str, str]]) -> list[tuple[str, str]]:
    asks = _asking([strict for strict, _loose in said])
    return [word for at, word in enumerate(said) if at not in asks]


def _asking(said: Sequence[str]) -> set[int]:
    """At which places stands what only asks."""
    asks = {at for at, word in enumerate(said) if word in FILLERS}
    return asks | spoken_at([words.loose(word)[0] for word in said], FILLER_PHRASES)


def _runs(said: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for begin in range(len(said)):
        for end in range(begin + 1, min(begin + LONGEST_PHRASE, len(said)) + 1):
            yield said[begin:end]


def _replaced(way: Phrasing, meaning: Meaning) -> Phrasing | None:
    """With the meaning in the place of the synonym; nothing where its marks say another word."""
    size = len(meaning.said_loose)
    for at in range(len(way.loose) - size + 1):
        if not _says(way, meaning, at):
            continue
        meant = (meaning.share,) * len(meaning.meant)
        return Phrasing(
            way.strict[:at] + meaning.meant_strict + way.strict[at + size :],
            way.loose[:at] + meaning.meant + way.loose[at + size :],
            distance=1,
            shares=way.shares[:at] + meant + way.shares[at + size :],
        )
    return None


def _says(way: Phrasing, meaning: Meaning, at: int) -> bool:
    """Whether the synonym stands there; of several words typed without marks each may be any.

    A single one may not: *mo* is *mở* more often than *mỏ*. An abbreviation has no other reading.
    """
    end = at + len(meaning.said_loose)
    if way.loose[at:end] != meaning.said_loose:
        return False
    if end - at == 1 and VOWEL.search(meaning.said_loose[0]):
        return way.strict[at] == meaning.said_strict[0]
    typed = zip(way.strict[at:end], way.loose[at:end], meaning.said_strict, strict=True)
    return all(marked in (bare, meant) for marked, bare, meant in typed)
