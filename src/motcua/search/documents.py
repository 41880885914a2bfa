"""Which files of editors can be found? Those of public collections, by their title.

A private collection's files leave with the next job (ten minutes at most) after it became private;
whoever may not read a file is refused it in any case.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction

from . import actions, kinds
from .kinds import Findable, Kind

KIND = "document"
AT_ONCE = 200


def register() -> Kind:
    """Let documents be a kind of what is found."""
    return kinds.register(Kind(KIND, _("Văn bản, tài liệu"), address, everything, place=60))


def address(key: str) -> str:
    """Where the file is served."""
    number, _slash, name = key.partition("/")
    return reverse("wagtaildocs_serve", args=[int(number), name])


def everything() -> Iterator[Findable]:
    """Every document that everybody may read."""
    yield from map(_findable, _public().iterator(chunk_size=AT_ONCE))


def put(document: Any) -> None:
    """Let one document be found, or no longer where it is not for everybody."""
    forget(document)
    if _public().filter(pk=document.pk).exists():
        actions.put_all(KIND, [_findable(document)])


def forget(document: Any) -> None:
    """Let it no longer be found, whatever it was called before."""
    actions.remove_all(KIND, f"{document.pk}/")


def _findable(document: Any) -> Findable:
    words = " ".join(document.filename.rpartition(".")[0].replace("_", "-").split("-"))
    return Findable(f"{document.pk}/{document.filename}", document.title, words)


def _public() -> QuerySet[Any]:
    documents: QuerySet[Any] = get_document_model().objects.order_by("pk")
    restricted = CollectionViewRestriction.objects.select_related("collection")
    closed = [Q(collection__path__startswith=each.collection.path) for each in restricted]
    for folder in closed:
        documents = documents.exclude(folder)
    return documents
