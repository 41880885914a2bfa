"""How is the index written anew? Every room says what it has; what nobody has leaves."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from . import actions, counting, kinds
from .kinds import Kind
from .models import Entry


def rebuild() -> Iterator[tuple[str, int, int]]:
    """Kind by kind: its name, how many were put and how many removed.

    Batches keep memory flat however many there are. What is put meanwhile by others stays.
    """
    known = list(kinds.every())
    for kind in known:
        if kind.all_entries is not None:
            yield (kind.slug, *again(kind))
    strangers = Entry.objects.exclude(kind__in=[kind.slug for kind in known])
    yield "", 0, strangers.delete()[1].get("search.Entry", 0)


def finish() -> int:
    """Count the words of the new index."""
    return counting.count_words()


def again(kind: Kind) -> tuple[int, int]:
    """Put what there is of one kind, and remove what is no longer; how many of each."""
    assert kind.all_entries is not None  # noqa: S101  asked just before
    began = timezone.now()
    put = actions.put_all(kind.slug, kind.all_entries())
    orphans = Entry.objects.filter(kind=kind.slug, put_at__lt=began)
    return put, orphans.delete()[1].get("search.Entry", 0)
