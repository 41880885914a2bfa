"""Which entries answer a question, best first? One statement, whatever was typed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from .words import asked

MOST_HITS = 500

FIND = """
WITH said AS (
    SELECT %(strict)s::text AS strict, %(loose)s::text AS loose
), variants AS (
    -- The question as typed, and once for each synonym in it; without marks any marks are meant.
    SELECT loose AS words, 0 AS distance FROM said
    UNION
    SELECT btrim(replace(' ' || loose || ' ', ' ' || said_folded || ' ',
                         ' ' || meant_folded || ' ')), 1
    FROM search_synonym, said
    WHERE ' ' || strict || ' ' LIKE '%% ' || said_accented || ' %%'
       OR (strict = loose AND ' ' || loose || ' ' LIKE '%% ' || said_folded || ' %%')
), strict_hits AS (
    SELECT e.id,
        CASE
            WHEN replace(e.key, '.', '') = replace(v.words, ' ', '') THEN 0
            WHEN e.accented = s.strict THEN 1
            WHEN e.folded = v.words THEN 2
            WHEN s.strict <> s.loose
                 AND ' ' || e.accented || ' ' LIKE '%% ' || s.strict || ' %%' THEN 3
            WHEN s.strict <> s.loose AND NOT EXISTS (
                SELECT FROM regexp_split_to_table(s.strict, ' ') AS word
                WHERE ' ' || e.accented || ' ' NOT LIKE '%% ' || word || ' %%') THEN 4
            WHEN ' ' || e.folded || ' ' LIKE '%% ' || v.words || ' %%' THEN 5
            WHEN ' ' || e.text || ' ' LIKE '%% ' || v.words || ' %%' THEN 6
            ELSE 7
        END * 2 + v.distance AS place,
        ts_rank_cd(e.vector, plainto_tsquery('simple', v.words)) AS rank
    FROM search_entry e, variants v, said s
    WHERE (%(kind)s::text IS NULL OR e.kind = %(kind)s)
      AND (e.vector @@ plainto_tsquery('simple', v.words)
           OR replace(e.key, '.', '') = replace(v.words, ' ', ''))
), loose_hits AS (
    -- Only where nothing holds all words: what holds two thirds of them.
    SELECT e.id, 100 - held AS place, held::real AS rank
    FROM search_entry e, LATERAL (
        SELECT count(*) AS held
        FROM said, regexp_split_to_table(said.loose, ' ') AS word
        WHERE e.vector @@ plainto_tsquery('simple', word)
    ) AS words
    WHERE NOT EXISTS (SELECT FROM strict_hits)
      AND (%(kind)s::text IS NULL OR e.kind = %(kind)s)
      AND held >= 2 AND held * 3 >= %(count)s * 2
), hits AS (
    SELECT id, min(place) AS place, max(rank) AS rank
    FROM (SELECT * FROM strict_hits UNION ALL SELECT * FROM loose_hits) AS both_kinds
    GROUP BY id
)
SELECT e.kind, e.key, e.title, hits.place, (SELECT string_agg(words, ' ') FROM variants)
FROM hits JOIN search_entry e USING (id)
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
    strict, loose = asked(q)
    if not loose:
        return []
    said = {"strict": strict, "loose": loose, "kind": kind, "limit": limit}
    with connection.cursor() as cursor:
        cursor.execute(FIND, {**said, "count": len(loose.split())})
        return [
            Hit(kind, key, title, place, frozenset(words.split()))
            for kind, key, title, place, words in cursor.fetchall()
        ]
