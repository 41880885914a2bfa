"""How are style sheets and scripts kept in the demo? As in production, but ready sooner."""

from collections.abc import Iterable, Iterator

from whitenoise.storage import CompressedManifestStaticFilesStorage

EDITORS = "wagtail"
"""The editors' room brings ten megabytes, which nobody on this machine waits for."""


class LightlyCompressed(CompressedManifestStaticFilesStorage):
    """Compresses what citizens and officers load and leaves the editors' files as they are."""

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        ours = {path for path in paths if not path.startswith(EDITORS)}
        yield from super().compress_files(ours)
