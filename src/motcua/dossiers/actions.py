"""What takes several nouns? Cleaning up after drafts that were given up and writes cut short;
keeping who wanted to open what is hidden from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from motcua.accounts.fields import seal_again
from motcua.dossiers import desks, files, hands
from motcua.dossiers.models import Clash, Dossier, Draft, StoredFile
from motcua.dossiers.queries import ORPHAN_AFTER

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting


def clean_orphans() -> int:
    """Forget every kept file to which nobody refers any more; how many there were."""
    orphans = list(StoredFile.objects.orphans().values_list("pk", flat=True))
    strays = list(files.strays(timezone.now() - ORPHAN_AFTER))
    return sum(map(_forget, orphans)) + sum(map(_sweep, strays))


@transaction.atomic
def _forget(sha256: str) -> bool:
    """Under the row's lock and asked again: somebody may just be handing the same bytes in."""
    locked = StoredFile.objects.select_for_update().filter(pk=sha256).first()
    if locked is None or not StoredFile.objects.orphans().filter(pk=sha256).exists():
        return False
    locked.delete()
    files.remove(files.path_of(sha256))
    return True


@transaction.atomic
def _sweep(path: str) -> bool:
    """Remove bytes that no row knows: what a killed write left behind.

    The row is made and unmade here, so that whoever hands the same bytes in meanwhile waits.
    """
    name = path.rpartition("/")[2]
    if not files.is_hash(name):
        files.remove(path)
        return True
    row, is_unknown = StoredFile.objects.get_or_create(pk=name, defaults={"size": 1})
    if is_unknown:
        files.remove(path)
        row.delete()
    return is_unknown


def note_hidden(code: str, *, by: Acting) -> None:
    """Somebody asked for a dossier that lies on their desk and is their own or a relative's."""
    hidden = Dossier.objects.filter(desks.at(by), code=code).select_related("version").first()
    if hidden and (near := hands.nearness(hidden, by)):
        Clash.note(near.kind, hidden, by)


def seal_answers_again() -> int:
    """Answers to forms that a retired key sealed (``manage.py seal_again``)."""
    return seal_again(Draft.objects.all(), "data") + seal_again(Dossier.objects.all(), "data")
