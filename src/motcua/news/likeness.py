"""Which articles tell more about the same? By tags, topics, and rare words of title and lead."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from motcua.search import folding

if TYPE_CHECKING:
    from .models import Article

COMPARED = 1500
"""The latest articles in the same language: older ones are what archives are for."""
KEPT = 5
ENOUGH = 1.2
"""Less in common is chance."""
TAG, TOPIC = 2.0, 3.0
"""How much one tag or topic in common counts beside words."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def like(article: Article) -> list[tuple[int, float]]:
    """Number and closeness of the few that are closest, best first."""
    others = _others(article)
    texts = {pk: words(text) for pk, text in others.items()}
    rarity = _rarity(texts)
    own = words(f"{article.title} {article.lead}")
    shared = _shared(article)
    close = {
        pk: _in_common(own, theirs, rarity) + shared.get(pk, 0.0) for pk, theirs in texts.items()
    }
    best = sorted(close.items(), key=lambda each: (-each[1], -each[0]))[:KEPT]
    return [(pk, round(value, 3)) for pk, value in best if value >= ENOUGH]


def words(text: str) -> frozenset[str]:
    """Pairs of neighboring syllables, since a Vietnamese word is mostly two of them."""
    syllables = _WORD.findall(folding.accented(text))
    return frozenset(f"{one} {two}" for one, two in pairwise(syllables))


def _others(article: Article) -> dict[int, str]:
    same = type(article).objects.shown().filter(locale=article.locale_id).exclude(pk=article.pk)
    latest = same.newest_first().values_list("pk", "title", "lead")[:COMPARED]
    return {pk: f"{title} {lead}" for pk, title, lead in latest}


def _rarity(texts: dict[int, frozenset[str]]) -> dict[str, float]:
    """How much a pair says: what stands in every article says nothing."""
    held = Counter(pair for pairs in texts.values() for pair in pairs)
    count = len(texts) + 1
    return {pair: math.log(count / (1 + number)) for pair, number in held.items()}


def _in_common(own: frozenset[str], theirs: frozenset[str], rarity: dict[str, float]) -> float:
    """What both say, the shorter of two equally close texts first."""
    weight = sum(max(0.0, rarity[pair]) for pair in own & theirs)
    return weight / math.sqrt(max(1, min(len(own), len(theirs))))


def _shared(article: Article) -> dict[int, float]:
    """Tags and topics in common, in two statements."""
    model = type(article)
    tags = model.tags.through.objects.filter(tag__in=article.tags.all())
    topics = model.topics.through.objects.filter(topic__in=article.topics.all())
    points: Counter[int] = Counter()
    for pk in tags.values_list("content_object_id", flat=True):
        points[pk] += TAG  # type: ignore[assignment]
    for pk in topics.values_list("article_id", flat=True):
        points[pk] += TOPIC  # type: ignore[assignment]
    return dict(points)
