"""How well does an entry answer a question? Codes first, whole titles next, then by its words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from . import special_cases
from .asking import Phrasing
from .words import pair

KEY, TITLE, TITLE_UNMARKED, WORDS, WORDS_IN_BODY = range(5)
LOOSE = 50
"""Places from here on hold only some of the words."""

PAIR = 1.7
"""A pair of neighbors says more than its two words."""
OTHER_MARKS = 0.5
"""A word with other marks than were typed is half a word."""
IN_TEXT, IN_BODY = 0.7, 0.35
"""What words beside the title are worth."""
AS_A_PHRASE, FILLS_TITLE, OTHER_WORDS = 0.15, 0.45, 0.92
NEAR_ENOUGH, WHOLE_ENOUGH, BODY_ENOUGH = 0.5, 0.15, 0.3
"""What answers less than this part of the best one's answer is no answer; with all words it is."""
SHORT = 3
"""A question of so many words wants them all."""
NEARER = 0.05
"""So much more fits what is one step nearer to people's lives."""
FREQUENT_ENOUGH = 3
"""A word that fewer entries hold says no more than one that so many hold."""


@dataclass(frozen=True)
class Candidate:
    """An entry that may answer."""

    entry: int
    kind: str
    key: str
    title: str
    strict: tuple[str, ...]
    loose: tuple[str, ...]
    text_strict: tuple[str, ...]
    text: tuple[str, ...]
    in_body: frozenset[str] = frozenset()
    """Which words that were looked for its body holds."""
    nearness: int = 0


@dataclass(frozen=True)
class Hit:
    """Something found; ``place`` says how well it fits, small is good."""

    kind: str
    key: str
    title: str
    place: int
    words: frozenset[str]
    """The words that were looked for, without marks and with synonyms; to highlight them."""
    entry: int = 0
    score: float = 0.0

    @property
    def is_by_name(self) -> bool:
        """Whether its name and other words for it hold all words."""
        return self.place <= WORDS

    @property
    def is_loose(self) -> bool:
        """Whether it holds only some of the words."""
        return self.place >= LOOSE


@dataclass(frozen=True)
class Weights:
    """How much each word says: much where few entries hold it."""

    entries: int
    documents: Mapping[str, int] = field(default_factory=dict)

    def of(self, token: str) -> float:
        held = max(self.documents.get(token, 0), FREQUENT_ENOUGH)
        return math.log(1 + max(self.entries, 10) / held)


Token = tuple[str, str]
"""A word or pair of a question: without marks, and as it was typed."""


@dataclass(frozen=True)
class Asked:
    """A phrasing with the worth of each of its words and pairs."""

    way: Phrasing
    words: frozenset[str]
    tokens: Mapping[Token, float]
    """How much each says."""
    total: float
    run: str
    """Its words without marks, side by side."""

    @classmethod
    def of(cls, way: Phrasing, weights: Weights) -> Asked:
        shares = way.shares
        tokens: dict[Token, float] = {}
        for bare, marked, share in zip(way.loose, way.strict, shares, strict=True):
            tokens[bare, marked] = share * weights.of(bare)
        both = zip(_pairs(way.loose), _pairs(way.strict), pairwise(shares), strict=True)
        for bare, marked, sides in both:
            tokens[bare, marked] = PAIR * max(sides) * weights.of(bare)
        total = sum(tokens.values())
        return cls(way, frozenset(way.loose), tokens, total or 1, " ".join(way.loose))


@dataclass(frozen=True)
class Question:
    """All its phrasings, and what of them is the same for every entry."""

    asked: Sequence[Asked]
    keys: Collection[str]
    looked_for: frozenset[str]
    typed: Mapping[str, Sequence[Token]]
    """Its words and pairs by how they are written without marks."""
    cases: special_cases.Asked
    """Which special cases it asks for."""

    @classmethod
    def of(cls, ways: Sequence[Phrasing], weights: Weights, keys: Collection[str]) -> Question:
        asked = [Asked.of(way, weights) for way in ways]
        typed: defaultdict[str, list[Token]] = defaultdict(list)
        for token in dict.fromkeys(token for each in asked for token in each.tokens):
            typed[token[0]].append(token)
        looked_for = frozenset(word for way in ways for word in way.loose)
        cases = special_cases.asked(ways[0].strict, ways[0].loose)
        return cls(asked, keys, looked_for, typed, cases)


class Held:
    """Which of the words that were looked for an entry holds, and what each is worth there."""

    def __init__(self, entry: Candidate, question: Question) -> None:
        self.marked: dict[str, float] = {}
        self.bare: dict[str, float] = dict.fromkeys(entry.in_body, IN_BODY)
        self._take(entry.text_strict, entry.text, IN_TEXT, question.looked_for)
        self._take(entry.strict, entry.loose, 1.0, question.looked_for)
        self.title = f" {' '.join(entry.loose)} "
        asked_for = sum(map(question.looked_for.__contains__, entry.loose))
        self.asked_for = asked_for / len(entry.loose) if entry.loose else 0.0
        """Which part of the title was asked for."""
        held = self.bare.keys() & question.typed.keys()
        self.worth = {token: self._worth(*token) for bare in held for token in question.typed[bare]}
        """1 for a word of the title as it was typed, less for everything else."""

    def _take(
        self,
        strict: Sequence[str],
        loose: Sequence[str],
        worth: float,
        looked_for: frozenset[str],
    ) -> None:
        if looked_for.isdisjoint(loose):
            return
        before, marked_before = "", ""
        for marked, bare in zip(strict, loose, strict=False):
            if bare not in looked_for:
                before = ""
                continue
            self.marked[marked] = self.bare[bare] = worth
            if before:
                self.marked[pair(marked_before, marked)] = worth
                self.bare[pair(before, bare)] = worth
            before, marked_before = bare, marked

    def _worth(self, bare: str, marked: str) -> float:
        as_typed = self.marked.get(marked, 0.0)
        other_marks = self.bare[bare]
        return max(as_typed, other_marks if marked == bare else other_marks * OTHER_MARKS)


def ranked(
    candidates: Iterable[Candidate],
    ways: Sequence[Phrasing],
    *,
    keys: Collection[str],
    weights: Weights,
) -> list[Hit]:
    """The candidates that answer, best first; always in the same order."""
    question = Question.of(ways, weights, keys)
    hits = [_hit(candidate, question) for candidate in candidates]
    hits.sort(key=_order)
    return _near_enough(hits, is_short=_shortest(ways) <= SHORT)


def whole(candidates: Iterable[Candidate], ways: Sequence[Phrasing]) -> int:
    """How many of them hold all words of a phrasing."""
    wanted = [frozenset(way.loose) for way in ways]
    held = (frozenset(each.loose + each.text) for each in candidates)
    return sum(any(words <= each for words in wanted) for each in held)


def _shortest(ways: Sequence[Phrasing]) -> int:
    """How many words say what was asked, as it was typed."""
    return min(len(way.loose) for way in ways if not way.distance)


def _order(hit: Hit) -> tuple[int, float, int, str, str, str]:
    sure = min(hit.place, WORDS)
    return sure, -hit.score, len(hit.title), hit.title, hit.kind, hit.key


def _hit(candidate: Candidate, question: Question) -> Hit:
    held = Held(candidate, question)
    fits = [_fit(held, candidate, each) for each in question.asked]
    place, score = (KEY, 1.0) if candidate.key in question.keys else min(fits, key=_best)
    if place >= WORDS:
        score *= 1 + NEARER * candidate.nearness
        score *= special_cases.fits(held.title, question.looked_for, question.cases)
    return Hit(
        *(candidate.kind, candidate.key, candidate.title, place, question.looked_for),
        *(candidate.entry, round(score, 6)),
    )


def _best(fit: tuple[int, float]) -> tuple[int, float, int]:
    return min(fit[0], WORDS), -fit[1], fit[0]


def _fit(held: Held, candidate: Candidate, asked: Asked) -> tuple[int, float]:
    """Place and score of an entry for one phrasing."""
    way = asked.way
    if candidate.loose == way.loose:
        as_typed = candidate.strict == way.strict
        return (TITLE if as_typed else TITLE_UNMARKED), 1.0 - way.distance / 2
    return _place(held, asked), _score(held, asked)


def _place(held: Held, asked: Asked) -> int:
    """Whether it holds all words, and the body's help was needed."""
    if not asked.words <= held.bare.keys() or _are_others(held, asked.way):
        return LOOSE
    least = min(held.bare[word] for word in asked.words)
    return WORDS if least > IN_BODY else WORDS_IN_BODY


def _are_others(held: Held, way: Phrasing) -> bool:
    """Whether most words of its names have other marks than were typed: *tặng cho*, *mai táng*."""
    both = zip(way.strict, way.loose, strict=True)
    other = [held.bare[bare] > IN_BODY and marked not in held.marked for marked, bare in both]
    return way.is_marked and sum(other) > max(1, len(other) // 2)


def _score(held: Held, asked: Asked) -> float:
    """How much of what was asked the entry says, and how little else its title says."""
    worth = held.worth
    found = sum([says * worth[token] for token, says in asked.tokens.items() if token in worth])
    share = found / asked.total
    phrase = AS_A_PHRASE if f" {asked.run} " in held.title else 0
    score = share * (1 + FILLS_TITLE * held.asked_for) + phrase
    return score * OTHER_WORDS if asked.way.distance else score


def _near_enough(hits: list[Hit], *, is_short: bool) -> list[Hit]:
    """Without what answers far less than the best; a short question wants all its words.

    Words that stand scattered in a body want nothing: in a long one any few words stand.
    """
    if not hits:
        return []
    best = max(hit.score for hit in hits)
    least = {WORDS: best * WHOLE_ENOUGH, WORDS_IN_BODY: best * BODY_ENOUGH}
    whole = [hit for hit in hits if not hit.is_loose and hit.score >= least.get(hit.place, 0)]
    if is_short and any(hit.is_by_name for hit in whole):
        return whole
    return [hit for hit in hits if hit.place < WORDS or hit.score >= best * NEAR_ENOUGH]


def _pairs(words: Sequence[str]) -> list[str]:
    return [pair(*both) for both in pairwise(words)]
