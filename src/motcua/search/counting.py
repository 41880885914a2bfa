"""Which words does the index hold, how often, and how are they mostly spelled?

The counts say which words are rare (``candidates``) and which words there are (``spelling``). They
may lag behind the entries: what is not counted yet is looked for as a rare word.
"""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone

from .models import Entry, Word, WordCount

COUNT = """
WITH runs AS (
    SELECT string_to_array(folded, ' ') AS bare, string_to_array(accented, ' ') AS marked
    FROM search_entry
    UNION ALL
    SELECT string_to_array(text, ' '), string_to_array(text_accented, ' ') FROM search_entry
), neighbors AS (
    SELECT word.* FROM runs, unnest(bare, marked, bare[2:], marked[2:])
        AS word (bare, marked, next_bare, next_marked)
    WHERE word.bare <> '' AND length(word.bare) <= 40
), spelled AS (
    SELECT bare AS token, marked AS spelling, FALSE AS is_pair, count(*) AS times
    FROM neighbors GROUP BY 1, 2
    UNION ALL
    SELECT bare || '_' || next_bare, marked || ' ' || next_marked, TRUE, count(*)
    FROM neighbors WHERE next_bare <> '' AND length(next_bare) <= 40 GROUP BY 1, 2
)
INSERT INTO search_word (folded, spelling, documents, is_pair, spellings)
SELECT token, left((array_agg(spelling ORDER BY times DESC, spelling))[1], 100), sum(times),
    bool_and(is_pair),
    CASE WHEN bool_and(is_pair) THEN ARRAY[]::text[] ELSE array_agg(left(spelling, 100)) END
FROM spelled GROUP BY token
"""
FRESH = "ANALYZE search_entry, search_body, search_word"
"""The planner chooses the way to a word by how common it is."""


@transaction.atomic
def count_words() -> int:
    """Count the words anew; how many there are. Who searches meanwhile sees the old count."""
    counted_at = timezone.now()
    WordCount.objects.all().delete()
    Word.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
        found: int = cursor.rowcount
        cursor.execute(FRESH)
    WordCount.objects.create(counted_at=counted_at, entries=Entry.objects.count())
    return found


def is_due() -> bool:
    """Whether entries came after the last count."""
    last = WordCount.objects.order_by("counted_at").last()
    if last is None:
        return Entry.objects.exists()
    return Entry.objects.filter(put_at__gt=last.counted_at).exists()
