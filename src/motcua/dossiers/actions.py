"""What takes several nouns? Cleaning up after drafts that were given up."""

from __future__ import annotations

from django.db import transaction

from motcua.dossiers import files
from motcua.dossiers.models import StoredFile


def clean_orphans() -> int:
    """Forget every kept file to which nobody refers any more; how many there were."""
    found = list(StoredFile.objects.orphans().values_list("pk", flat=True))
    return sum(_forget(sha256) for sha256 in found)


@transaction.atomic
def _forget(sha256: str) -> bool:
    """Under the row's lock and asked again: somebody may just be handing the same bytes in."""
    locked = StoredFile.objects.select_for_update().filter(pk=sha256).first()
    if locked is None or not StoredFile.objects.orphans().filter(pk=sha256).exists():
        return False
    locked.delete()
    files.remove(sha256)
    return True
