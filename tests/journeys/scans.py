"""What lies on the citizen's scanner: real files, each unlike every other."""

import io
from pathlib import Path

from PIL import Image, ImageDraw

A5_AT_100_DPI = (583, 827)


def pdf(folder: Path, name: str) -> Path:
    """One page that says its own name."""
    return _save(folder / f"{name}.pdf", "PDF", name)


def jpeg(folder: Path, name: str) -> Path:
    """A photograph of a page."""
    return _save(folder / f"{name}.jpg", "JPEG", name)


def _save(path: Path, kind: str, words: str) -> Path:
    page = Image.new("RGB", A5_AT_100_DPI, "white")
    ImageDraw.Draw(page).text((40, 60), words, fill="black")
    written = io.BytesIO()
    page.save(written, kind)
    path.write_bytes(written.getvalue())
    return path
