"""How much, and what kind of files, may one hand in? Said on the page beforehand."""

from __future__ import annotations

from django.conf import settings

from motcua.filekeeping import media_types

MEGABYTE = 1024 * 1024
ENDINGS = ".pdf,.jpg,.jpeg,.png,.heic,.heif"
ACCEPTED = ",".join([*ENDINGS.split(","), *sorted(media_types.SCANS)])
"""What the browser offers to choose; the server looks at the bytes."""


def limits() -> dict[str, object]:
    """What may be handed in, for the page to say beforehand."""
    return {
        "max_bytes": settings.UPLOAD_MAX_BYTES,
        "size": f"{settings.UPLOAD_MAX_BYTES // MEGABYTE} MB",
        "max_files": settings.UPLOAD_MAX_FILES,
        "accepted": ACCEPTED,
    }
