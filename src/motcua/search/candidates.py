"""Which entries may answer? A few hundred, found by rare words first, however large the index.

Ranking all entries that hold *giấy* would read most of the index. Instead each token of the
question gives a bounded number, all of a rare one and the shortest titles of a common one.
Entries that hold all words, and titles that are the question, are looked for beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import limits, words
from .asking import Meaning, Phrasing, phrases
from .ranking import PAIR, Candidate, Weights

RARE_TOGETHER = 2_000
"""Rare tokens give all their entries, as long as these are not more together."""
OF_A_COMMON_TOKEN = 100
MOST_TOKENS = 9
WITH_ALL_WORDS = 400
OF_BODIES = 60
MOST_WAYS_TOGETHER, MOST_WAYS_IN_BODIES, MOST_BODY_PAIRS = 6, 3, 3
MOST_CANDIDATES = 90
"""So many are ranked."""

LEARN = """
WITH meant AS (
    SELECT said_accented, said_folded, meant, meant_folded
    FROM search_synonym WHERE said_folded = ANY(%(phrases)s)
), meant_words AS (
    SELECT string_to_array(meant_folded, ' ') AS words FROM meant
), tokens AS (
    SELECT unnest(%(tokens)s::text[]) AS token
    UNION SELECT unnest(words) FROM meant_words
    UNION SELECT first || '_' || second
          FROM meant_words, unnest(words, words[2:]) AS neighbors (first, second)
)
SELECT said_accented, said_folded, meant, meant_folded, 0 FROM meant
UNION ALL
SELECT '', folded, '', '', documents FROM search_word
WHERE folded = ANY (ARRAY(SELECT token FROM tokens))
UNION ALL
SELECT '', '', '', '', entries FROM search_wordcount
"""

FOUND = """
SELECT e.id, e.kind, e.key, e.title, e.accented, e.folded, e.text_accented, e.text,
    e.nearness
FROM (SELECT id, sum(worth) AS worth FROM ({parts}) AS parts
      GROUP BY id ORDER BY sum(worth) DESC, min(length), id LIMIT {limit}) AS best
JOIN search_entry e USING (id)
"""

SHORTEST = """(SELECT id, length, %s::real AS worth FROM search_entry
WHERE vector @@ %s::tsquery AND {kind} ORDER BY length, id LIMIT %s)"""
ANY = """(SELECT id, length, %s::real AS worth FROM search_entry
WHERE vector @@ %s::tsquery AND {kind} LIMIT %s)"""
TITLES = """(SELECT id, length, 1000::real AS worth FROM search_entry
WHERE folded = ANY(%s) AND {kind} ORDER BY id LIMIT 100)"""
KEYS = """(SELECT id, length, 1000::real AS worth FROM search_entry
WHERE key = ANY(%s) AND {kind} ORDER BY id LIMIT 100)"""
IN_BODIES = """
SELECT e.id, e.kind, e.key, e.title, e.accented, e.folded, e.text_accented, e.text,
    e.nearness, best.parts
FROM (SELECT entry_id, array_agg(part) AS parts
      FROM unnest(%s::tsquery[], %s::real[]) WITH ORDINALITY AS asked (query, worth, part),
      LATERAL (SELECT entry_id FROM search_body b {of_kind}
               WHERE b.vector @@ asked.query LIMIT %s) AS found
      GROUP BY entry_id ORDER BY sum(worth) DESC, entry_id LIMIT %s) AS best
JOIN search_entry e ON e.id = best.entry_id
"""
"""One subquery for all parts: to plan one for each takes longer than to ask them."""
OF_KIND = "JOIN search_entry e ON e.id = b.entry_id AND e.kind = %s"


@dataclass(frozen=True)
class Knowledge:
    """What the index knows about the words of a question."""

    meanings: list[Meaning] = field(default_factory=list)
    weights: Weights = field(default_factory=lambda: Weights(0))


def learn(said: Sequence[Phrasing]) -> Knowledge:
    """Synonyms in the question, and how many entries hold each of its words. One query."""
    tokens = sorted({token for way in said for token in way.tokens})
    rows = limits.rows(LEARN, {"phrases": phrases(said), "tokens": tokens})
    meanings = [_meaning(*row[:4]) for row in rows if row[2]]
    documents = {folded: held for _, folded, meant, _, held in rows if folded and not meant}
    entries = max((row[4] for row in rows if not row[1]), default=0)
    return Knowledge(meanings, Weights(entries, documents))


def _meaning(said: str, said_folded: str, meant: str, meant_folded: str) -> Meaning:
    return Meaning(
        tuple(said.split()),
        tuple(said_folded.split()),
        tuple(meant_folded.split()),
        tuple(words.strict(meant)),
    )


@dataclass
class Statement:
    """Parts of one statement and what they ask for."""

    kind: str | None
    parts: list[str] = field(default_factory=list)
    asks: list[Any] = field(default_factory=list)

    def add(self, part: str, *asks: Any) -> None:
        """One more part; the last thing that it asks for is how many at most."""
        self.parts.append(part.format(kind="TRUE" if self.kind is None else "kind = %s"))
        *before, last = asks
        kind = [] if self.kind is None else [self.kind]
        self.asks += [*before, *kind, last] if "LIMIT %s" in part else [*asks, *kind]


def whole(
    ways: Sequence[Phrasing], keys: Sequence[str], weights: Weights, kind: str | None
) -> list[Candidate]:
    """What has the key, the very title, or all words in title and other words. One query."""
    asked = Statement(kind)
    asked.add(KEYS, list(keys))
    asked.add(TITLES, [" ".join(way.loose) for way in ways])
    for way in ways[:MOST_WAYS_TOGETHER]:
        worth = sum(weights.of(word) for word in way.loose)
        if len(way.loose) <= 2:
            asked.add(SHORTEST, 2 * worth, way.tokens[-1], OF_A_COMMON_TOKEN)
        if len(way.loose) > 1:
            asked.add(ANY, worth, " & ".join(way.loose), WITH_ALL_WORDS)
        if len(way.loose) > 2:
            asked.add(ANY, worth, " & ".join(way.pairs), WITH_ALL_WORDS)
    return _found(asked)


def partly(ways: Sequence[Phrasing], weights: Weights, kind: str | None) -> list[Candidate]:
    """What has the rarest words and pairs in title and other words. One query."""
    asked = Statement(kind)
    for token, limit in _rarest(ways, weights):
        worth = weights.of(token) * (PAIR if "_" in token else 1)
        asked.add(ANY if limit > OF_A_COMMON_TOKEN else SHORTEST, worth, token, limit)
    return _found(asked)


def _found(asked: Statement) -> list[Candidate]:
    if not asked.parts:
        return []
    statement = FOUND.format(parts=" UNION ALL ".join(asked.parts), limit=MOST_CANDIDATES)
    return [_candidate(row) for row in limits.rows(statement, asked.asks)]


def _rarest(ways: Sequence[Phrasing], weights: Weights) -> Iterator[tuple[str, int]]:
    """The tokens that are asked for by themselves, and for how many entries; the rarest first."""
    held = weights.documents
    tokens = sorted({token for way in ways for token in way.tokens})
    rarest = sorted(held.keys() & tokens, key=lambda token: (held[token], token))[:MOST_TOKENS]
    uncounted = [token for token in tokens if token not in held and "_" not in token]
    together = 0
    for token in [*uncounted, *rarest] if weights.entries else tokens:
        together += held.get(token, 0)
        yield token, RARE_TOGETHER if together <= RARE_TOGETHER else OF_A_COMMON_TOKEN


def _candidate(row: Sequence[Any], in_body: frozenset[str] = frozenset()) -> Candidate:
    entry, kind, key, title, *texts, nearness = row
    strict, loose, text_strict, text = (tuple(each.split()) for each in texts)
    return Candidate(entry, kind, key, title, strict, loose, text_strict, text, in_body, nearness)


# --- Bodies -------------------------------------------------------------------------------------


def in_bodies(ways: Sequence[Phrasing], weights: Weights, kind: str | None) -> list[Candidate]:
    """What may answer by what it says, with which of the words its body holds. One query."""
    parts = _body_parts(ways, weights)
    asks = [" & ".join(tokens) for tokens in parts], list(parts.values())
    of_kind = [] if kind is None else [kind]
    statement = IN_BODIES.format(of_kind=OF_KIND if of_kind else "")
    said = list(parts)
    found = limits.rows(statement, [*asks, *of_kind, OF_BODIES, MOST_CANDIDATES])
    return [_candidate(row[:-1], _held(said, row[-1])) for row in found]


def _body_parts(ways: Sequence[Phrasing], weights: Weights) -> dict[tuple[str, ...], float]:
    """What bodies are asked for: phrases, all words, the rarest pairs; and what each says."""
    parts: dict[tuple[str, ...], float] = {}
    for way in ways[:MOST_WAYS_IN_BODIES]:
        worth = sum(weights.of(token) for token in way.tokens)
        parts[way.tokens] = worth
        parts.setdefault(way.loose, worth / 2)
    pairs = {token for way in ways for token in way.pairs if weights.documents.get(token)}
    for token in sorted(pairs, key=lambda token: (-weights.of(token), token))[:MOST_BODY_PAIRS]:
        parts.setdefault((token, *token.split("_")), weights.of(token))
    return parts


def _held(parts: Sequence[tuple[str, ...]], numbers: Iterable[int]) -> frozenset[str]:
    """Which words a body holds that answers these parts, counted from 1."""
    return frozenset(token for number in numbers for token in parts[number - 1])


def together(*lists: Iterable[Candidate]) -> list[Candidate]:
    """All of them, each entry once; the last list knows most of it."""
    every = {candidate.entry: candidate for found in lists for candidate in found}
    return list(every.values())
