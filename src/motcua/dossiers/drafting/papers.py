"""Which paper of one version is which paper of another?

By its name and the name of its case, else by its name alone; one that the other version does not
name stands among the other papers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from motcua.catalog.models import Component
from motcua.dossiers import shelves
from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion
    from motcua.dossiers.models import Draft


class Counterparts:
    """The papers of one version, to be found by those of others."""

    def __init__(self, version: ProcedureVersion) -> None:
        there = list(Component.objects.filter(case__version=version).select_related("case"))
        self.by_name = {fold(one.name): one for one in reversed(there)}
        self.by_case = {_in_case(one): one for one in reversed(there)}

    def of(self, component: Component) -> Component | None:
        """The same paper here, if there is one."""
        return self.by_case.get(_in_case(component)) or self.by_name.get(fold(component.name))


def _in_case(component: Component) -> tuple[str, str]:
    return fold(component.case.name), fold(component.name)


def here(component: Component | None, version: ProcedureVersion) -> Component | None:
    """``component`` as the paper of ``version`` that it is; a page may show an older one."""
    if component is None or component.case.version_id == version.pk:
        return component
    return Counterparts(version).of(component)


def move(draft: Draft, version: ProcedureVersion) -> list[tuple[str, list[str]]]:
    """Let the papers of a draft that is held be papers of ``version``.

    What is told are those that it does not name: the paper's name and the names of the files.
    """
    there, loose = Counterparts(version), []
    for component, names in _lying(draft).items():
        now = there.of(component)
        draft.attachments.filter(component=component).update(component=now)
        _move_uploads(draft, component, now)
        if now is None and names:
            loose.append((component.name, names))
    return loose


def _lying(draft: Draft) -> Mapping[Component, list[str]]:
    """The version's papers for which something came or is on its way, with what came."""
    known = Component.objects.filter(case__version=draft.version).select_related("case")
    files: dict[int, list[str]] = {}
    for pk, name in draft.attachments.values_list("component", "name"):
        files.setdefault(pk, []).append(name)
    coming = {shelves.component_pk(line) for line in draft.uploads.values_list("line", flat=True)}
    return {one: files.get(one.pk, []) for one in known.filter(pk__in={*files, *coming} - {None})}


def _move_uploads(draft: Draft, component: Component, now: Component | None) -> None:
    lines = draft.uploads.filter(line=shelves.field_name(component))
    lines.update(line=shelves.field_name(now))
