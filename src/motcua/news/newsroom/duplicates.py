"""Was this written already? Articles that share most of their groups of words, or their title."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from motcua.news.models import Article, Signature
from motcua.search.folding import WORD, fold

GROUP = 4
"""Words that are compared together."""
KEPT = 64
"""Smallest hashes that are kept: the share of common ones estimates how much two texts share."""
LIKE = 0.5
"""From this share on an editor is told; two pieces of news on one event usually share a tenth."""
LOOKED_AT, TOLD = 50, 5


@dataclass(frozen=True)
class Double:
    """An article that says much the same."""

    article: Article
    share: float


def note(article: Article) -> None:
    """Remember what the article looks like now."""
    Signature.objects.update_or_create(
        article=article,
        defaults={"hashes": hashes(article.text()), "title_key": title_key(article.title)},
    )


def of(article: Article) -> list[Double]:
    """The likest others in the same language, at most five; two statements."""
    own, title = hashes(article.text()), title_key(article.title)
    near = Signature.objects.filter(Q(hashes__overlap=own) | Q(title_key=title))
    near = near.filter(article__locale=article.locale_id).exclude(article=article.pk)
    shares = {
        each.article_id: 1.0 if each.title_key == title else share(own, each.hashes)
        for each in near[:LOOKED_AT]
    }
    found = Article.objects.in_bulk([pk for pk, shared in shares.items() if shared >= LIKE])
    doubles = [Double(each, shares[pk]) for pk, each in found.items()]
    return sorted(doubles, key=lambda double: -double.share)[:TOLD]


def title_key(title: str) -> str:
    return " ".join(WORD.findall(fold(title)))


def hashes(text: str) -> list[int]:
    """The smallest hashes of all groups of words; a short text has as many as it has groups."""
    words = WORD.findall(fold(text))
    groups = {" ".join(words[at : at + GROUP]) for at in range(max(1, len(words) - GROUP + 1))}
    return sorted(_hash(group) for group in groups if group)[:KEPT]


def share(one: list[int], other: list[int]) -> float:
    """How much two texts share, between 0 and 1 (bottom-k estimate of Jaccard's index)."""
    union: Any = sorted({*one, *other})[:KEPT]
    common = {*one} & {*other}
    return sum(each in common for each in union) / len(union) if union else 0.0


def _hash(group: str) -> int:
    digest = hashlib.blake2b(group.encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
