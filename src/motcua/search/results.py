"""What does the page of a search show? Results of all kinds, how many of each, and advice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.core.paginator import Page, Paginator

from . import arranging, folding, kinds, queries, siblings, snippets, spelling
from .kinds import Kind, Remark
from .models import Body
from .ranking import Hit
from .siblings import Sibling
from .unanswered import Missed

ON_A_PAGE = 10
EXAMPLES = ("khai sinh", "so do", "giấy phép lái xe", "1.001193")
"""With and without accents, in everyday words, and by code: what the box takes."""
EXACTLY = "nguyen-van"
"""With it in the address nothing is mended: the words stand as they were typed."""
FAR = 0.35
"""The best one that fits less than this shares a word by chance."""
MANY = 90
"""From so many results on, the page advises to say more."""


@dataclass(frozen=True)
class Wish:
    """What the address asks for; what is unknown is no wish."""

    words: str = ""
    kind: str = ""
    is_exact: bool = False
    """Whether nothing is to be mended."""

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Wish:
        """From ``?q=…&loai=…&nguyen-van``."""
        kind = kinds.known(address.get("loai", ""))
        slug = kind.slug if kind else ""
        words = folding.nfc(address.get("q", "")).strip()
        return cls(words, slug, is_exact=EXACTLY in address)


@dataclass(frozen=True)
class Filter:
    """One kind to choose, and how many results are of it."""

    slug: str
    label: str
    count: int | None
    """Nothing where there are more than were looked at."""
    is_chosen: bool


@dataclass(frozen=True)
class Result:
    """One line of the list."""

    hit: Hit
    kind: Kind
    address: str
    snippet: str = ""
    """Safe HTML."""
    remark: Remark | None = None


@dataclass(frozen=True)
class Answer:
    """What was found for a wish."""

    wish: Wish
    hits: list[Hit] = field(default_factory=list)
    """Those that have an address; of all kinds."""
    mended: str = ""
    """What was looked for instead, where nothing at all answers what was typed."""
    nearest: list[Hit] = field(default_factory=list)
    """Of what people mostly come for, where only something else holds all words."""

    @cached_property
    def shown(self) -> list[Hit]:
        """Those of the chosen kind; of a misspelled question first what was probably meant."""
        chosen = self.wish.kind
        hits = [hit for hit in self.hits if not chosen or hit.kind == chosen]
        return _nearest_first(hits, self.suggestion) if self.suggestion else hits

    @property
    def is_loose(self) -> bool:
        """Whether the best one holds only some of the words."""
        return bool(self.shown) and self.shown[0].is_loose

    @property
    def is_far(self) -> bool:
        """Whether even the best one has little to do with what was asked."""
        return self.is_loose and self.shown[0].score < FAR

    @property
    def is_in_vain(self) -> bool:
        """Whether something was asked and nothing of any kind found."""
        return bool(self.wish.words) and (not self.hits or bool(self.mended))

    @property
    def lacks_what_is_sought(self) -> bool:
        """Whether only something else than people mostly come for holds all words."""
        return not self.wish.kind and arranging.lacks_what_is_sought(self.hits)

    @property
    def is_led(self) -> bool:
        """Whether what leads to the others stands first; then the nearest stand below."""
        return bool(self.shown) and arranging.goes_ahead(self.shown[0])

    @property
    def missed(self) -> Missed | None:
        """What editors hear of; nothing where what people come for was found."""
        if self.is_in_vain:
            return Missed.ALL
        if self.is_loose:
            return Missed.WHOLE
        return Missed.SOUGHT if self.lacks_what_is_sought else None

    @property
    def is_many(self) -> bool:
        """Whether there are more than were looked at."""
        return len(self.shown) >= MANY

    @property
    def counts_all(self) -> bool:
        """Whether every kind's results were looked at."""
        return len(self.hits) < MANY

    @property
    def found_elsewhere(self) -> int:
        """How many results of other kinds there are where the chosen kind has none."""
        return 0 if self.shown else len(self.hits)

    @cached_property
    def suggestion(self) -> str:
        """The question as it was probably meant, only where nothing good was found."""
        needs_help = self.wish.words and (not self.hits or self.hits[0].is_loose)
        return spelling.suggestion(self.wish.words) if needs_help else ""

    def siblings(self) -> list[Sibling]:
        """What tells the first ones apart where they are called nearly alike."""
        return [] if self.is_far else siblings.told_apart(self.shown)

    def filters(self) -> list[Filter]:
        """Every kind that has results, and the chosen one; all where there are too many."""
        counts = Counter(hit.kind for hit in self.hits)
        beside = {hit.kind for hit in self.nearest}
        return [
            Filter(
                kind.slug,
                str(kind.label),
                counts[kind.slug] if self.counts_all and kind.slug not in beside else None,
                kind.slug == self.wish.kind,
            )
            for kind in kinds.every()
            if counts[kind.slug] or kind.slug in beside | {self.wish.kind} or not self.counts_all
        ]

    def page(self, number: str | None) -> Page[Hit]:
        return Paginator(self.shown, ON_A_PAGE).get_page(number)


def answer(wish: Wish) -> Answer:
    """What there is for the wish; of a chosen kind more than among all kinds."""
    if not wish.words:
        return Answer(wish)
    hits, mended = queries.find_or_mend(wish.words, mend=not wish.is_exact)
    asked = mended or wish.words
    if wish.kind and (len(hits) >= MANY or all(hit.kind != wish.kind for hit in hits)):
        others = [hit for hit in hits if hit.kind != wish.kind]
        hits = [*queries.find(asked, wish.kind), *others]
    found = Answer(wish, arranging.arranged([hit for hit in hits if _address(hit)]), mended)
    return _with_nearest(found, asked) if found.lacks_what_is_sought else found


def _with_nearest(found: Answer, asked: str) -> Answer:
    """The nearest beside the list, not once more in it."""
    nearest = [hit for hit in arranging.nearest(asked) if _address(hit)]
    beside = {hit.entry for hit in nearest}
    return replace(
        found, hits=[hit for hit in found.hits if hit.entry not in beside], nearest=nearest
    )


def _nearest_first(hits: list[Hit], meant: str) -> list[Hit]:
    """Those that answer ``meant`` as they answer it, then the others as they stood."""
    places = {(hit.kind, hit.key): at for at, hit in enumerate(queries.find(meant))}
    return sorted(hits, key=lambda hit: places.get((hit.kind, hit.key), len(places)))


def listed(page: Iterable[Hit]) -> list[Result]:
    """The lines of a page, with snippets and what must be known first. A query, and one a kind."""
    hits = list(page)
    said = dict(
        Body.objects.filter(entry__in=[hit.entry for hit in hits]).values_list("entry", "text")
    )
    remarks = _remarks(hits)
    return [
        replace(
            line(hit),
            snippet=snippets.snippet(said.get(hit.entry, ""), hit.words),
            remark=remarks.get((hit.kind, hit.key)),
        )
        for hit in hits
    ]


def line(hit: Hit) -> Result:
    """A result by its name alone."""
    kind = kinds.known(hit.kind)
    assert kind is not None  # noqa: S101  only hits with an address are listed
    return Result(hit, kind, kind.address_of(hit.key))


def _remarks(hits: Iterable[Hit]) -> dict[tuple[str, str], Remark]:
    keys: dict[str, list[str]] = {}
    for hit in hits:
        keys.setdefault(hit.kind, []).append(hit.key)
    told = {slug: kinds.known(slug) for slug in keys}
    return {
        (slug, key): remark
        for slug, kind in told.items()
        if kind
        for key, remark in kind.remarks_on(keys[slug]).items()
    }


def _address(hit: Hit) -> str:
    kind = kinds.known(hit.kind)
    return kind.address_of(hit.key) if kind else ""
