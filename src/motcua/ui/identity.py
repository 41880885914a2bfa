"""Whose portal is this today? Asked of the database; remembered for the pages that have none."""

from dataclasses import dataclass, fields
from typing import Self

from django.utils.translation import get_language

from motcua.periods import clock
from motcua.ui.models import SiteIdentity


@dataclass(frozen=True)
class Identity:
    """What header and foot say, in one language; a missing translation speaks Vietnamese."""

    name: str = "Motcua"
    tagline: str = ""
    managing_body: str = ""
    address: str = ""
    hours: str = ""
    hotline: str = ""
    email: str = ""

    @classmethod
    def of(cls, row: SiteIdentity | None) -> Self:
        """The words of ``row`` in the language of the page."""
        if row is None:
            return cls()
        return cls(**{field.name: _said(row, field.name) for field in fields(cls)})

    @property
    def hotline_digits(self) -> str:
        """For ``tel:``, which takes no spaces."""
        return "".join(letter for letter in self.hotline if letter.isdigit() or letter == "+")


def _said(row: SiteIdentity, name: str) -> str:
    translated = getattr(row, f"{name}_{get_language()}", "")
    return translated or getattr(row, name)


_last_seen: SiteIdentity | None = None


def today() -> Identity:
    """The identity that holds today; a nameless one where none was entered."""
    global _last_seen
    _last_seen = SiteIdentity.objects.on(clock.today()).first()
    return Identity.of(_last_seen)


def last_seen() -> Identity:
    """What this process saw last: for error pages, which must not ask the database."""
    return Identity.of(_last_seen)
