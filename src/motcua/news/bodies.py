"""What does the body of an article hold? Its pictures, and what it names by code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from motcua.catalog.models import ProcedureVersion
from motcua.directives import reading as directives
from motcua.directives.models import Conclusion
from motcua.organizations import successors
from motcua.organizations.models import Organization
from motcua.periods import clock

if TYPE_CHECKING:
    from motcua.directives.reading import Told

    from .models import Picture


def pictures(body: Any) -> list[Picture]:
    """Those of picture blocks, galleries and videos, in their order; lost ones left out."""
    return [picture for picture in _pictures(body) if picture is not None]


def _pictures(body: Any) -> Iterator[Picture | None]:
    for block in body:
        if block.block_type == "picture":
            yield block.value["picture"]
        elif block.block_type == "gallery":
            yield from (each["picture"] for each in block.value["pictures"])
        elif block.block_type == "media" and block.value:
            yield block.value.poster


def codes(body: Any, kind: str) -> list[str]:
    """The codes of procedures, or the identifiers of organizations."""
    return [block.value for block in body if block.block_type == kind]


def named(body: Any) -> list[str]:
    """Everything of ours that it names by code, each once."""
    kinds = ("procedure", "organization", "conclusion")
    return list(dict.fromkeys(code for kind in kinds for code in codes(body, kind)))


def procedures(body: Any) -> dict[str, str]:
    """What the named procedures are called today, by code."""
    named = codes(body, "procedure")
    if not named:
        return {}
    today = ProcedureVersion.objects.published().on(clock.today())
    found = today.filter(procedure__code__in=named).values_list("procedure__code", "name")
    return dict(found)


def organizations(body: Any) -> dict[str, str]:
    """What the named organizations are called today, and who an ended one is now."""
    named = codes(body, "organization")
    if not named:
        return {}
    found = Organization.objects.filter(identifier__in=named).with_names_now(clock.today())
    return {each.identifier: successors.name_now(each) for each in found}


def conclusions(body: Any) -> dict[str, Told]:
    """The named public conclusions with their public tasks as they stand today, by code.

    What became internal since is not there, so that the page shows nothing of it.
    """
    named = codes(body, "conclusion")
    if not named:
        return {}
    public = Conclusion.objects.public().filter(code__in=named).for_pages()
    return {told.conclusion.code: told for told in directives.told(public)}
