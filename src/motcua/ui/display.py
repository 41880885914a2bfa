"""How does this reader want pages shown? Text size and contrast, kept in a cookie for a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

COOKIE = "display"
A_YEAR = 365 * 24 * 60 * 60
TEXTS = ("", "large")
CONTRASTS = ("", "more", "normal")
"""Nothing chosen: the system's own wish counts. ``normal`` overrules the system."""


@dataclass(frozen=True)
class Display:
    """One reader's choice, for example ``large.more``."""

    text: str = ""
    contrast: str = ""

    @classmethod
    def of(cls, cookies: Mapping[str, str]) -> Self:
        """What the cookie says; anything unknown says nothing."""
        text, _, contrast = cookies.get(COOKIE, "").partition(".")
        return cls(
            text if text in TEXTS else "",
            contrast if contrast in CONTRASTS else "",
        )

    @property
    def cookie(self) -> str:
        return f"{self.text}.{self.contrast}"
