"""Which paper did the citizen choose for which line, and what became of each file?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from motcua.catalog.models import Component

from .exceptions import FileRefused

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.utils.datastructures import MultiValueDict

    from motcua.catalog.models import Case, ProcedureVersion

    from .models import Attachment, Dossier, Draft

Attach = Callable[..., "Attachment"]
"""``attach(stream, *, name, component)``."""

PREFIX = "paper-"
"""Name of an upload field: ``paper-<component>``, ``paper-0`` for a paper the law does not name."""


@dataclass(slots=True)
class Outcome:
    """What became of the files of one request: good ones are kept, whatever befell the others."""

    kept: list[Attachment] = field(default_factory=list)
    refused: list[tuple[str, FileRefused]] = field(default_factory=list)

    @property
    def all_kept(self) -> bool:
        return not self.refused


@dataclass(frozen=True, slots=True)
class Line:
    """One paper that the procedure names, and the files that came for it."""

    component: Component | None
    attachments: list[Attachment]

    @property
    def field_name(self) -> str:
        return f"{PREFIX}{self.component.pk if self.component else 0}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The lines of one case; the last shelf is for papers that the procedure does not name."""

    case: Case | None
    lines: list[Line]


def take(
    version: ProcedureVersion, files: MultiValueDict[str, UploadedFile], *, attach: Attach
) -> Outcome:
    """Keep every file of the request that can be kept, and say of each other why not.

    ``attach`` is the verb of whoever holds the papers: ``draft.attach`` or ``dossier.attach``.
    """
    components = {c.pk: c for c in Component.objects.filter(case__version=version)}
    outcome = Outcome()
    for name, chosen in files.lists():
        component = components.get(_component_pk(name))
        for file in chosen:
            _take_one(attach, file, component, outcome)
    return outcome


def _take_one(
    attach: Attach, file: UploadedFile, component: Component | None, outcome: Outcome
) -> None:
    name = file.name or ""
    try:
        outcome.kept.append(attach(file, name=name, component=component))
    except FileRefused as refusal:
        outcome.refused.append((name, refusal))


def _component_pk(name: str) -> int:
    bare = name.removeprefix(PREFIX)
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 18 else 0


def shelves(holder: Draft | Dossier) -> list[Shelf]:
    """The papers by case with what came so far; three queries however many papers."""
    kept: dict[int, list[Attachment]] = {}
    for attachment in holder.attachments.in_preparation().select_related("file"):
        kept.setdefault(attachment.component_id or 0, []).append(attachment)
    cases = holder.version.cases.prefetch_related("components")
    return [
        *(
            Shelf(case, [Line(c, kept.get(c.pk, [])) for c in case.components.all()])
            for case in cases
        ),
        Shelf(None, [Line(None, kept.get(0, []))]),
    ]


def absent(draft: Draft) -> list[Component]:
    """Papers to hand in of a procedure with one case, without a condition, that have no file.

    A hint, never a bar: which papers a situation needs is the clerk's check (NĐ 61/2018, Art 17).
    """
    cases = shelves(draft)[:-1]
    lines = cases[0].lines if len(cases) == 1 else []
    return [
        line.component
        for line in lines
        if line.component
        and line.component.must_submit
        and not line.component.condition
        and not line.attachments
    ]
