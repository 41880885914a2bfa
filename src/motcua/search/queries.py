"""Which entries answer a question, best first? One statement, whatever was typed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from .words import WORD, asked

MOST_HITS = 500
LONGEST_KEY = 100

FIND = """
WITH said AS (
    SELECT * FROM unnest(%(strict)s::text[], %(loose)s::text[]) AS said (strict, loose)
), phrasings AS (
    -- The question as typed, and once for each synonym in it; without marks any marks are meant.
    SELECT strict, loose, loose AS words, 0 AS distance FROM said
    UNION
    SELECT strict, loose, btrim(replace(' ' || loose || ' ', ' ' || said_folded || ' ',
                                        ' ' || meant_folded || ' ')), 1
    FROM search_synonym, said
    WHERE ' ' || strict || ' ' LIKE '%% ' || said_accented || ' %%'
       OR (strict = loose AND ' ' || loose || ' ' LIKE '%% ' || said_folded || ' %%')
), variants AS MATERIALIZED (
    SELECT strict, words, distance, strict <> loose AS is_marked, every.word AS every_word,
           replace(every.word::text, '&', '|')::tsquery AS any_word
    FROM phrasings, LATERAL (SELECT plainto_tsquery('simple', words) AS word) AS every
), strict_hits AS (
    SELECT e.id,
        CASE
            WHEN e.accented = v.strict THEN 1
            WHEN e.folded = v.words THEN 2
            WHEN v.is_marked
                 AND ' ' || e.accented || ' ' LIKE '%% ' || v.strict || ' %%' THEN 3
            WHEN v.is_marked AND NOT EXISTS (
                SELECT FROM unnest(string_to_array(v.strict, ' ')) AS word
                WHERE ' ' || e.accented || ' ' NOT LIKE '%% ' || word || ' %%') THEN 4
            WHEN ' ' || e.folded || ' ' LIKE '%% ' || v.words || ' %%' THEN 5
            WHEN ' ' || e.text || ' ' LIKE '%% ' || v.words || ' %%' THEN 6
            WHEN v.is_marked AND v.distance = 0 AND EXISTS (
                SELECT FROM unnest(string_to_array(v.strict, ' ')) AS word
                WHERE ' ' || e.accented || ' ' || e.text_accented || ' '
                      NOT LIKE '%% ' || word || ' %%') THEN 20
            ELSE 7
        END * 2 + v.distance AS place,
        ts_rank_cd(e.vector, v.every_word) AS rank
    FROM variants v JOIN search_entry e ON e.vector @@ v.every_word
    UNION ALL
    SELECT id, 0, 1 FROM search_entry WHERE key = ANY(%(keys)s)
), loose_hits AS (
    -- Only where nothing holds all words: what holds at least half of them, and two.
    SELECT e.id, 100 - max(words.held) AS place, max(words.held)::real AS rank
    FROM variants v JOIN search_entry e ON e.vector @@ v.any_word, LATERAL (
        SELECT count(*) FILTER (WHERE e.vector @@ plainto_tsquery('simple', word)) AS held,
               count(*) AS asked
        FROM unnest(string_to_array(v.words, ' ')) AS word
    ) AS words
    WHERE NOT EXISTS (SELECT FROM strict_hits)
      AND words.held >= 2 AND words.held * 2 >= words.asked
    GROUP BY e.id
), hits AS (
    SELECT id, min(place) AS place, max(rank) AS rank
    FROM (SELECT * FROM strict_hits UNION ALL SELECT * FROM loose_hits) AS both_kinds
    GROUP BY id
)
SELECT e.kind, e.key, e.title, hits.place, (SELECT string_agg(words, ' ') FROM variants)
FROM hits JOIN search_entry e USING (id)
-- With marks typed, words scattered about with other marks count only where nothing is better.
WHERE (%(kind)s::text IS NULL OR e.kind = %(kind)s)
  AND (hits.place < 40 OR hits.place >= 50
       OR NOT EXISTS (SELECT FROM hits better WHERE better.place < 40))
ORDER BY hits.place, hits.rank DESC, length(e.folded), e.folded, e.kind, e.key
LIMIT %(limit)s
"""

LOOSE = 50
"""Places from here on hold only some of the words."""


@dataclass(frozen=True)
class Hit:
    """Something found; ``place`` says how well it fits, small is good."""

    kind: str
    key: str
    title: str
    place: int
    words: frozenset[str]
    """The folded words that were looked for, synonyms included; to highlight them."""

    @property
    def is_loose(self) -> bool:
        """Whether it holds only some of the words."""
        return self.place >= LOOSE


def find(q: str, kind: str | None = None, *, limit: int = MOST_HITS) -> list[Hit]:
    """What answers ``q``, best first: code, then words with their marks, then without.

    Takes any text; what is not a word (operators, emoji, NUL) is not looked for. Always the same
    order for the same index.
    """
    said = asked(q)
    if not said:
        return []
    strict, loose = map(list, zip(*said, strict=True))
    asks = {"strict": strict, "loose": loose, "keys": _keys(q), "kind": kind, "limit": limit}
    with connection.cursor() as cursor:
        cursor.execute(FIND, asks)
        return [
            Hit(kind, key, title, place, frozenset(words.split()))
            for kind, key, title, place, words in cursor.fetchall()
        ]


def _keys(q: str) -> list[str]:
    """Which keys the question may be: a code, also with a space or without its dot."""
    typed = ".".join(WORD.findall(q[:LONGEST_KEY])).upper()
    digits = typed.replace(".", "")
    return [typed, f"{digits[:1]}.{digits[1:]}"] if typed else []
