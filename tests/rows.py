"""What does a row of the table of permissions say, and what stands in its address?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.dossiers.tests.factories import PDF

from .answers import Rule
from .town import Things


@dataclass(frozen=True)
class Row:
    """One address in one situation, and what everybody may expect there."""

    name: str
    get: Rule
    post: Rule | None = None
    """Without it pressing is as reading, where it is possible at all, and changes nothing."""
    at: Callable[[Things], tuple[Any, ...]] = lambda _: ()
    typed: Callable[[Things], dict[str, Any]] = lambda _: {}
    when: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.when}".strip().replace(" ", "-")

    def address(self, things: Things) -> str:
        return reverse(self.name, args=self.at(things))


# --- What stands in the addresses, and what is typed ------------------------------------------


def procedure(things: Things) -> tuple[Any, ...]:
    return (things.draft.version.procedure.code,)


def draft(*more: Any, of: str = "draft") -> Callable[[Things], tuple[Any, ...]]:
    """The draft itself, or the one that became a dossier: ``of="registered"``."""

    def at(things: Things) -> tuple[Any, ...]:
        found = things.draft if of == "draft" else getattr(things, of).draft
        return (*procedure(things), found.key, *more)

    return at


def dossier(state: str) -> Callable[[Things], tuple[Any, ...]]:
    return lambda things: (getattr(things, state).code,)


def paper_of(state: str) -> Callable[[Things], tuple[Any, ...]]:
    def at(things: Things) -> tuple[Any, ...]:
        found = getattr(things, state)
        return found.code, found.papers().first().pk

    return at


def look_of(state: str, kind: str = "small") -> Callable[[Things], tuple[Any, ...]]:
    return lambda things: (*paper_of(state)(things), kind)


def result_of(state: str) -> Callable[[Things], tuple[Any, ...]]:
    def at(things: Things) -> tuple[Any, ...]:
        found = getattr(things, state)
        return found.code, found.results.get().pk

    return at


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("giay-to.pdf", PDF, content_type="application/pdf")


def office_and_contact(things: Things) -> dict[str, Any]:
    return {
        "organization": things.office.pk,
        "contact_name": "Trần Thị Mẫu",
        "contact_phone": "0912345678",
    }


def seen(state: str, **typed: Any) -> Callable[[Things], dict[str, Any]]:
    """What an officer types whose page showed the dossier as it is."""

    def form(things: Things) -> dict[str, Any]:
        return {"revision": getattr(things, state).revision, "reason": "Thiếu giấy tờ.", **typed}

    return form
