"""What became of the files of one request, each chosen for a line of the page?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from motcua.dossiers.shelves import component_pk, components_of
from motcua.filekeeping.exceptions import FileRefused, SameFile

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.utils.datastructures import MultiValueDict

    from motcua.catalog.models import Component, ProcedureVersion

    from .models import Attachment

Attach = Callable[..., "Attachment"]
"""``attach(stream, *, name, component)``."""


@dataclass(slots=True)
class Outcome:
    """What became of the files of one request: good ones are kept, whatever befell the others."""

    kept: list[Attachment] = field(default_factory=list)
    refused: list[tuple[str, FileRefused]] = field(default_factory=list)

    @property
    def all_kept(self) -> bool:
        return not self.refused


def take(
    version: ProcedureVersion, files: MultiValueDict[str, UploadedFile], *, attach: Attach
) -> Outcome:
    """Keep every file of the request that can be kept, and say of each other why not.

    ``attach`` is the verb of whoever holds the papers: ``draft.attach`` or ``dossier.attach``.
    """
    components = components_of(version)
    outcome = Outcome()
    for name, chosen in files.lists():
        component = components.get(component_pk(name))
        for file in chosen:
            _take_one(attach, file, component, outcome)
    return outcome


def not_again(paper: Attachment, name: str) -> Attachment:
    """The paper, unless it came before under another name; raises SameFile.

    Whoever sends the same file twice under its own name hears that it is there.
    """
    if paper.name != paper.file.named(name):
        raise SameFile(paper.name)
    return paper


def _take_one(
    attach: Attach, file: UploadedFile, component: Component | None, outcome: Outcome
) -> None:
    name = file.name or ""
    try:
        outcome.kept.append(not_again(attach(file, name=name, component=component), name))
    except FileRefused as refusal:
        outcome.refused.append((name, refusal))
