"""What is done at night and in between? Scanning, drawing, finishing, and throwing away."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.filekeeping import exceptions, files, parts
from motcua.filekeeping.models import Rendition, StoredFile, Upload
from motcua.filekeeping.queries import ORPHAN_AFTER

logger = logging.getLogger("motcua.filekeeping")

AT_ONCE = 50
"""So many files one run of a job looks at; the next run takes the next."""
SILENCES = 5
"""So often one run asks a scanner that gives no answer."""


# --- What waits -----------------------------------------------------------------------------


def scan_quarantined() -> int:
    """Ask the scanner about what waits for it; how many were decided.

    In any order: files that it never decides, being too large or too odd for it, keep no others
    waiting. One that answers several times nothing is left alone until the next run.
    """
    decided = silent = 0
    for kept in StoredFile.objects.quarantined().order_by("?")[:AT_ONCE]:
        decided, silent = (decided + 1, 0) if _scan(kept) else (decided, silent + 1)
        if silent >= SILENCES:
            break
    return decided


def _scan(kept: StoredFile) -> bool:
    try:
        kept.scan()
    except exceptions.NotGivenOut as lost:
        logger.error("a file in quarantine cannot be read", extra={"reason": str(lost)})
    if kept.is_open:
        draw(kept.sha256)
    return not kept.is_quarantined


def scan_again() -> int:
    """Put every kept file before the scanner: it was just installed, or learnt something new."""
    everything = StoredFile.objects.filter(threat="").order_by("kept_at")
    looked_at = 0
    for looked_at, kept in enumerate(everything.iterator(), 1):  # noqa: B007 - counts
        _scan(kept)
    return looked_at


def draw(sha256: str) -> None:
    """Draw the first page of a kept file, if it may be opened and was not drawn yet."""
    kept = StoredFile.objects.filter(pk=sha256, drawn_at=None).first()
    if kept is None or not kept.is_open:
        return
    try:
        Rendition.draw(kept)
    except exceptions.FileLost as lost:
        logger.error("a kept file cannot be read", extra={"reason": str(lost)})


def finish(key: str) -> None:
    """Hand over an upload that is whole and whose request ended before that."""
    upload = Upload.objects.filter(key=key).first()
    if upload is not None:
        upload.finish()


def finish_arrived() -> int:
    """Hand over what arrived while the store was away for longer than jobs come again."""
    waiting = list(Upload.objects.arrived().order_by("begun_at")[:AT_ONCE])
    return sum(map(_finish, waiting))


def _finish(upload: Upload) -> bool:
    try:
        upload.finish()
    except exceptions.NotNow as away:
        logger.warning("a whole upload waits for the store", extra={"reason": str(away)})
    return upload.is_finished


# --- What nobody wants any more --------------------------------------------------------------


def forget_expired() -> int:
    """Delete half uploads after their time, refused ones too, and pieces that no row knows.

    What arrived whole is never among them, however long the store was away.
    """
    expired = Upload.objects.filter(expires_at__lte=timezone.now()).not_arrived()
    for upload in expired:
        upload.give_up()
    return len(expired) + sum(map(_forget_pieces, list(parts.keys(_long_ago()))))


def _forget_pieces(key: str) -> bool:
    if Upload.objects.unfinished().filter(key=key).exists():
        return False
    parts.forget_all(key)
    return True


def clean_orphans() -> int:
    """Forget every kept file to which nobody refers any more; how many there were."""
    orphans = list(StoredFile.objects.orphans().values_list("pk", flat=True))
    forgotten = sum(map(_forget, orphans))
    return forgotten + sum(map(_sweep, list(files.strays(_long_ago()))))


def _long_ago() -> datetime:
    return timezone.now() - ORPHAN_AFTER


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
