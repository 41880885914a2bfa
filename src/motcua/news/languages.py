"""Which page answers an address? One in the reader's language, else one in its own."""

from __future__ import annotations

from django.utils.translation import get_language

from .models import Article, Section
from .queries import ORIGINAL

Found = Article | Section
BY_DEPTH: dict[int, tuple[type[Found], tuple[str, ...]]] = {
    1: (Section, ("locale",)),
    2: (Article, ("locale", "category", "picture")),
}
"""A section stands right below the index, an article below its section; what each page shows."""


def find(path: str) -> Found | None:
    """The published page at ``path`` below ``/tin-tuc/``, in one query."""
    words = [word for word in path.split("/") if word]
    if len(words) not in BY_DEPTH:
        return None
    model, shown = BY_DEPTH[len(words)]
    same_word = model.objects.live().filter(slug=words[-1]).select_related(*shown)
    fitting = [page for page in same_word if page.path_below == f"{'/'.join(words)}/"]
    return min(fitting, key=_how_foreign, default=None)


def own(page: Found) -> Found | None:
    """Its translation in the reader's language, if the page is in another."""
    language = get_language()
    if page.locale.language_code == language:
        return None
    return page.get_translations().live().filter(locale__language_code=language).first()


def _how_foreign(page: Found) -> int:
    languages = [get_language(), ORIGINAL]
    code = page.locale.language_code
    return languages.index(code) if code in languages else len(languages)
