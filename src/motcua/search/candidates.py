"""Which entries may answer? A few hundred, found by rare words first, however large the index.

Ranking all entries that hold *giấy* would read most of the index. Instead each token of the
question gives a bounded number, all of a rare one and the shortest titles of a common one.
Entries that hold all words, and titles that are the question, are looked for beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from . import limits, words
from .asking import Meaning, Phrasing, phrases
from .ranking import PAIR, Candidate, Weights

RARE_TOGETHER = 3_000
"""Rare tokens give all their entries, as long as these are not more together."""
OF_A_COMMON_TOKEN = 100
MOST_TOKENS = 7
WITH_ALL_WORDS = 400
OF_BODIES = 60
MOST_WAYS, MOST_BODY_PAIRS = 3, 3
MOST_CANDIDATES = 160
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
SELECT '', folded, '', '', documents FROM search_word WHERE folded IN (SELECT token FROM tokens)
UNION ALL
SELECT '', '', '', '', entries FROM search_wordcount
"""

FOUND = """
SELECT e.id, e.kind, e.key, e.title, e.accented, e.folded, e.text_accented, e.text
FROM (SELECT id, sum(worth) AS worth FROM ({parts}) AS parts
      GROUP BY id ORDER BY sum(worth) DESC, id LIMIT {limit}) AS best
JOIN search_entry e USING (id)
"""

SHORTEST = """(SELECT id, %s::real AS worth FROM search_entry
WHERE vector @@ %s::tsquery AND {kind} ORDER BY length, id LIMIT %s)"""
ANY = """(SELECT id, %s::real AS worth FROM search_entry
WHERE vector @@ %s::tsquery AND {kind} LIMIT %s)"""
TITLES = """(SELECT id, 1000::real AS worth FROM search_entry
WHERE folded = ANY(%s) AND {kind} ORDER BY id LIMIT 100)"""
KEYS = """(SELECT id, 1000::real AS worth FROM search_entry
WHERE key = ANY(%s) AND {kind} ORDER BY id LIMIT 100)"""
IN_BODIES = """
SELECT e.id, e.kind, e.key, e.title, e.accented, e.folded, e.text_accented, e.text, best.parts
FROM (SELECT entry_id, array_agg(part) AS parts FROM ({parts}) AS parts
      GROUP BY entry_id ORDER BY sum(worth) DESC, entry_id LIMIT {limit}) AS best
JOIN search_entry e ON e.id = best.entry_id
"""
BODIES = """(SELECT entry_id, %s::int AS part, %s::real AS worth FROM search_body
WHERE vector @@ %s::tsquery LIMIT %s)"""
BODIES_OF_KIND = """(SELECT entry_id, %s::int AS part, %s::real AS worth
FROM search_body b JOIN search_entry e ON e.id = b.entry_id
WHERE b.vector @@ %s::tsquery AND {kind} LIMIT %s)"""


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


def find(
    ways: Sequence[Phrasing], keys: Sequence[str], weights: Weights, kind: str | None
) -> list[Candidate]:
    """What may answer by its title and its other words. One query."""
    asked = Statement(kind)
    asked.add(KEYS, list(keys))
    asked.add(TITLES, [" ".join(way.loose) for way in ways])
    for worth, query, limit in _by_token(ways, weights):
        asked.add(ANY if limit > OF_A_COMMON_TOKEN else SHORTEST, worth, query, limit)
    for words_together, worth in _together(ways, weights).items():
        asked.add(ANY, worth, words_together, WITH_ALL_WORDS)
    statement = FOUND.format(parts=" UNION ALL ".join(asked.parts), limit=MOST_CANDIDATES)
    return [_candidate(row) for row in limits.rows(statement, asked.asks)]


def _by_token(ways: Sequence[Phrasing], weights: Weights) -> Iterator[tuple[float, str, int]]:
    """Worth, query and limit of each token that is asked for by itself, the rarest first."""
    held = weights.documents
    tokens = sorted({token for way in ways for token in way.tokens})
    rarest = sorted(held.keys() & tokens, key=lambda token: (held[token], token))[:MOST_TOKENS]
    uncounted = [token for token in tokens if token not in held and "_" not in token]
    together = 0
    for token in [*uncounted, *rarest] if weights.entries else tokens:
        together += held.get(token, 0)
        limit = RARE_TOGETHER if together <= RARE_TOGETHER else OF_A_COMMON_TOKEN
        yield weights.of(token) * (PAIR if "_" in token else 1), token, limit


def _together(ways: Sequence[Phrasing], weights: Weights) -> dict[str, float]:
    """The ways that have several words, as queries for all of them, and what holding them says."""
    several = [way for way in ways if len(way.loose) > 1]
    return {" & ".join(way.loose): sum(weights.of(word) for word in way.loose) for way in several}


def _candidate(row: Sequence[Any]) -> Candidate:
    entry, kind, key, title, *texts = row
    strict, loose, text_strict, text = (tuple(each.split()) for each in texts)
    return Candidate(entry, kind, key, title, strict, loose, text_strict, text)


# --- Bodies -------------------------------------------------------------------------------------


def in_bodies(ways: Sequence[Phrasing], weights: Weights, kind: str | None) -> list[Candidate]:
    """What may answer by what it says, with which of the words its body holds. One query."""
    parts = _body_parts(ways, weights)
    asked = Statement(kind)
    for number, (tokens, worth) in enumerate(parts):
        asked.add(
            BODIES if kind is None else BODIES_OF_KIND,
            *(number, worth, " & ".join(tokens), OF_BODIES),
        )
    statement = IN_BODIES.format(parts=" UNION ALL ".join(asked.parts), limit=MOST_CANDIDATES)
    return [_candidate_by_body(row, parts) for row in limits.rows(statement, asked.asks)]


def _body_parts(ways: Sequence[Phrasing], weights: Weights) -> list[tuple[tuple[str, ...], float]]:
    """What bodies are asked for: phrases, all words, the rarest pairs; and what each says."""
    parts: dict[tuple[str, ...], float] = {}
    for way in ways[:MOST_WAYS]:
        worth = sum(weights.of(token) for token in way.tokens)
        parts[way.tokens] = worth
        parts.setdefault(way.loose, worth / 2)
    pairs = {token for way in ways for token in way.pairs if weights.documents.get(token)}
    for token in sorted(pairs, key=lambda token: (-weights.of(token), token))[:MOST_BODY_PAIRS]:
        parts.setdefault((token, *token.split("_")), weights.of(token))
    return list(parts.items())


def _candidate_by_body(row: Sequence[Any], parts: list[tuple[tuple[str, ...], float]]) -> Candidate:
    *entry, numbers = row
    held = {token for number in numbers for token in parts[number][0]}
    return replace(_candidate(entry), in_body=frozenset(held))


def together(first: Iterable[Candidate], second: Iterable[Candidate]) -> list[Candidate]:
    """Both, each entry once, with what its body holds."""
    every = {candidate.entry: candidate for candidate in first}
    every |= {candidate.entry: candidate for candidate in second}
    return list(every.values())
