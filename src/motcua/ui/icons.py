"""Which shapes do we draw? Few, each beside a word: an icon never stands alone."""

from typing import NamedTuple


class Icon(NamedTuple):
    """A shape in its own square."""

    size: int
    paths: tuple[str, ...]
    cut: str = ""
    """Drawn over the shape in the color of the sheet."""


ICONS = {
    "ok": Icon(16, ("M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1",)),
    "soon": Icon(16, ("M8 1 15.6 14.6H.4z",)),
    "late": Icon(
        16,
        ("M4.8.5h6.4l4.3 4.3v6.4l-4.3 4.3H4.8L.5 11.2V4.8z",),
        "M7 3.4h2v6H7zM7 10.8h2v2H7z",
    ),
    "wait": Icon(16, ("M2.5 1.5h4v13h-4zM9.5 1.5h4v13h-4z",)),
    "find": Icon(
        20,
        (
            "M8.5 1a7.5 7.5 0 0 1 5.9 12.1l4.3 4.2-1.5 1.5-4.2-4.3A7.5 7.5 0 1 1 8.5 1m0 2.2"
            "a5.3 5.3 0 1 0 0 10.6 5.3 5.3 0 0 0 0-10.6",
        ),
    ),
    "go": Icon(20, ("m11 3 7 7-7 7-1.6-1.6 4.3-4.3H2V8.9h11.7L9.4 4.6z",)),
    "back": Icon(20, ("m9 3-7 7 7 7 1.6-1.6-4.3-4.3H18V8.9H6.3l4.3-4.3z",)),
    "file": Icon(20, ("M4 1h8l4 4v14H4zM6.2 3.2v13.6h7.6V7H10V3.2z",)),
    "print": Icon(20, ("M5 1h10v5h3v9h-3v4H5v-4H2V6h3zm2.2 2.2V6h5.6V3.2zm0 8.8v4.8h5.6V12z",)),
}

LIGHTS = ("ok", "soon", "late", "wait")
"""In time, due soon, overdue, waiting for someone else."""
