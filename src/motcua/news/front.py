"""What do other rooms' pages show of the news? The latest in front, and a procedure's own."""

from collections.abc import Mapping
from typing import Any

from django.template import Context
from django.utils.translation import get_language

SHOWN = 4
OF_PROCEDURE = 3


def latest(_page: Context) -> tuple[str, Mapping[str, Any]] | None:
    """The panel: what editors put there, then the latest; nothing where nothing was published."""
    from .newsroom import slots

    articles = slots.on_front(SHOWN, language=get_language() or "vi")
    if not articles:
        return None
    return "news/parts/front.html", {"first": articles[0], "others": articles[1:]}


def about_conclusion(page: Context) -> tuple[str, Mapping[str, Any]] | None:
    """The latest articles that name the conclusion whose page this is. One query."""
    from .models import Article

    conclusion = page.get("conclusion")
    if conclusion is None:
        return None
    readers = Article.objects.shown().in_language(get_language() or "vi")
    theirs = readers.about(conclusion.code).select_related("locale").newest_first()
    articles = list(theirs[:OF_PROCEDURE])
    return ("news/parts/about_conclusion.html", {"articles": articles}) if articles else None


def about_procedure(page: Context) -> tuple[str, Mapping[str, Any]] | None:
    """The latest articles that name the procedure whose page this is. One query."""
    from .models import Article

    version = page.get("version")
    if version is None:
        return None
    readers = Article.objects.shown().in_language(get_language() or "vi")
    theirs = readers.about(version.procedure.code).select_related("locale").newest_first()
    articles = list(theirs[:OF_PROCEDURE])
    return ("news/parts/about_procedure.html", {"articles": articles}) if articles else None


def about_organization(page: Context) -> tuple[str, Mapping[str, Any]] | None:
    """The latest articles that name the organization whose page this is. One query."""
    from .models import Article

    organization = page.get("organization")
    if organization is None:
        return None
    readers = Article.objects.shown().in_language(get_language() or "vi")
    theirs = readers.about(organization.identifier).select_related("locale").newest_first()
    articles = list(theirs[:OF_PROCEDURE])
    return ("news/parts/about_organization.html", {"articles": articles}) if articles else None
