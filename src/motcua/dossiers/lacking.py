"""What of one's own case has not come yet, and what lies there for another case?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.dossiers.drafting import cases

if TYPE_CHECKING:
    from motcua.catalog.models import Component
    from motcua.dossiers.models import Draft
    from motcua.dossiers.shelves import Shelf


def standing(draft: Draft, told: list[Shelf]) -> cases.Standing:
    """Among the cases of its shelves, where the draft stands."""
    return cases.of(draft, [one.case for one in told if one.case])


def elsewhere(told: list[Shelf]) -> set[int]:
    """Which attachments came for papers of a case that is not theirs."""
    lines = [line for one in told if not one.is_needed for line in one.used]
    return {one.attachment.pk for line in lines for one in line.kept}


def papers(told: list[Shelf]) -> list[Component]:
    """Papers of one's own case to hand in, without a condition, that have no file.

    A hint, never a bar: which papers a situation needs is the clerk's check (NĐ 61/2018, Art 17).
    """
    lines = [line for one in told if one.is_needed for line in one.lines if not line.kept]
    return [line.component for line in lines if line.component and _is_asked(line.component)]


def _is_asked(component: Component) -> bool:
    return bool(component.must_submit and not component.condition)
