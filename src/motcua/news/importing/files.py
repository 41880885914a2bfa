"""Where is the file that a page names? In the folder that was handed over, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

SMALLER = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+$)")
"""How WordPress marks a smaller copy: ``ben-tau-300x200.jpg``."""


class Folder:
    """The files that came along, below one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def find(self, address: str, page: str = "") -> Path | None:
        """The file for ``address`` as named on ``page``; the original before a smaller copy.

        A path is read relative to its page; a foreign address by the end of its path, so that
        ``https://old.example/wp-content/uploads/2024/05/a.jpg`` is found as ``2024/05/a.jpg``.
        """
        parts = urlsplit(address)
        path = unquote(parts.path).replace("\\", "/")
        if not path or "\x00" in path or parts.scheme not in {"", "http", "https"}:
            return None
        for named in dict.fromkeys([SMALLER.sub("", path), path]):
            for candidate in self._candidates(named, page):
                if found := self._within(candidate):
                    return found
        return None

    def _candidates(self, path: str, page: str) -> Iterator[Path]:
        if not path.startswith("/"):
            yield self.root / PurePosixPath(page).parent / path
        words = [word for word in path.split("/") if word not in {"", ".", ".."}]
        for first in range(len(words)):
            yield self.root.joinpath(*words[first:])

    def _within(self, candidate: Path) -> Path | None:
        """Neither ``..`` nor a link leads out of the folder."""
        try:
            real = candidate.resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            return None
        return real if real.is_relative_to(self.root) and real.is_file() else None
